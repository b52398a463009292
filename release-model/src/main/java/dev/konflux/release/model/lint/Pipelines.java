package dev.konflux.release.model.lint;

import dev.konflux.release.model.Pipeline;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.ReleasePlanAdmission;
import dev.konflux.release.model.Resource;
import dev.konflux.release.model.data.DataPath;
import java.util.LinkedHashMap;
import java.util.Map;

/** The pipelines a plan or an admission names, by where they stand. */
final class Pipelines {

    static final DataPath TENANT = DataPath.of("spec", "tenantPipeline");
    static final DataPath FINAL = DataPath.of("spec", "finalPipeline");
    static final DataPath MANAGED = DataPath.of("spec", "pipeline");

    private Pipelines() {}

    static Map<DataPath, Pipeline> of(Resource resource) {
        Map<DataPath, Pipeline> pipelines = new LinkedHashMap<>();
        if (resource instanceof ReleasePlan plan) {
            plan.tenantPipeline().ifPresent(pipeline -> pipelines.put(TENANT, pipeline));
            plan.finalPipeline().ifPresent(pipeline -> pipelines.put(FINAL, pipeline));
        } else if (resource instanceof ReleasePlanAdmission admission) {
            admission.pipeline().ifPresent(pipeline -> pipelines.put(MANAGED, pipeline));
        }
        return pipelines;
    }
}
