package dev.konflux.release.model.mapping;

import dev.konflux.release.model.data.CodePoints;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataPath;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Maps the repositories of one component: expands their tags and translates their names. */
final class RepositoryMapping {

    private final ComponentMerge.Merged merged;
    private final Fields component;
    private final MappingDefaults defaults;
    private final TagTemplates templates;
    private final @Nullable String timestampTag;

    RepositoryMapping(
            ComponentMerge.Merged merged,
            Fields component,
            MappingDefaults defaults,
            TagTemplates templates,
            @Nullable String timestampTag) {
        this.merged = merged;
        this.component = component;
        this.defaults = defaults;
        this.templates = templates;
        this.timestampTag = timestampTag;
    }

    /** The mapped repositories; nothing when there are none. */
    Optional<DataArray> map(List<MappedTags.Trace> traces) {
        List<Data> repositories = component.items("repositories");
        DataPath path = component.path().member("repositories");
        List<Data> mapped = new ArrayList<>();
        for (int i = 0; i < repositories.size(); i++) {
            mapped.add(map(Fields.of(repositories.get(i), path.item(i)), i, traces));
        }
        return mapped.isEmpty() ? Optional.empty() : Optional.of(DataArray.of(mapped));
    }

    private DataObject map(Fields repository, int index, List<MappedTags.Trace> traces) {
        String url = repository.text("url");
        String delivered = RepositoryNames.delivered(url);
        String target = RepositoryNames.toQuay(delivered);
        Map<String, List<MappedTags.Template>> tags = expanded(templatesOf(repository, index), url);
        DataObject.Builder mapped = repository.object().toBuilder();
        if (!tags.isEmpty()) {
            mapped.put("tags", DataArray.ofTexts(tags.keySet()));
        }
        String name = component.text("name");
        tags.forEach((tag, from) -> traces.add(new MappedTags.Trace(name, target, tag, from)));
        if (RepositoryNames.isDelivered(url)) {
            mapped.put("rh-registry-repo", delivered);
            mapped.put("registry-access-repo", RepositoryNames.toRegistryAccess(delivered));
            mapped.put("url", target);
        }
        return mapped.build();
    }

    /** The templates of one repository, sorted before they are expanded, with the places each of them stands at. */
    private List<MappedTags.Template> templatesOf(Fields repository, int index) {
        Map<String, List<DataPath>> places = new TreeMap<>(CodePoints.ORDER);
        collect(defaults.tags(), Optional.of(MappingDefaults.TAGS), places);
        collect(component.texts("componentTags"), merged.pathOf("componentTags"), places);
        Optional<DataPath> own =
                merged.pathOf("repositories").map(path -> path.item(index).member("tags"));
        collect(repository.texts("tags"), own, places);
        List<MappedTags.Template> sorted = new ArrayList<>();
        places.forEach((text, paths) -> sorted.add(new MappedTags.Template(text, paths)));
        return sorted;
    }

    private static void collect(List<String> tags, Optional<DataPath> path, Map<String, List<DataPath>> places) {
        for (int i = 0; i < tags.size(); i++) {
            List<DataPath> known = places.computeIfAbsent(tags.get(i), any -> new ArrayList<>());
            if (path.isPresent()) {
                known.add(path.get().item(i));
            }
        }
    }

    /** The tags with the templates they came from; of equal tags the first place in the order counts. */
    private Map<String, List<MappedTags.Template>> expanded(List<MappedTags.Template> sorted, String url) {
        Map<String, List<MappedTags.Template>> tags = new LinkedHashMap<>();
        for (MappedTags.Template template : sorted) {
            tags.computeIfAbsent(templates.expand(template.text(), url), any -> new ArrayList<>())
                    .add(template);
        }
        return timestampTag == null ? tags : withTimestamp(tags, timestampTag);
    }

    /** With the build date among them, the tags are sorted once more. */
    private static Map<String, List<MappedTags.Template>> withTimestamp(
            Map<String, List<MappedTags.Template>> tags, String timestamp) {
        if (timestamp.isEmpty()) {
            throw new ReleaseDataException(
                    "addImplicitTimestampTag is true but timestamp is empty (no build-date or Created).");
        }
        Map<String, List<MappedTags.Template>> sorted = new TreeMap<>(CodePoints.ORDER);
        sorted.putAll(tags);
        sorted.computeIfAbsent(timestamp, any -> List.of(MappedTags.Template.IMPLICIT_TIMESTAMP));
        return sorted;
    }
}
