package dev.konflux.release.testkit.operator;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.runs.Phase;
import dev.konflux.release.testkit.runs.RunOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tries of a release's managed pipeline. The last one is current, and is mirrored into the older {@code managedProcessing}. */
record Attempts(ReleaseState state, List<DataObject> entries) {

    private static final String MIRROR = "managedProcessing";
    private static final String FAILED = "Failed";
    private static final String SUCCEEDED = "Succeeded";

    Attempts {
        entries = ImmutableList.copyOf(entries);
    }

    int count() {
        return entries.size();
    }

    /** How many tries followed the first. */
    int retries() {
        return Math.max(0, entries.size() - 1);
    }

    Optional<DataObject> current() {
        return entries.isEmpty() ? Optional.empty() : Optional.of(Iterables.getLast(entries));
    }

    Optional<DataObject> first() {
        return entries.stream().findFirst();
    }

    static Optional<String> binding(Optional<DataObject> attempt) {
        return attempt.flatMap(entry -> entry.findText("roleBindings", Bindings.TENANT));
    }

    boolean isCurrentFailed() {
        return currentStatus().equals(FAILED);
    }

    private String currentStatus() {
        return current().flatMap(attempt -> attempt.findText("status")).orElse("");
    }

    boolean isCurrentRetriable() {
        return isCurrentFailed() && RunOutcome.Failure.isRetriable(currentText("failureReason"));
    }

    String currentText(String field) {
        return current().flatMap(attempt -> attempt.findText(field)).orElse("");
    }

    boolean isCurrentDone() {
        return isCurrentFailed() || currentStatus().equals(SUCCEEDED);
    }

    private boolean isCurrentOpen() {
        return state.isProgressing(Phase.MANAGED) && !entries.isEmpty() && !isCurrentDone();
    }

    /** A new try, begun. Unlike other steps it leads back from a failed phase. */
    ReleaseState starting(String run, Bindings bindings, Optional<DataObject> mitigation, Instant now) {
        Optional<String> binding = bindings.find(Bindings.TENANT);
        Data time = Conditions.time(now);
        DataObject.Builder attempt = DataObject.builder()
                .put("pipelineRun", run)
                .put(
                        "roleBindings",
                        binding.map(reference -> DataObject.of(Bindings.TENANT, Data.of(reference)))
                                .orElse(DataObject.empty()));
        mitigation.ifPresent(applied -> attempt.put("mitigation", applied));
        ReleaseState mirrored = mirror(run, binding);
        if (state.progress(Phase.MANAGED).isSuccess()) {
            return withEntries(mirrored, appended(attempt.build()));
        }
        attempt.put("startTime", time).put("status", "Progressing");
        ReleaseState started =
                state.isProgressing(Phase.MANAGED) ? mirrored : mirrored.with(time, "status", MIRROR, "startTime");
        return new ReleaseState(Conditions.with(
                withEntries(started, appended(attempt.build())).document(),
                Phase.MANAGED.conditionType(),
                false,
                Progress.PROGRESSING.reason(),
                "",
                now));
    }

    private ReleaseState mirror(String run, Optional<String> binding) {
        ReleaseState named = state.with(Data.of(run), "status", MIRROR, "pipelineRun");
        if (binding.isPresent()) {
            return named.with(Data.of(binding.get()), "status", MIRROR, "roleBindings", Bindings.TENANT);
        }
        return state.binding(Phase.MANAGED, Bindings.TENANT).isEmpty()
                ? named
                : named.with(DataObject.empty(), "status", MIRROR, "roleBindings");
    }

    private List<DataObject> appended(DataObject attempt) {
        return ImmutableList.<DataObject>builder().addAll(entries).add(attempt).build();
    }

    /** The current try succeeded, and the phase with it. */
    ReleaseState succeeded(Instant now) {
        if (!isCurrentOpen()) {
            return state;
        }
        DataObject ended = Iterables.getLast(entries)
                .with("status", Data.of(SUCCEEDED))
                .with("completionTime", Conditions.time(now));
        return withCurrent(ended).succeeded(Phase.MANAGED, now);
    }

    /** The current try failed. The phase goes on until it is decided whether there is another try. */
    ReleaseState failed(RunOutcome.Failure failure, Instant now) {
        if (!isCurrentOpen()) {
            return state;
        }
        Data time = Conditions.time(now);
        DataObject.Builder ended = Iterables.getLast(entries).toBuilder()
                .put("status", FAILED)
                .put("completionTime", time)
                .put("failureReason", failure.reason());
        putUnlessEmpty(ended, "lastTask", failure.lastTask());
        putUnlessEmpty(ended, "lastStep", failure.lastStep());
        if (failure.successfulTasks() > 0) {
            ended.put("successfulTasks", failure.successfulTasks());
        }
        return withCurrent(ended.build()).with(time, "status", MIRROR, "completionTime");
    }

    private static void putUnlessEmpty(DataObject.Builder object, String field, String text) {
        if (!text.isEmpty()) {
            object.put(field, text);
        }
    }

    private ReleaseState withCurrent(DataObject attempt) {
        return withEntries(
                state,
                ImmutableList.<DataObject>builder()
                        .addAll(entries.subList(0, entries.size() - 1))
                        .add(attempt)
                        .build());
    }

    private static ReleaseState withEntries(ReleaseState state, List<DataObject> entries) {
        return state.with(DataArray.of(entries), "status", "managedPipelineAttempts");
    }
}
