package dev.konflux.release.notes.preview;

import dev.konflux.release.model.Finding;
import dev.konflux.release.model.datakeys.DataKeys;
import dev.konflux.release.model.datakeys.KeyViolation;
import dev.konflux.release.model.datakeys.RequiredSystems;
import dev.konflux.release.model.releasedata.DisallowedKey;
import dev.konflux.release.model.releasedata.Located;
import dev.konflux.release.model.releasedata.Origin;
import dev.konflux.release.model.releasedata.ReleaseData;
import java.util.List;

/** Keys of the release data that a release does not accept, with the document that gave them and the line there. */
final class KeyFindings {

    private KeyFindings() {}

    static List<Finding> disallowed(ReleaseData data) {
        return data.disallowedKeys().stream().map(KeyFindings::of).toList();
    }

    private static Finding of(DisallowedKey key) {
        return Finding.error("advisory.disallowed-key")
                .resource(key.origin().document())
                .path(key.origin().path().toString())
                .at(key.origin().position())
                .message(key.message())
                .hint("move it to spec.data of the ReleasePlanAdmission")
                .build();
    }

    /** Whether the data is that of a file-based catalog, whose releases know neither mapping nor advisory. */
    static boolean isCatalog(ReleaseData data) {
        return Located.root(data.value()).findTrue("fbc").isPresent();
    }

    static List<Finding> violations(ReleaseData data, RequiredSystems systems) {
        return DataKeys.check(data, systems).stream().map(KeyFindings::of).toList();
    }

    private static Finding of(KeyViolation violation) {
        return Finding.error("advisory.key")
                .resource(violation.origin().map(Origin::document).orElse(""))
                .path(violation.path().toString())
                .at(violation.position())
                .message(violation.message())
                .build();
    }
}
