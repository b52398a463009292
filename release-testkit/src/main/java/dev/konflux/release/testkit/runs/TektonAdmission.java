package dev.konflux.release.testkit.runs;

import com.google.common.base.Ascii;
import dev.konflux.release.model.GoDuration;
import dev.konflux.release.model.PipelineRun;
import dev.konflux.release.model.Timeouts;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.store.AdmissionChain;
import dev.konflux.release.testkit.store.ApiError;
import dev.konflux.release.testkit.store.ApiException;
import dev.konflux.release.testkit.store.WriteRequest;
import dev.konflux.release.testkit.store.WriteRequest.Operation;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Tekton's webhooks for new runs: they fill in defaults, and refuse limits that do not fit into each other and parameters given twice. */
public final class TektonAdmission implements AdmissionChain {

    private static final Duration DEFAULT_LIMIT = Duration.ofHours(1);
    private static final String DEFAULT_ACCOUNT = "default";
    private static final String DENIAL =
            "admission webhook \"validation.webhook.pipeline.tekton.dev\" denied the request: validation failed: ";

    @Override
    public DataObject admit(WriteRequest request) {
        boolean newRun =
                request.operation() == Operation.CREATE && request.type().kind().equals("PipelineRun");
        if (!newRun) {
            return request.object();
        }
        DataObject run = withDefault(request.object(), GoDuration.format(DEFAULT_LIMIT), "timeouts", "pipeline");
        DataObject complete = withDefault(run, DEFAULT_ACCOUNT, "taskRunTemplate", "serviceAccountName");
        new Faults().in(PipelineRun.of(complete));
        return complete;
    }

    private static DataObject withDefault(DataObject run, String value, String group, String field) {
        return run.find("spec", group, field).isPresent() ? run : run.withPath(Data.of(value), "spec", group, field);
    }

    /** Collects what is wrong, by message; a message names every field it is about. */
    private static final class Faults {

        private final SortedMap<String, SortedSet<String>> fields = new TreeMap<>();

        void in(PipelineRun run) {
            params(run);
            Timeouts limits = run.timeouts();
            limits.pipeline().ifPresent(limit -> limits(limits, limit));
            tasks(run);
            if (!fields.isEmpty()) {
                throw new ApiException(ApiError.badRequest(DENIAL + text()));
            }
        }

        private String text() {
            return fields.entrySet().stream()
                    .map(fault -> fault.getKey() + ": " + String.join(", ", fault.getValue()))
                    .collect(Collectors.joining("\n"));
        }

        private void add(String message, String field) {
            fields.computeIfAbsent(message, unused -> new TreeSet<>()).add("spec." + field);
        }

        private void params(PipelineRun run) {
            Set<String> names = new HashSet<>();
            run.params().stream()
                    .filter(param -> !names.add(Ascii.toLowerCase(param.name())))
                    .forEach(param -> add("expected exactly one, got both", "params[" + param.name() + "].name"));
        }

        private void limits(Timeouts limits, Duration run) {
            limits.tasks().ifPresent(tasks -> limit(tasks, run, "timeouts.tasks"));
            limits.finallyTasks().ifPresent(last -> limit(last, run, "timeouts.finally"));
            if (limits.tasks().isPresent() && limits.finallyTasks().isPresent()) {
                Duration tasks = limits.tasks().get();
                Duration last = limits.finallyTasks().get();
                if (tasks.plus(last).compareTo(run) > 0) {
                    String sum = GoDuration.format(tasks) + " + " + GoDuration.format(last);
                    add(invalid(sum + " should be <= pipeline duration"), "timeouts.tasks");
                    add(invalid(sum + " should be <= pipeline duration"), "timeouts.finally");
                }
            }
        }

        /** Zero means no limit at all. */
        private void limit(Duration limit, Duration run, String field) {
            boolean endless = limit.isZero();
            if (!run.isZero() && (endless || limit.compareTo(run) > 0)) {
                String text = GoDuration.format(limit) + (endless ? " (no timeout)" : "");
                add(invalid(text + " should be <= pipeline duration"), field);
            }
        }

        /** No task may take longer than all tasks together, or than the run where those have no limit. */
        private void tasks(PipelineRun run) {
            Optional<Duration> tasks = run.timeouts().tasks();
            Duration most = tasks.or(() -> run.timeouts().pipeline()).orElse(DEFAULT_LIMIT);
            String source = tasks.isPresent() ? "pipeline tasks duration" : "pipeline duration";
            int index = 0;
            for (DataObject spec : run.taskRunSpecs()) {
                String field = "taskRunSpecs[" + index++ + "].timeout";
                spec.findText("timeout")
                        .flatMap(GoDuration::parse)
                        .filter(limit -> !most.isZero() && limit.compareTo(most) > 0)
                        .map(limit ->
                                GoDuration.format(limit) + " should be <= " + source + " " + GoDuration.format(most))
                        .ifPresent(text -> add(invalid(text), field));
            }
        }

        private static String invalid(String detail) {
            return "invalid value: " + detail;
        }
    }
}
