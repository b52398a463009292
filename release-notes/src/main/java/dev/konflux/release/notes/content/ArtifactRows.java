package dev.konflux.release.notes.content;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.PythonEquality;
import dev.konflux.release.model.releasedata.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The rows of one kind of artifact; all components are taken as being of that kind. */
abstract class ArtifactRows {

    /** The rows for a content type; empty when release notes list no artifacts for it here, as for generic content. */
    static Optional<ArtifactRows> forType(ContentType type) {
        if (type.equals(ContentType.BINARY)) {
            return Optional.of(new BinaryRows());
        }
        if (type.equals(ContentType.DISK_IMAGE)) {
            return Optional.of(new DiskImageRows());
        }
        return type.equals(ContentType.RPM) ? Optional.of(new RpmRows()) : Optional.empty();
    }

    final List<DataObject> of(Located data, Located snapshot) {
        List<Located> components = snapshot.itemsOf("components");
        requireShippable(snapshot, components);
        List<DataObject> rows = new ArrayList<>();
        if (!components.isEmpty()) {
            FixedCves cves = FixedCves.in(data);
            for (Located component : components) {
                Data name = component.require("name").value();
                addRows(data, component, row -> {
                    row.put("component", name);
                    cves.addTo(row, name);
                    rows.add(row.build());
                });
            }
        }
        return rows;
    }

    /** Whether the Snapshot has anything of this kind at all. */
    void requireShippable(Located snapshot, List<Located> components) {}

    abstract void addRows(Located data, Located component, Consumer<DataObject.Builder> rows);

    /** The mapping's entries for a Snapshot component; there can be several. */
    static List<Located> mappingOf(Located data, Data name) {
        return data.objectOrEmpty("mapping").itemsOf("components").stream()
                .filter(entry -> PythonEquality.equal(entry.orElse("name", Data.nothing()), name))
                .toList();
    }

    static DataObject.Builder row(Data architecture, Data system, String purl) {
        return DataObject.builder()
                .put("architecture", architecture)
                .put("os", system)
                .put("purl", purl);
    }
}
