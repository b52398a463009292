package dev.konflux.release.testkit.runs;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.store.AdmissionChain;
import dev.konflux.release.testkit.store.WriteRequest;
import dev.konflux.release.testkit.store.WriteRequest.Operation;

/** What Tekton's webhook fills into a new run. */
public final class TektonDefaults implements AdmissionChain {

    private static final String DEFAULT_TIMEOUT = "1h0m0s";
    private static final String DEFAULT_ACCOUNT = "default";

    @Override
    public DataObject admit(WriteRequest request) {
        boolean newRun =
                request.operation() == Operation.CREATE && request.type().kind().equals("PipelineRun");
        if (!newRun) {
            return request.object();
        }
        DataObject run = withDefault(request.object(), DEFAULT_TIMEOUT, "timeouts", "pipeline");
        return withDefault(run, DEFAULT_ACCOUNT, "taskRunTemplate", "serviceAccountName");
    }

    private static DataObject withDefault(DataObject run, String value, String group, String field) {
        return run.find("spec", group, field).isPresent() ? run : run.withPath(Data.of(value), "spec", group, field);
    }
}
