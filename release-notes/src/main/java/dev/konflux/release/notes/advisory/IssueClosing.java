package dev.konflux.release.notes.advisory;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.PythonText;
import dev.konflux.release.notes.tracker.TrackerSite;
import java.util.Optional;
import java.util.regex.Pattern;

/** Closing the fixed issues after an advisory is published. */
public final class IssueClosing {

    private static final Pattern ID =
            Pattern.compile("[A-Za-z][A-Za-z0-9_]+-\\d+|\\d+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Data CLOSED = Data.of("Closed");

    private IssueClosing() {}

    /** Whether an issue of the release notes is one the service closes: on its own tracker and with a proper id. */
    public static boolean isEligible(Data issue) {
        String site = TrackerSite.of(issue.findText("source").orElse("").strip());
        String id = issue.findText("id").orElse("").strip();
        return site.equals(TrackerSite.SUPPORTED) && ID.matcher(id).matches();
    }

    /** The id of the transition that closes an issue, among those the tracker offers. */
    public static Optional<String> closingTransition(Data transitions) {
        return transitions.items("transitions").stream()
                .filter(transition ->
                        transition.find("name").filter(CLOSED::equals).isPresent())
                .flatMap(transition -> transition.find("id").stream())
                .filter(id -> !id.isNull())
                .map(PythonText::str)
                .findFirst();
    }

    /** The comment an issue gets. */
    public static String comment(AdvisoryLink advisory) {
        return "Fixed in Konflux Advisory " + advisory.url();
    }
}
