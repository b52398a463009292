package dev.konflux.release.testkit.runs;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.model.Timeouts;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A run to be created, or why it cannot be built.
 *
 * @param document the run
 * @param failures why there is none
 * @param permanent whether building it again is pointless
 */
public record RunDraft(DataObject document, List<String> failures, boolean permanent) {

    /** Keeps its own copy of the failures. */
    public RunDraft {
        failures = ImmutableList.copyOf(failures);
    }

    /** A run that cannot be built now, but perhaps later. */
    public static RunDraft broken(String failure) {
        return new RunDraft(DataObject.empty(), ImmutableList.of(failure), false);
    }

    /** Whether there is a run to create. */
    public boolean isComplete() {
        return failures.isEmpty();
    }

    /** The failures in the operator's list, line ends and all: this is what ends up in a condition. */
    public String failureText() {
        String count = failures.size() == 1 ? "1 error occurred:" : failures.size() + " errors occurred:";
        return failures.stream()
                .map(failure -> "\t* " + failure)
                .collect(Collectors.joining("\n", count + "\n", "\n\n"));
    }

    /** Collects what a run is told, in order. */
    static final class Builder {

        /** All parameters have the same form, and share it. */
        private static final DataObject PARAM = DataObject.of("name", Data.of(""), "value", Data.of(""));

        private final DataObject.Builder metadata = DataObject.builder();
        private final DataObject.Builder spec = DataObject.builder();
        private final List<Data> params = new ArrayList<>();
        private final List<String> failures = new ArrayList<>();
        private boolean permanent;

        @CanIgnoreReturnValue
        Builder named(String prefix, String namespace) {
            metadata.put("generateName", prefix + "-").put("namespace", namespace);
            return this;
        }

        @CanIgnoreReturnValue
        Builder metadata(String field, Map<String, String> texts) {
            DataObject.Builder values = DataObject.builder();
            texts.forEach(values::put);
            metadata.put(field, values.build());
            return this;
        }

        @CanIgnoreReturnValue
        Builder finalizer(String finalizer) {
            metadata.put("finalizers", DataArray.of(Data.of(finalizer)));
            return this;
        }

        @CanIgnoreReturnValue
        Builder param(String name, String value) {
            params.add(PARAM.with("name", Data.of(name)).with("value", Data.of(value)));
            return this;
        }

        @CanIgnoreReturnValue
        Builder serviceAccount(String name) {
            spec.put(
                    "taskRunTemplate",
                    name.isEmpty() ? DataObject.empty() : DataObject.of("serviceAccountName", Data.of(name)));
            return this;
        }

        @CanIgnoreReturnValue
        Builder pipelineRef(DataObject reference) {
            spec.put("pipelineRef", reference);
            return this;
        }

        @CanIgnoreReturnValue
        Builder timeouts(Timeouts timeouts) {
            spec.put("timeouts", timeouts.data());
            return this;
        }

        @CanIgnoreReturnValue
        Builder taskRunSpecs(List<DataObject> specs) {
            if (!specs.isEmpty()) {
                spec.put("taskRunSpecs", DataArray.of(specs));
            }
            return this;
        }

        @CanIgnoreReturnValue
        Builder workspace(DataObject workspace) {
            spec.put("workspaces", DataArray.of(workspace));
            return this;
        }

        @CanIgnoreReturnValue
        Builder failure(String failure, boolean isPermanent) {
            failures.add(failure);
            permanent |= isPermanent;
            return this;
        }

        RunDraft build() {
            DataObject document = DataObject.builder()
                    .put("apiVersion", "tekton.dev/v1")
                    .put("kind", "PipelineRun")
                    .put("metadata", metadata.build())
                    .put("spec", spec.put("params", DataArray.of(params)).build())
                    .build();
            return new RunDraft(document, failures, permanent);
        }
    }
}
