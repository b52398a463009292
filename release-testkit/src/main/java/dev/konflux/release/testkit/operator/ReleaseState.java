package dev.konflux.release.testkit.operator;

import com.google.common.collect.ObjectArrays;
import dev.konflux.release.model.Condition;
import dev.konflux.release.model.Release;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.runs.Phase;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** A release and the steps its status may take. A step that is not allowed changes nothing. Immutable. */
final class ReleaseState {

    private static final String STATUS = "status";
    private static final String START = "startTime";
    private static final String COMPLETION = "completionTime";

    private final DataObject document;
    private final Map<String, Condition> conditions;

    ReleaseState(DataObject document) {
        this.document = document;
        this.conditions = Conditions.byType(document);
    }

    DataObject document() {
        return document;
    }

    Release release() {
        return Release.of(document);
    }

    Progress progress() {
        return progress(Conditions.RELEASED);
    }

    Progress progress(Phase phase) {
        return progress(phase.conditionType());
    }

    private Progress progress(String type) {
        Condition condition = conditions.get(type);
        return condition == null ? Progress.ABSENT : Progress.of(condition);
    }

    boolean isReleasing() {
        return progress() == Progress.PROGRESSING;
    }

    boolean isFailed() {
        Condition released = conditions.get(Conditions.RELEASED);
        return released != null && released.isFalse() && released.reason().equals(Progress.FAILED.reason());
    }

    boolean isValid() {
        Condition validated = conditions.get(Conditions.VALIDATED);
        return validated != null && validated.isTrue();
    }

    boolean hasFinished(Phase phase) {
        return progress(phase).isFinished();
    }

    boolean isProgressing(Phase phase) {
        return progress(phase) == Progress.PROGRESSING;
    }

    boolean haveAllPhasesFinished() {
        return Arrays.stream(Phase.values()).allMatch(this::hasFinished);
    }

    ReleaseState with(Data value, String first, String... rest) {
        return new ReleaseState(document.withPath(value, first, rest));
    }

    /** The release has begun. */
    ReleaseState releasing(Instant now) {
        return step(Progress.PROGRESSING, "", now)
                .filter(next -> !isReleasing())
                .map(next -> next.with(Conditions.time(now), STATUS, START))
                .orElse(this);
    }

    /** Everything is done. */
    ReleaseState released(Instant now) {
        return completed(Progress.SUCCEEDED, "", now);
    }

    /** The release failed. Only the first failure counts, and a release that never began cannot fail. */
    ReleaseState failed(String message, Instant now) {
        return completed(Progress.FAILED, message, now);
    }

    private ReleaseState completed(Progress end, String message, Instant now) {
        return step(end, message, now)
                .map(next -> next.with(Conditions.time(now), STATUS, COMPLETION))
                .orElse(this);
    }

    private Optional<ReleaseState> step(Progress next, String message, Instant now) {
        return progress().mayBecome(next)
                ? Optional.of(condition(Conditions.RELEASED, next, message, now))
                : Optional.empty();
    }

    private ReleaseState condition(String type, Progress progress, String message, Instant now) {
        return new ReleaseState(Conditions.with(document, type, progress.status(), progress.reason(), message, now));
    }

    ReleaseState validated(Instant now) {
        return isValid()
                ? this
                : condition(Conditions.VALIDATED, Progress.SUCCEEDED, "", now)
                        .with(Conditions.time(now), STATUS, "validation", "time");
    }

    /** The release is invalid. One that was valid is marked for ever. */
    ReleaseState validationFailed(String message, Instant now) {
        ReleaseState marked = isValid() ? with(Data.of(true), STATUS, "validation", "failedPostValidation") : this;
        return marked.with(Conditions.time(now), STATUS, "validation", "time")
                .condition(Conditions.VALIDATED, Progress.FAILED, message, now);
    }

    ReleaseState processing(Phase phase, Instant now) {
        if (!progress(phase).mayBecome(Progress.PROGRESSING)) {
            return this;
        }
        ReleaseState started = isProgressing(phase) ? this : with(phase, START, Conditions.time(now));
        return started.condition(phase.conditionType(), Progress.PROGRESSING, "", now);
    }

    ReleaseState succeeded(Phase phase, Instant now) {
        return ended(phase, Progress.SUCCEEDED, "", now);
    }

    ReleaseState failed(Phase phase, String message, Instant now) {
        return ended(phase, Progress.FAILED, message, now);
    }

    private ReleaseState ended(Phase phase, Progress end, String message, Instant now) {
        return progress(phase).mayBecome(end)
                ? with(phase, COMPLETION, Conditions.time(now)).condition(phase.conditionType(), end, message, now)
                : this;
    }

    ReleaseState skipped(Phase phase, Instant now) {
        return progress(phase).mayBecome(Progress.SKIPPED)
                ? condition(phase.conditionType(), Progress.SKIPPED, "", now)
                : this;
    }

    /** The reference of the phase's role binding in a slot, {@code tenantRoleBinding} for instance. */
    Optional<String> binding(Phase phase, String slot) {
        return document.findText(path(phase, "roleBindings", slot));
    }

    /** The phase's run and role bindings, recorded. */
    ReleaseState recording(Phase phase, String run, Bindings bindings) {
        return with(phase, "pipelineRun", Data.of(run)).recording(phase, bindings);
    }

    ReleaseState recording(Phase phase, Bindings bindings) {
        ReleaseState recorded = this;
        for (var binding : bindings.references().entrySet()) {
            recorded = recorded.with(Data.of(binding.getValue()), path(phase, "roleBindings", binding.getKey()));
        }
        return recorded;
    }

    private ReleaseState with(Phase phase, String field, Data value) {
        return with(value, path(phase, field));
    }

    private ReleaseState with(Data value, String[] path) {
        return with(value, path[0], Arrays.copyOfRange(path, 1, path.length));
    }

    private static String[] path(Phase phase, String... further) {
        return ObjectArrays.concat(phase.statusPath().toArray(String[]::new), further, String.class);
    }

    Attempts attempts() {
        return new Attempts(this, document.objects(STATUS, "managedPipelineAttempts"));
    }
}
