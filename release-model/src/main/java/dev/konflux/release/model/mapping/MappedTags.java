package dev.konflux.release.model.mapping;

import dev.konflux.release.model.data.DataPath;
import dev.konflux.release.model.releasedata.ReleaseData;
import java.util.List;
import java.util.stream.Collectors;

/** The tags of a release, each with the templates that gave it. */
public final class MappedTags {

    private final ReleaseData data;
    private final List<Trace> traces;

    MappedTags(ReleaseData data, List<Trace> traces) {
        this.data = data;
        this.traces = traces;
    }

    /** A template and its places in the release data. */
    record Template(String text, List<DataPath> places) {
        static final Template IMPLICIT_TIMESTAMP = new Template("{{ timestamp }}", List.of());
    }

    /** A tag and the templates it came from. */
    record Trace(String component, String repository, String tag, List<Template> templates) {}

    /** All tags in the order of components, repositories and tags. */
    public List<MappedTag> all() {
        return traces.stream().map(this::tag).toList();
    }

    /** The tags of one component. */
    public List<MappedTag> of(String component) {
        return traces.stream()
                .filter(trace -> trace.component().equals(component))
                .map(this::tag)
                .toList();
    }

    private MappedTag tag(Trace trace) {
        return new MappedTag(
                trace.component(),
                trace.repository(),
                trace.tag(),
                trace.templates().stream().map(this::source).toList());
    }

    private MappedTag.Source source(Template template) {
        return new MappedTag.Source(
                template.text(),
                template.places().stream()
                        .flatMap(place -> data.originOf(place).stream())
                        .toList());
    }

    /** For people: a line for each tag with the templates it came from and the documents these stand in. */
    public String explain() {
        return all().stream().map(MappedTag::toString).collect(Collectors.joining("\n"));
    }
}
