package dev.konflux.release.policy.report;

import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.policy.PolicyResult;
import java.util.Optional;

/**
 * One of the checks that upstream makes of an image before any rule runs.
 *
 * @param kind which check
 * @param error why it failed; empty when it passed
 */
public record ImageCheck(Kind kind, Optional<String> error) {

    /** The built-in checks. */
    public enum Kind {
        /** The image can be fetched; passing is no success of its own. */
        ACCESSIBLE(
                "builtin.image.accessible",
                "Image URL is accessible",
                "The image URL is available and accessible.",
                "Image URL is not accessible: "),
        /** The image's signature is good. */
        IMAGE_SIGNATURE(
                "builtin.image.signature_check",
                "Image signature check passed",
                "The image signature matches available signing materials.",
                "Image signature check failed: "),
        /** The attestation's signature is good. */
        ATTESTATION_SIGNATURE(
                "builtin.attestation.signature_check",
                "Attestation signature check passed",
                "The attestation signature matches available signing materials.",
                "Image attestation check failed: "),
        /** The attestation has the form it should have. */
        ATTESTATION_SYNTAX(
                "builtin.attestation.syntax_check",
                "Attestation syntax check passed",
                "The attestation has correct syntax.",
                "Attestation syntax check failed: ");

        private final String code;
        private final String title;
        private final String description;
        private final String failure;

        Kind(String code, String title, String description, String failure) {
            this.code = code;
            this.title = title;
            this.description = description;
            this.failure = failure;
        }
    }

    /** A check that passed. */
    public static ImageCheck passed(Kind kind) {
        return new ImageCheck(kind, Optional.empty());
    }

    /** A check that failed. */
    public static ImageCheck failed(Kind kind, String error) {
        return new ImageCheck(kind, Optional.of(error));
    }

    Optional<PolicyResult> violation() {
        return error.map(text -> result(kind.failure + text));
    }

    Optional<PolicyResult> success() {
        return error.isPresent() || kind == Kind.ACCESSIBLE ? Optional.empty() : Optional.of(result("Pass"));
    }

    private PolicyResult result(String message) {
        DataObject metadata = DataObject.builder()
                .put("code", kind.code)
                .put("description", kind.description)
                .put("title", kind.title)
                .build();
        return PolicyResult.of(DataObject.builder()
                .put("msg", message)
                .put("metadata", metadata)
                .build());
    }
}
