package dev.konflux.release.notes.severity;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.PythonText;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The severity of an advisory: the worst impact any of its images has from any CVE it fixes. */
public final class AdvisorySeverity {

    private AdvisorySeverity() {}

    /** The CVEs that rows of images fix, each once, in order of appearance; anything malformed is passed over. */
    public static List<String> cvesOf(List<Data> images) {
        Set<String> cves = new LinkedHashSet<>();
        images.forEach(image -> cves.addAll(fixed(image).names()));
        return new ArrayList<>(cves);
    }

    /**
     * The severity of an advisory of these images. Each CVE is asked for once.
     *
     * @throws ReleaseDataException when the database does not know a CVE, or no impact is found at all
     */
    public static Impact of(List<Data> images, FlawDatabase database) {
        Map<String, Flaw> flaws = new LinkedHashMap<>();
        cvesOf(images).forEach(cve -> flaws.put(cve, Flaw.of(cve, database)));
        String worst = "";
        for (Data image : images) {
            String repository = image.find("repository").map(PythonText::str).orElse("");
            for (String cve : fixed(image).names()) {
                Flaw flaw = flaws.get(cve);
                if (flaw != null) {
                    worst = Impact.worse(worst, flaw.impactFor(repository));
                }
            }
        }
        return Impact.find(worst)
                .orElseThrow(() -> new ReleaseDataException("determining advisory severity from release notes: "
                        + "Unable to find severity on any cve listed in the releaseNotes"));
    }

    private static DataObject fixed(Data image) {
        Optional<DataObject> fixed = image.findObject("cves", "fixed");
        return fixed.orElse(DataObject.empty());
    }
}
