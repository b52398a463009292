package dev.konflux.release.testkit.surroundings;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.notes.severity.FlawDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The flaw database, held in memory. A CVE nobody added has no row. */
public final class FlawsInMemory implements FlawDatabase {

    private final Map<String, DataObject> rows = new TreeMap<>();

    /** Adds a public flaw of the given impact, {@code IMPORTANT} for instance. */
    @CanIgnoreReturnValue
    public FlawsInMemory flaw(String cve, String impact) {
        return flaw(cve, impact, false);
    }

    /** Adds a flaw that is still secret. */
    @CanIgnoreReturnValue
    public FlawsInMemory embargoedFlaw(String cve, String impact) {
        return flaw(cve, impact, true);
    }

    private synchronized FlawsInMemory flaw(String cve, String impact, boolean isEmbargoed) {
        DataObject row = DataObject.builder()
                .put("cve_id", cve)
                .put("embargoed", isEmbargoed)
                .put("impact", impact)
                .put("affects", DataArray.empty())
                .build();
        rows.put(cve, row);
        return this;
    }

    /** Says that a known flaw has another impact on the images of a repository. */
    @CanIgnoreReturnValue
    public synchronized FlawsInMemory impactOn(String cve, String repository, String impact) {
        DataObject row = rows.getOrDefault(cve, DataObject.empty());
        String name = repository.substring(repository.lastIndexOf('/') + 1);
        List<Data> affected = new ArrayList<>(row.items("affects"));
        affected.add(DataObject.of(
                "purl", Data.of("pkg:oci/" + name + "?repository_url=" + repository), "impact", Data.of(impact)));
        rows.put(cve, row.with("affects", DataArray.of(affected)));
        return this;
    }

    @Override
    public synchronized Optional<Data> flaws(String cve) {
        DataArray results =
                Optional.ofNullable(rows.get(cve)).map(DataArray::of).orElse(DataArray.empty());
        return Optional.of(DataObject.of("count", Data.of(results.size()), "results", results));
    }
}
