package dev.konflux.release.model.releasedata;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataPath;
import dev.konflux.release.model.data.PythonEquality;
import java.util.ArrayList;
import java.util.List;

/** Takes the layers out of the documents. */
final class Layers {

    private static final List<String> COLLECTOR_SECTIONS = List.of("managed", "tenant");

    private Layers() {}

    /** The results of all collectors, managed ones first, in the order of the document. */
    static List<Layer> ofCollectors(DataObject release) {
        Data collectors = member(member(release, DataPath.ROOT, "status"), DataPath.of("status"), "collectors");
        return ofCollectors(collectors, Documents.nameOf(DataLayer.COLLECTORS, release));
    }

    /** The results in the given {@code status.collectors}. */
    static List<Layer> ofCollectors(Data collectors, String document) {
        List<Layer> layers = new ArrayList<>();
        DataPath root = DataPath.of("status", "collectors");
        DataObject sections = sectionOrNothing(collectors, root);
        for (String name : COLLECTOR_SECTIONS) {
            Data section = sections.find(name).orElse(Data.nothing());
            DataPath path = root.member(name);
            sectionOrNothing(section, path)
                    .members()
                    .forEach((collector, found) ->
                            layers.add(new Layer(DataLayer.COLLECTORS, document, path.member(collector), found)));
        }
        return layers;
    }

    /** {@code spec.data} of a document; an empty object when it says nothing. */
    static Layer ofSpecData(DataLayer kind, DataObject document) {
        DataPath spec = DataPath.of("spec");
        Data data = member(member(document, DataPath.ROOT, "spec"), spec, "data");
        return new Layer(kind, Documents.nameOf(kind, document), spec.member("data"), data);
    }

    private static DataObject sectionOrNothing(Data section, DataPath path) {
        if (!PythonEquality.isTrue(section)) {
            return DataObject.empty();
        }
        return section.asObject().orElseThrow(() -> ReleaseDataException.unexpected(path, section, "an object"));
    }

    /** A missing member counts as an empty object; an explicit null does not. */
    private static Data member(Data value, DataPath path, String name) {
        DataObject object =
                value.asObject().orElseThrow(() -> ReleaseDataException.unexpected(path, value, "an object"));
        return object.find(name).orElse(DataObject.empty());
    }
}
