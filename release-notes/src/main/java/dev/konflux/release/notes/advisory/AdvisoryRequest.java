package dev.konflux.release.notes.advisory;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.releasedata.Located;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import dev.konflux.release.notes.content.ContentType;
import java.util.Set;

/**
 * What is asked for when an advisory is to be created.
 *
 * @param origin the tenant whose advisories are compared and extended
 * @param componentGroup the group of components that is released
 * @param contentType what is shipped
 * @param notes the release notes, as {@link #prepared} leaves them
 * @param signingConfigMap the name of the config map with the signing key
 */
public record AdvisoryRequest(
        String origin, String componentGroup, ContentType contentType, DataObject notes, String signingConfigMap) {

    private static final String DEFAULT_TYPE = "RHBA";
    private static final String SECURITY = "RHSA";
    private static final Set<String> TYPES = Set.of(SECURITY, DEFAULT_TYPE, "RHEA");

    /**
     * The request a release makes.
     *
     * @param data the release data after all checks
     * @param snapshot the Snapshot's spec
     * @param origin the admission's origin
     * @throws ReleaseDataException when the release notes break a rule
     */
    public static AdvisoryRequest of(DataObject data, DataObject snapshot, String origin) {
        Located root = Located.root(data);
        ContentType type = ContentType.ofRelease(root);
        return new AdvisoryRequest(
                origin,
                Located.root(snapshot).require("componentGroup").text(),
                type,
                prepared(root.require("releaseNotes"), type),
                root.require("sign").require("configMapName").text());
    }

    /**
     * The release notes with a type. A security advisory must fix something; an advisory number of one's own needs permission.
     *
     * @throws ReleaseDataException when a rule is broken
     */
    public static DataObject prepared(Located notes, ContentType contentType) {
        boolean mayChooseId =
                notes.orElse("allow_custom_live_id", Data.of(false)).equals(Data.of(true));
        if (!mayChooseId && !notes.orElse("live_id", Data.nothing()).isNull()) {
            throw notes.require("live_id")
                    .problem("advisory live id is only allowed if allow_custom_live_id is set to true");
        }
        Data type = notes.orElse("type", Data.nothing());
        if (type.isNull()) {
            return notes.object().with("type", Data.of(DEFAULT_TYPE));
        }
        if (type.asText().filter(TYPES::contains).isEmpty()) {
            throw notes.require("type").problem("advisory type must be one of RHSA, RHBA or RHEA");
        }
        if (type.equals(Data.of(SECURITY)) && !fixesAny(notes.object(), contentType)) {
            throw notes.require("type")
                    .problem("Provided advisory type is RHSA, but no fixed CVEs were listed. "
                            + "RHSA should only be used if CVEs are fixed in the advisory. Failing...");
        }
        return notes.object();
    }

    private static boolean fixesAny(DataObject notes, ContentType contentType) {
        return notes.items("content", contentType.contentKey()).stream()
                .flatMap(row -> row.find("cves", "fixed").stream())
                .anyMatch(fixed -> fixed.asObject().filter(o -> !o.isEmpty()).isPresent()
                        || fixed.asArray().filter(a -> !a.isEmpty()).isPresent());
    }
}
