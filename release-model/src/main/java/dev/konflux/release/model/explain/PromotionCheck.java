package dev.konflux.release.model.explain;

import dev.konflux.release.model.MetadataKeys;
import dev.konflux.release.model.Snapshot;
import java.util.function.Predicate;

/** What the integration service asks of a Snapshot itself before it looks at any plan, in its order. */
public enum PromotionCheck {
    /** The tests have ended. */
    FINISHED(Snapshot::isTested, "its tests have finished", "has not yet finished testing", "wait for the tests"),
    /** The tests that count went well. */
    PASSED(
            Snapshot::isPassed,
            "its required tests have passed",
            "hasn't passed all required integration tests",
            "repair and run the failed tests again, or label their scenario " + MetadataKeys.OPTIONAL + ": \"true\""),
    /** The service did not refuse it. */
    VALID(snapshot -> !snapshot.isInvalid(), "it is valid", "is invalid", "make a new Snapshot without the fault"),
    /** It is not of a pull request. */
    PUSHED(
            PushEvent::isPush,
            "it was built from a push",
            "was created for a PaC pull request event",
            "merge the pull request; the build of the merge makes another Snapshot"),
    /** Its own label lets it. */
    ALLOWED(
            Snapshot::isAutoRelease,
            "its label does not forbid it",
            "'" + MetadataKeys.AUTO_RELEASE + "' label is 'false'",
            "create a Release by hand, or remove the label"),
    /** It does not test several pull requests together. */
    NOT_GROUP(
            snapshot -> !snapshot.type().equals("group"),
            "it is not a group snapshot",
            "is group snapshot",
            "group snapshots test pull requests together and are never released; merge them");

    @SuppressWarnings("ImmutableEnumChecker") // method references without state
    private final Predicate<Snapshot> test;

    private final String description;
    private final String refusal;
    private final String remedy;

    PromotionCheck(Predicate<Snapshot> test, String description, String refusal, String remedy) {
        this.test = test;
        this.description = description;
        this.refusal = refusal;
        this.remedy = remedy;
    }

    /** Whether the Snapshot fulfils it. */
    public boolean holds(Snapshot snapshot) {
        return test.test(snapshot);
    }

    /** What must hold, in a few words. */
    public String description() {
        return description;
    }

    /** The service's reason against a Snapshot that does not fulfil it. */
    public String reason() {
        return "the Snapshot " + refusal;
    }

    /** What to do about a Snapshot that does not fulfil it. */
    public String remedy() {
        return remedy;
    }
}
