package dev.konflux.release.model.mapping;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataPath;
import dev.konflux.release.model.data.PythonText;
import dev.konflux.release.model.releasedata.ReleaseData;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Applies the release data's {@code mapping} to a Snapshot: keeps the components both sides know, adds what the mapping says of them, tells what
 * their images are, expands tag templates and translates repository names.
 *
 * <pre>{@code
 * MappedSnapshot mapped = SnapshotMapping.of(data).failingWhenEmpty().apply(snapshot.spec(), registry, clock);
 * }</pre>
 */
public final class SnapshotMapping {

    private final ReleaseData data;
    private final boolean failsWhenEmpty;
    private final boolean addsTimestampTag;

    private SnapshotMapping(ReleaseData data, boolean failsWhenEmpty, boolean addsTimestampTag) {
        this.data = data;
        this.failsWhenEmpty = failsWhenEmpty;
        this.addsTimestampTag = addsTimestampTag;
    }

    /** The mapping of the given data. */
    public static SnapshotMapping of(ReleaseData data) {
        return new SnapshotMapping(data, false, false);
    }

    /** This mapping, which fails when no component is left. */
    public SnapshotMapping failingWhenEmpty() {
        return new SnapshotMapping(data, true, addsTimestampTag);
    }

    /** This mapping, which adds the image's build date to the tags of every repository, as pipelines with advisories do. */
    public SnapshotMapping addingTimestampTag() {
        return new SnapshotMapping(data, failsWhenEmpty, true);
    }

    /**
     * Maps a Snapshot. Without a {@code mapping} in the data the Snapshot stays as it is.
     *
     * @param snapshot the Snapshot's spec
     * @param registry asked about images and tags
     * @param clock gives the time of release, one for all components, and the zone of dates that name none
     * @throws ReleaseDataException when the mapping or the Snapshot cannot be used, or a template gives no tag
     */
    public MappedSnapshot apply(Data snapshot, ImageRegistry registry, Clock clock) {
        DataObject spec = Snapshots.requireSpec(snapshot);
        Optional<Data> mapping = data.value().find("mapping").filter(value -> !value.isNull());
        return mapping.map(value -> apply(spec, Fields.of(value, DataPath.of("mapping")), registry, clock))
                .orElseGet(() -> new MappedSnapshot(spec, false, new MappedTags(data, List.of())));
    }

    private MappedSnapshot apply(DataObject spec, Fields mapping, ImageRegistry registry, Clock clock) {
        List<Data> released = new Fields(spec, DataPath.ROOT).items("components");
        List<Data> mapped = mapping.items("components");
        List<ComponentMerge.Merged> merged = ComponentMerge.merge(released, mapped);
        if (failsWhenEmpty && merged.isEmpty()) {
            throw new ReleaseDataException(nothingLeft(released, mapped));
        }
        Fields defaults = mapping.object("defaults");
        if (merged.isEmpty()) {
            return mapped(spec, List.of(), List.of());
        }
        ComponentMapping each =
                new ComponentMapping(MappingDefaults.of(defaults), addsTimestampTag, registry, ReleaseMoment.of(clock));
        List<Data> components = new ArrayList<>();
        List<MappedTags.Trace> traces = new ArrayList<>();
        for (ComponentMerge.Merged component : merged) {
            components.add(each.map(component, traces));
        }
        return mapped(spec, components, traces);
    }

    private MappedSnapshot mapped(DataObject spec, List<Data> components, List<MappedTags.Trace> traces) {
        return new MappedSnapshot(
                spec.with("components", DataArray.of(components)), true, new MappedTags(data, List.copyOf(traces)));
    }

    private static String nothingLeft(List<Data> released, List<Data> mapped) {
        return "Resulting snapshot contains 0 components. This means that there were 0 components present in both your"
                + " Snapshot and your ReleasePlanAdmission mapping. Take a look at your component names and make sure that"
                + " all components you want to release from the snapshot are present in the ReleasePlanAdmission (by the"
                + " name field of the component). Components in snapshot: " + names(released)
                + " Components in mapping: " + names(mapped);
    }

    private static String names(List<Data> components) {
        return components.stream()
                .map(component -> PythonText.repr(component.find("name").orElse(Data.nothing())))
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
