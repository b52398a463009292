package dev.konflux.release.notes.content;

import dev.konflux.release.model.data.CodePoints;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.releasedata.Located;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** An advisory that fixes a CVE is a security advisory, whatever type was asked for, and refers to the CVEs' pages. */
public final class TypeAndReferences {

    private static final String CLASSIFICATION = "https://access.redhat.com/security/updates/classification/";
    private static final String CVE_PAGE = "https://access.redhat.com/security/cve/";

    private TypeAndReferences() {}

    /** The release data with type and references set as the content demands. Data without any content list stays as it is. */
    public static DataObject update(DataObject data) {
        Located notes = Located.root(data).objectOrEmpty("releaseNotes");
        Located content = notes.objectOrEmpty("content");
        if (content.find("images").isEmpty() && content.find("artifacts").isEmpty()) {
            return data;
        }
        Set<String> cves = FixedInContent.of(content);
        Located references = new Located(
                notes.orElse("references", DataArray.empty()), notes.path().member("references"));
        DataObject updated = cves.isEmpty()
                ? notes.object().with("references", references.value())
                : notes.object().with("type", Data.of("RHSA")).with("references", sorted(references, cves));
        return data.with("releaseNotes", updated);
    }

    private static DataArray sorted(Located references, Set<String> cves) {
        SortedSet<String> all = new TreeSet<>(CodePoints.ORDER);
        references.items().forEach(reference -> all.add(reference.text()));
        all.add(CLASSIFICATION);
        cves.forEach(cve -> all.add(CVE_PAGE + cve));
        return DataArray.ofTexts(all);
    }
}
