package dev.konflux.release.testkit.kube;

import com.google.common.base.Splitter;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataKind;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.store.ApiError.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The types of the fields of Tekton's runs, as far down as its definitions are looked at here. */
final class RunTypes {

    private static final Splitter WORDS = Splitter.on(' ');
    private static final Map<String, String> FIELDS = Map.of(
            "spec", "object",
            "spec.params", "array",
            "spec.pipelineRef", "object",
            "spec.pipelineRef.params", "array",
            "spec.pipelineRef.resolver spec.pipelineRef.name spec.taskRef.resolver spec.taskRef.name", "string",
            "spec.status spec.managedBy spec.serviceAccountName spec.timeout spec.statusMessage", "string",
            "spec.taskRunTemplate spec.timeouts spec.taskRef spec.taskSpec spec.debug spec.computeResources", "object",
            "spec.timeouts.pipeline spec.timeouts.tasks spec.timeouts.finally", "string",
            "spec.taskRunSpecs spec.workspaces spec.taskRef.params spec.sidecarSpecs spec.stepSpecs", "array",
            "spec.retries", "integer");

    private RunTypes() {}

    static List<Cause> faults(DataObject run) {
        List<Cause> causes = new ArrayList<>();
        FIELDS.forEach((paths, type) -> WORDS.split(paths)
                .forEach(path -> run.find(path.split("\\."))
                        .filter(value -> !value.isNull() && !word(value).equals(type))
                        .ifPresent(value -> causes.add(fault(path, type, value)))));
        causes.sort((one, other) -> one.field().compareTo(other.field()));
        return causes;
    }

    private static Cause fault(String path, String type, Data value) {
        String found = word(value);
        return new Cause(
                path,
                "FieldValueTypeInvalid",
                "Invalid value: \"%s\": %s in body must be of type %s: \"%s\"".formatted(found, path, type, found));
    }

    private static String word(Data value) {
        boolean isWhole = value.asNumber().filter(DataNumber::isInteger).isPresent();
        return value.kind() == DataKind.NUMBER && isWhole
                ? "integer"
                : value.kind().name().toLowerCase(Locale.ROOT);
    }
}
