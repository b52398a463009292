package dev.konflux.release.notes.severity;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.PythonEquality;
import dev.konflux.release.model.data.PythonText;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One flaw, as the flaw database describes it.
 *
 * @param row the database's row
 */
public record Flaw(DataObject row) {

    private static final String QUALIFIER = "repository_url";

    /**
     * The first row the database has for a CVE.
     *
     * @throws ReleaseDataException when it has none
     */
    public static Flaw of(String cve, FlawDatabase database) {
        Data answer =
                database.flaws(cve).orElseThrow(() -> new ReleaseDataException("empty OSIDB response for " + cve));
        DataObject object = answer.asObject()
                .orElseThrow(() -> new ReleaseDataException("no OSIDB answer for " + cve + ": expected an object"));
        List<Data> rows = object.items("results");
        if (rows.isEmpty()) {
            throw new ReleaseDataException("no OSIDB flaw row for " + cve);
        }
        return rows.get(0)
                .asObject()
                .map(Flaw::new)
                .orElseThrow(() -> new ReleaseDataException("invalid OSIDB flaw row for " + cve));
    }

    /** How bad the flaw is for an image in the repository, in capitals: any word the database uses, empty when it says nothing. */
    public String impactFor(String repository) {
        String general = row.find("impact")
                .filter(impact -> !impact.isNull())
                .map(PythonText::str)
                .orElse("");
        // an affected package without impact leaves the flaw's own, even when a later one names the repository too
        List<Data> affected =
                row.items("affects").stream().map(Flaw::withImpact).toList();
        return impactIn(affected, repository)
                .filter(PythonEquality::isTrue)
                .map(PythonText::str)
                .orElse(general)
                .toUpperCase(Locale.ROOT);
    }

    private static Data withImpact(Data affected) {
        Optional<DataObject> object = affected.asObject().filter(found -> !found.has("impact"));
        return object.isPresent() ? object.get().with("impact", Data.of("")) : affected;
    }

    /** What the first row says whose package URL names the repository; rows without an impact or a readable package URL are passed over. */
    public static Optional<Data> impactIn(List<Data> rows, String repository) {
        for (Data affected : rows) {
            Optional<PackageUrl> url = affected.findText("purl").flatMap(PackageUrl::parse);
            Optional<Data> impact = affected.find("impact");
            if (impact.isPresent() && url.isPresent() && names(url.get(), repository)) {
                return impact;
            }
        }
        return Optional.empty();
    }

    /** A package URL with qualifiers but without repository belongs to the repository without a name. */
    private static boolean names(PackageUrl url, String repository) {
        return !url.qualifiers().isEmpty()
                && url.qualifiers().getOrDefault(QUALIFIER, "").equals(repository);
    }
}
