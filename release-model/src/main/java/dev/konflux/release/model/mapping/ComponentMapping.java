package dev.konflux.release.model.mapping;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataPath;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import java.util.ArrayList;
import java.util.List;

/** Maps one component after the other. */
final class ComponentMapping {

    private static final String DIGEST = "@sha256:";

    private final MappingDefaults defaults;
    private final boolean addsTimestampTag;
    private final ImageRegistry registry;
    private final ReleaseMoment now;

    ComponentMapping(MappingDefaults defaults, boolean addsTimestampTag, ImageRegistry registry, ReleaseMoment now) {
        this.defaults = defaults;
        this.addsTimestampTag = addsTimestampTag;
        this.registry = registry;
        this.now = now;
    }

    /** The mapped component; how its tags came about is added to the traces. */
    DataObject map(ComponentMerge.Merged merged, List<MappedTags.Trace> traces) {
        String name = merged.component().findText("name").orElse("");
        Fields component = new Fields(merged.component(), DataPath.of("components", name));
        String image = requireImage(name, component);
        ImageFacts facts = ImageFacts.of(name, image, registry);
        String format = defaults.timestampFormat(component);
        String timestamp = now.format(facts.buildDate(), format);
        TagVariables variables = TagVariables.of(merged.component(), image, facts, timestamp, now.format(format));
        Increments increments = Increments.over(registry, urls(component));
        TagTemplates templates = new TagTemplates(variables, increments);

        DataObject.Builder mapped = merged.component().toBuilder();
        describeImage(component, facts, mapped);
        stageFiles(component, templates, mapped);
        DataObject gateway = JqMerge.union(
                defaults.contentGateway(), component.object("contentGateway").object());
        if (!gateway.isEmpty()) {
            mapped.put("contentGateway", gateway);
        }
        RepositoryMapping repositories =
                new RepositoryMapping(merged, component, defaults, templates, addsTimestampTag ? timestamp : null);
        repositories.map(traces).ifPresent(list -> mapped.put("repositories", list));
        return mapped.build();
    }

    private static String requireImage(String name, Fields component) {
        String image = component.text("containerImage");
        int digest = image.lastIndexOf(DIGEST);
        boolean hasDigest = digest > 0
                && image.indexOf('\n') < 0
                && image.length() > digest + DIGEST.length()
                && image.chars().skip(digest + DIGEST.length()).allMatch(ComponentMapping::isLowerHex);
        if (!hasDigest) {
            throw new ReleaseDataException("Component " + name
                    + " contains an invalid containerImage value. sha reference is required: " + image);
        }
        return image;
    }

    private static boolean isLowerHex(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }

    private static List<String> urls(Fields component) {
        List<Data> repositories = component.items("repositories");
        DataPath path = component.path().member("repositories");
        List<String> urls = new ArrayList<>();
        for (int i = 0; i < repositories.size(); i++) {
            urls.add(Fields.of(repositories.get(i), path.item(i)).text("url"));
        }
        return urls;
    }

    /** Only what is not empty is written; other metadata stays. */
    private static void describeImage(Fields component, ImageFacts facts, DataObject.Builder mapped) {
        DataObject.Builder found = DataObject.builder();
        if (!facts.environment().isEmpty()) {
            found.put("env_variables", facts.environment());
        }
        if (!facts.annotations().isEmpty()) {
            found.put("annotations", namesAndValues(facts.annotations()));
        }
        if (!facts.labels().isEmpty()) {
            found.put("labels", namesAndValues(facts.labels()));
        }
        if (!facts.mediaType().isEmpty()) {
            found.put("media_type", facts.mediaType());
        }
        DataObject metadata = found.build();
        if (!metadata.isEmpty()) {
            Data present = component
                    .object()
                    .find("metadata")
                    .filter(value -> !value.isNull())
                    .orElse(DataObject.empty());
            Fields kept = Fields.of(present, component.path().member("metadata"));
            mapped.put("metadata", kept.object().toBuilder().putAll(metadata).build());
        }
    }

    private static DataArray namesAndValues(DataObject object) {
        return DataArray.of(object.members().entrySet().stream()
                .map(member -> DataObject.of("name", Data.of(member.getKey()), "value", member.getValue()))
                .toList());
    }

    /** File names are templates without a repository behind them. */
    private void stageFiles(Fields component, TagTemplates templates, DataObject.Builder mapped) {
        Fields staged = component.object("staged");
        List<Data> files = staged.items("files");
        if (files.isEmpty()) {
            return;
        }
        TagTemplates ofFiles = templates.withoutRepositories();
        DataPath path = staged.path().member("files");
        List<Data> expanded = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            Fields file = Fields.of(files.get(i), path.item(i));
            expanded.add(file.object().with("filename", Data.of(ofFiles.expand(file.text("filename"), ""))));
        }
        mapped.put("staged", staged.object().with("files", DataArray.of(expanded)));
    }
}
