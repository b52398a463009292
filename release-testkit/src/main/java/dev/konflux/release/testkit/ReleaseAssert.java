package dev.konflux.release.testkit;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.model.Condition;
import dev.konflux.release.model.Release;
import dev.konflux.release.testkit.runs.Phase;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What a test expects of a release. A failure shows all of its conditions, or its whole story when the service is known. */
public final class ReleaseAssert {

    private final Release release;
    private final Supplier<String> story;

    private ReleaseAssert(Release release, Supplier<String> story) {
        this.release = release;
        this.story = story;
    }

    /** Expectations of a release. */
    public static ReleaseAssert assertThat(Release release) {
        return new ReleaseAssert(release, () -> conditions(release));
    }

    /** Expectations of a release in a service: of its present form, or of the given one when it is gone. */
    public static ReleaseAssert assertThat(FakeReleaseService service, Release release) {
        return new ReleaseAssert(
                service.find(release).orElse(release),
                () -> service.timeline(release).toText());
    }

    private static String conditions(Release release) {
        return release.conditions().stream()
                .map(condition -> "  " + condition.type() + " " + condition.reason() + " " + condition.message() + "\n")
                .collect(Collectors.joining("", "release " + release.reference() + ":\n", ""));
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
            throw new AssertionError("expected " + expectation + "\n" + story.get());
        }
        return this;
    }
}
