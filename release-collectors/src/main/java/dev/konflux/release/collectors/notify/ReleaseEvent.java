package dev.konflux.release.collectors.notify;

import dev.konflux.release.model.Release;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.util.List;
import java.util.Optional;

/**
 * The end of a release.
 *
 * @param release the Release with its final status
 * @param advisoryUrl address of the published advisory; empty when there is none
 * @param fixedIssues ids of the issues that the advisory says are fixed, such as {@code SHOP-7}
 */
public record ReleaseEvent(Release release, Optional<String> advisoryUrl, List<String> fixedIssues) {

    /** Keeps its own list of issues. */
    public ReleaseEvent {
        fixedIssues = List.copyOf(fixedIssues);
    }

    /** The end of a release, with advisory and issues as its data and status name them. */
    public static ReleaseEvent of(Release release) {
        DataObject document = release.document();
        Optional<String> url = document.findText("status", "artifacts", "advisory", "url");
        List<String> issues = document.items("spec", "data", "releaseNotes", "issues", "fixed").stream()
                .flatMap(issue -> issue.findText("id").stream())
                .toList();
        return new ReleaseEvent(release, url, issues);
    }

    /** Whether it succeeded. */
    public boolean succeeded() {
        return release.isReleased();
    }

    /** One identity for one end of one release, by which a receiver can tell repetitions: the uid of the Release, or its name. */
    public String key() {
        return release.document().findText("metadata", "uid").orElse(release.namespace() + "/" + release.name());
    }

    /** One line for people. */
    public String headline() {
        String outcome = succeeded() ? "succeeded" : "failed";
        return "Release " + release.namespace() + "/" + release.name() + " " + outcome
                + advisoryUrl.map(url -> ": " + url).orElse("");
    }

    /** The event for machines: key, release, namespace, succeeded, advisory, fixed issues. */
    public DataObject toData() {
        DataObject.Builder data = DataObject.builder()
                .put("key", key())
                .put("release", release.name())
                .put("namespace", release.namespace())
                .put("succeeded", succeeded())
                .put("fixedIssues", DataArray.ofTexts(fixedIssues));
        advisoryUrl.ifPresent(url -> data.put("advisory", url));
        return data.build();
    }
}
