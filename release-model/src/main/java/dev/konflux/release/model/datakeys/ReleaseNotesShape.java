package dev.konflux.release.model.datakeys;

import static dev.konflux.release.model.datakeys.Shape.arrayOf;
import static dev.konflux.release.model.datakeys.Shape.integer;
import static dev.konflux.release.model.datakeys.Shape.object;
import static dev.konflux.release.model.datakeys.Shape.text;
import static dev.konflux.release.model.datakeys.Shape.textOf;

import java.util.regex.Pattern;

/** The keys of the release notes. */
final class ReleaseNotesShape {

    private static final String CVE_EXPRESSION = "^CVE-[0-9]{4}-[0-9]{4,}$";

    /** In ECMAScript {@code $} does not match before a final line break. */
    private static final Pattern CVE = Pattern.compile("^CVE-[0-9]{4}-[0-9]{4,}\\z");

    private static final Shape FIXED_CVE = object().key("key", text().with(Constraint.pattern(CVE_EXPRESSION, CVE)))
            .texts("component")
            .textLists("packages");

    private static final Shape ISSUES =
            object().key("fixed", arrayOf(object().texts("id", "source"))).closed();

    private static final Shape IMAGE = object().texts("containerImage", "repository")
            .textLists("tags")
            .texts("component", "architecture", "signingKey", "purl");

    private static final Shape ARTIFACT =
            object().texts("component", "architecture", "os", "purl", "sbom", "attestation");

    static final Shape RELEASE_NOTES = object().key(
                    "product_id", arrayOf(integer()).with(Constraint.notEmpty()))
            .texts("product_name", "product_version", "product_stream", "cpe")
            .key("type", textOf("RHEA", "RHBA", "RHSA"))
            .texts("synopsis", "topic", "description", "solution")
            .textLists("references")
            .key("cves", arrayOf(FIXED_CVE))
            .key("issues", ISSUES)
            .key("content", object().key("images", arrayOf(IMAGE)).key("artifacts", arrayOf(ARTIFACT)))
            .integers("live_id")
            .booleans("allow_custom_live_id", "skip_customer_notifications");

    private ReleaseNotesShape() {}
}
