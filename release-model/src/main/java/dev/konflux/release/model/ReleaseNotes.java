package dev.konflux.release.model;

import dev.konflux.release.model.data.DataObject;
import java.util.List;
import java.util.Optional;

/** The {@code releaseNotes} of some release data: what an advisory will be made of. */
public final class ReleaseNotes extends Part {

    private ReleaseNotes(DataObject data) {
        super(data);
    }

    /** The release notes that are the given object. */
    public static ReleaseNotes of(DataObject data) {
        return new ReleaseNotes(data);
    }

    /** The release notes in some data; empty ones when there are none. */
    public static ReleaseNotes in(DataObject data) {
        return of(data.findObject("releaseNotes").orElse(DataObject.empty()));
    }

    /** Whether nothing is said. */
    public boolean isEmpty() {
        return data().isEmpty();
    }

    /** {@code RHSA}, {@code RHBA} or {@code RHEA}. */
    public Optional<String> type() {
        return data().findText("type");
    }

    /** One line about the release. */
    public Optional<String> synopsis() {
        return data().findText("synopsis");
    }

    /** A paragraph about the release. */
    public Optional<String> topic() {
        return data().findText("topic");
    }

    /** The whole story. */
    public Optional<String> description() {
        return data().findText("description");
    }

    /** What to do. */
    public Optional<String> solution() {
        return data().findText("solution");
    }

    /** Further reading. Once seen as a single text, which counts as a list of one. */
    public List<String> references() {
        return data().findText("references").map(List::of).orElseGet(() -> texts(data(), "references"));
    }

    /** The vulnerabilities that were fixed, each with the component that was affected. */
    public List<FixedCve> cves() {
        return parts(data(), FixedCve::of, "cves");
    }

    /** The issues that were fixed. */
    public List<FixedIssue> fixedIssues() {
        return parts(data(), FixedIssue::of, "issues", "fixed");
    }

    /** The product's name. */
    public Optional<String> productName() {
        return data().findText("product_name");
    }

    /** The product's version. */
    public Optional<String> productVersion() {
        return data().findText("product_version");
    }
}
