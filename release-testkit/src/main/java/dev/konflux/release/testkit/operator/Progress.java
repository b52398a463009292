package dev.konflux.release.testkit.operator;

import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.SetMultimap;
import dev.konflux.release.model.Condition;

/** How far a release, or one phase of it, has come. */
enum Progress {
    /** Not begun: the condition is absent, or says something nobody understands. */
    ABSENT(false, ""),
    PROGRESSING(false, "Progressing"),
    SUCCEEDED(true, "Succeeded"),
    /** Counts as success everywhere. */
    SKIPPED(true, "Skipped"),
    FAILED(false, "Failed");

    /** The steps a release and its phases may take; every other step is ignored. */
    private static final SetMultimap<Progress, Progress> STEPS = ImmutableSetMultimap.<Progress, Progress>builder()
            .putAll(ABSENT, PROGRESSING, SKIPPED)
            .putAll(PROGRESSING, PROGRESSING, SUCCEEDED, SKIPPED, FAILED)
            .build();

    private final boolean status;
    private final String reason;

    Progress(boolean status, String reason) {
        this.status = status;
        this.reason = reason;
    }

    static Progress of(Condition found) {
        if (found.isTrue()) {
            return found.reason().equals(SKIPPED.reason) ? SKIPPED : SUCCEEDED;
        }
        if (!found.isFalse()) {
            return ABSENT;
        }
        return found.reason().equals(PROGRESSING.reason) ? PROGRESSING : FAILED;
    }

    boolean mayBecome(Progress next) {
        return STEPS.containsEntry(this, next);
    }

    boolean isFinished() {
        return this == SUCCEEDED || this == SKIPPED || this == FAILED;
    }

    boolean isSuccess() {
        return status;
    }

    boolean status() {
        return status;
    }

    String reason() {
        return reason;
    }
}
