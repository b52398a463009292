package dev.konflux.release.notes.content;

import com.google.common.collect.ImmutableListMultimap;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.PythonEquality;
import dev.konflux.release.model.data.PythonText;
import dev.konflux.release.model.releasedata.Located;

/** The CVEs of {@code releaseNotes.cves} by the component they are fixed in. */
final class FixedCves {

    private final ImmutableListMultimap<Object, Located> byComponent;

    private FixedCves(ImmutableListMultimap<Object, Located> byComponent) {
        this.byComponent = byComponent;
    }

    static FixedCves in(Located data) {
        ImmutableListMultimap.Builder<Object, Located> byComponent = ImmutableListMultimap.builder();
        data.objectOrEmpty("releaseNotes")
                .itemsOf("cves")
                .forEach(cve -> byComponent.put(PythonEquality.key(cve.orElse("component", Data.nothing())), cve));
        return new FixedCves(byComponent.build());
    }

    /** Adds {@code cves} to the row of a component that fixes any; a later entry of the same CVE replaces an earlier one. */
    void addTo(DataObject.Builder row, Data component) {
        DataObject.Builder fixed = DataObject.builder();
        byComponent
                .get(PythonEquality.key(component))
                .forEach(cve -> fixed.put(
                        PythonText.str(cve.require("key").value()),
                        DataObject.of("packages", cve.orElse("packages", DataArray.empty()))));
        DataObject found = fixed.build();
        if (!found.isEmpty()) {
            row.put("cves", DataObject.of("fixed", found));
        }
    }
}
