package dev.konflux.release.model.releasedata;

import dev.konflux.release.model.Release;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.ReleasePlanAdmission;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataPath;
import dev.konflux.release.model.data.PythonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a release says about itself: the collectors' results, overlaid by {@code spec.data} of the Release, then of the ReleasePlan, then of
 * the ReleasePlanAdmission. So the admission has the last word, although the Release is the most specific.
 */
public final class ReleaseData {

    private final List<Layer> layers;
    private final DataObject value;
    private final List<DisallowedKey> disallowedKeys;

    private ReleaseData(List<Layer> layers, DataObject value) {
        this.layers = layers;
        this.value = value;
        this.disallowedKeys = layers.stream().flatMap(DisallowedKey::in).toList();
    }

    /**
     * Merges the data of a release's three resources over the results in the Release's {@code status.collectors}.
     *
     * @throws ReleaseDataException when a resource has something else where an object belongs
     */
    public static ReleaseData merge(Release release, ReleasePlan plan, ReleasePlanAdmission admission) {
        return merge(release.document(), plan.document(), admission.document());
    }

    /**
     * Merges the data of three documents over the results in the Release's {@code status.collectors}.
     *
     * @throws ReleaseDataException when a document has something else where an object belongs
     */
    public static ReleaseData merge(DataObject release, DataObject plan, DataObject admission) {
        return merge(Layers.ofCollectors(release), release, plan, admission);
    }

    /**
     * Merges the data of three documents over collectors' results that are not (or not yet) in the Release's status.
     *
     * @param collectors an object of the form of {@code status.collectors}
     * @throws ReleaseDataException when a document has something else where an object belongs
     */
    public static ReleaseData merge(Data collectors, DataObject release, DataObject plan, DataObject admission) {
        String document = Documents.nameOf(DataLayer.COLLECTORS, release);
        return merge(Layers.ofCollectors(collectors, document), release, plan, admission);
    }

    private static ReleaseData merge(
            List<Layer> collectors, DataObject release, DataObject plan, DataObject admission) {
        List<Layer> layers = new ArrayList<>(collectors);
        layers.add(Layers.ofSpecData(DataLayer.RELEASE, release));
        layers.add(Layers.ofSpecData(DataLayer.RELEASE_PLAN, plan));
        layers.add(Layers.ofSpecData(DataLayer.RELEASE_PLAN_ADMISSION, admission));
        Data merged = fold(layers);
        DataObject value = merged.asObject()
                .orElseThrow(() -> ReleaseDataException.unexpected(DataPath.of("spec", "data"), merged, "an object"));
        return new ReleaseData(List.copyOf(layers), value);
    }

    /** Data that was merged before; its origin is said to be the admission. */
    public static ReleaseData of(DataObject merged) {
        return new ReleaseData(
                List.of(new Layer(DataLayer.RELEASE_PLAN_ADMISSION, "data", DataPath.ROOT, merged)), merged);
    }

    /**
     * The collectors' results alone, merged: managed collectors first, tenant ones over them, each in the order of the document.
     *
     * @param collectors an object of the form of {@code status.collectors}
     * @throws ReleaseDataException when a section is no object
     */
    public static Data mergeCollectors(Data collectors) {
        return fold(Layers.ofCollectors(collectors, DataLayer.COLLECTORS.resourceKind()));
    }

    private static Data fold(List<Layer> layers) {
        Data merged = DataObject.empty();
        for (Layer layer : layers) {
            merged = DataMerge.merge(merged, layer.value());
        }
        return merged;
    }

    /** The merged data. */
    public DataObject value() {
        return value;
    }

    /** This data as later tasks leave it: what they added has no origin, what is left of the documents keeps it. */
    public ReleaseData changedTo(DataObject later) {
        return new ReleaseData(layers, later);
    }

    /** Every layer that has a part in the value at the path, weakest first; none when there is no such value. */
    public List<Origin> originsOf(DataPath path) {
        return new Origins(layers, value).of(path);
    }

    /** The strongest layer that has a part in the value at the path. */
    public Optional<Origin> originOf(DataPath path) {
        List<Origin> origins = originsOf(path);
        return origins.isEmpty() ? Optional.empty() : Optional.of(origins.get(origins.size() - 1));
    }

    /** The keys that only an admission may set, found in the Release and then in the ReleasePlan; a release with any of them fails. */
    public List<DisallowedKey> disallowedKeys() {
        return disallowedKeys;
    }

    /**
     * Whether the Snapshot is to be reduced to one component, as the lower-case text that later tasks compare with {@code true}: any value
     * can stand here, {@code 1} and {@code yes} do not switch the mode on.
     */
    public String singleComponentMode() {
        return value.find("singleComponentMode")
                .filter(mode -> !mode.isNull())
                .map(mode -> PythonText.str(mode).toLowerCase(Locale.ROOT))
                .orElse("false");
    }
}
