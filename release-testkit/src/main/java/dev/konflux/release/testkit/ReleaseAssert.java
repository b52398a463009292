package dev.konflux.release.testkit;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.model.Condition;
import dev.konflux.release.model.Release;
import dev.konflux.release.testkit.runs.Phase;
import java.util.stream.Collectors;

/** What a test expects of a release. A failure shows all of its conditions. */
public final class ReleaseAssert {

    private final Release release;

    private ReleaseAssert(Release release) {
        this.release = release;
    }

    /** Expectations of a release. */
    public static ReleaseAssert assertThat(Release release) {
        return new ReleaseAssert(release);
    }

    /** The release succeeded. */
    @CanIgnoreReturnValue
    public ReleaseAssert isReleased() {
        return has("Released", "Succeeded");
    }

    /** The release failed, and says exactly this. */
    @CanIgnoreReturnValue
    public ReleaseAssert isFailed(String message) {
        return has("Released", "Failed").says("Released", message);
    }

    /** The release is invalid, and says exactly this. */
    @CanIgnoreReturnValue
    public ReleaseAssert isInvalid(String message) {
        return has("Validated", "Failed").says("Validated", message);
    }

    /** The phase succeeded. */
    @CanIgnoreReturnValue
    public ReleaseAssert succeeded(Phase phase) {
        return has(phase.conditionType(), "Succeeded");
    }

    /** The phase was skipped. */
    @CanIgnoreReturnValue
    public ReleaseAssert skipped(Phase phase) {
        return has(phase.conditionType(), "Skipped");
    }

    /** The phase failed, and says exactly this. */
    @CanIgnoreReturnValue
    public ReleaseAssert failed(Phase phase, String message) {
        return has(phase.conditionType(), "Failed").says(phase.conditionType(), message);
    }

    /** The managed pipeline ran that often. */
    @CanIgnoreReturnValue
    public ReleaseAssert hasAttempts(int count) {
        int found = release.status().items("managedPipelineAttempts").size();
        return expect(found == count, count + " attempts of the managed pipeline, found " + found);
    }

    private ReleaseAssert has(String type, String reason) {
        String found = release.findCondition(type).map(Condition::reason).orElse("no such condition");
        return expect(found.equals(reason), type + " to be " + reason + ", it is " + found);
    }

    private ReleaseAssert says(String type, String message) {
        String found = release.findCondition(type).map(Condition::message).orElse("");
        return expect(found.equals(message), type + " to say\n  " + message + "\nit says\n  " + found);
    }

    private ReleaseAssert expect(boolean holds, String expectation) {
        if (!holds) {
            String conditions = release.conditions().stream()
                    .map(condition -> "  " + condition.type() + " " + condition.reason() + " " + condition.message())
                    .collect(Collectors.joining("\n"));
            throw new AssertionError(
                    "expected " + expectation + "\nrelease " + release.reference() + ":\n" + conditions);
        }
        return this;
    }
}
