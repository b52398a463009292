package dev.konflux.release.model.lint;

import dev.konflux.release.model.GitReference;
import dev.konflux.release.model.Parameter;
import dev.konflux.release.model.Pipeline;
import dev.konflux.release.model.PipelineReference;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.ReleasePlanAdmission;
import dev.konflux.release.model.Resource;
import dev.konflux.release.model.data.DataPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Pipelines that cannot be found, are meant for somebody else, or carry settings nobody listens to. */
final class PipelineRules {

    private static final Pattern NO_BRANCH = Pattern.compile("[0-9a-f]{7,39}|v[0-9]+(\\.[0-9]+)+.*|refs/tags/.+");
    private static final Pattern OLD_LAYOUT =
            Pattern.compile("pipelines/(?!managed/|internal/|tenant)[^/]+/[^/]+\\.yaml");
    private static final Set<String> ADDED_BY_OPERATOR =
            Set.of("release", "releasePlan", "snapshot", "taskGitUrl", "taskGitRevision");

    private PipelineRules() {}

    static List<LintRule> all() {
        return List.of(
                KindRule.warning(
                        "pipeline.tenant-uses-managed",
                        "A plan runs a managed pipeline in its own namespace.",
                        ReleasePlan.class,
                        PipelineRules::tenantUsesManaged),
                KindRule.warning(
                        "pipeline.admission-without-pipeline",
                        "An admission names no pipeline.",
                        ReleasePlanAdmission.class,
                        PipelineRules::admissionWithoutPipeline),
                KindRule.error(
                        "pipeline.incomplete-git",
                        "A git reference lacks its repository, revision or path.",
                        Resource.class,
                        each(PipelineRules::incompleteGit)),
                KindRule.warning(
                        "pipeline.revision-is-no-branch",
                        "A revision looks like a tag or a short hash, which the operator does not find.",
                        Resource.class,
                        each(PipelineRules::revisionIsNoBranch)),
                KindRule.warning(
                        "pipeline.old-catalog",
                        "A pipeline comes from the catalog's old place.",
                        Resource.class,
                        each(PipelineRules::oldCatalog)),
                KindRule.warning(
                        "pipeline.cluster-resolver",
                        "A pipeline comes through the cluster resolver, which only debugging may use.",
                        Resource.class,
                        each(PipelineRules::clusterResolver)),
                KindRule.error(
                        "pipeline.repeated-param",
                        "A parameter is given twice, or once more than the operator gives it.",
                        Resource.class,
                        each(PipelineRules::repeatedParam)),
                KindRule.warning(
                        "pipeline.ignored-setting",
                        "A setting has no effect on this pipeline.",
                        Resource.class,
                        each(PipelineRules::ignoredSetting)));
    }

    private interface PipelineInspection {
        void inspect(DataPath path, Pipeline pipeline, Reporter report);
    }

    private static KindRule.Inspection<Resource> each(PipelineInspection inspection) {
        return (resource, report) ->
                Pipelines.of(resource).forEach((path, pipeline) -> inspection.inspect(path, pipeline, report));
    }

    private static void tenantUsesManaged(ReleasePlan plan, Reporter report) {
        Pipelines.of(plan)
                .forEach((path, pipeline) -> pipeline.pipelineRef()
                        .findGit()
                        .filter(git -> git.pathInRepo().startsWith("pipelines/managed/"))
                        .ifPresent(git -> report.at(
                                param(path, pipeline, "pathInRepo"),
                                "expected a pipeline for tenants, found '" + git.pathInRepo()
                                        + "', which expects an admission and the managed namespace's secrets",
                                "name it in spec.pipeline of a ReleasePlanAdmission and set spec.target here")));
    }

    private static void admissionWithoutPipeline(ReleasePlanAdmission admission, Reporter report) {
        if (admission.pipeline().isEmpty()) {
            String hint = admission.spec().has("pipelineRef")
                    ? "spec.pipelineRef is not read; move it to spec.pipeline.pipelineRef"
                    : "set spec.pipeline; releases of plans without a tenant pipeline fail otherwise";
            report.at(DataPath.of("spec"), "expected spec.pipeline, found none; nothing runs in this namespace", hint);
        }
    }

    private static void incompleteGit(DataPath path, Pipeline pipeline, Reporter report) {
        pipeline.pipelineRef().findGit().ifPresent(git -> {
            List<String> missing = new ArrayList<>();
            missing(git.url(), "url", missing);
            missing(git.revision(), "revision", missing);
            missing(git.pathInRepo(), "pathInRepo", missing);
            if (!missing.isEmpty()) {
                report.at(
                        param(path, pipeline, missing.get(0)),
                        "git resolution failed: invalid git configuration: " + String.join(", ", missing)
                                + " cannot be empty",
                        "add the parameters; without them no run can be created");
            }
        });
    }

    private static void missing(String value, String name, List<String> missing) {
        if (value.isBlank()) {
            missing.add(name);
        }
    }

    private static void revisionIsNoBranch(DataPath path, Pipeline pipeline, Reporter report) {
        pipeline.pipelineRef()
                .findGit()
                .map(GitReference::revision)
                .filter(revision -> NO_BRANCH.matcher(revision).matches())
                .ifPresent(revision -> report.at(
                        param(path, pipeline, "revision"),
                        "expected a branch or a full commit hash, found '" + revision + "'",
                        "the operator looks for a branch of that name and finds neither tags nor short hashes"));
    }

    private static DataPath param(DataPath path, Pipeline pipeline, String name) {
        List<Parameter> params = pipeline.pipelineRef().params();
        DataPath place = path.member("pipelineRef");
        for (int i = 0; i < params.size(); i++) {
            if (params.get(i).name().equals(name)) {
                place = path.member("pipelineRef").member("params").item(i).member("value");
            }
        }
        return place;
    }

    private static void oldCatalog(DataPath path, Pipeline pipeline, Reporter report) {
        pipeline.pipelineRef()
                .findGit()
                .filter(git -> git.url().contains("release-service-catalog"))
                .ifPresent(git -> {
                    if (git.url().contains("redhat-appstudio/")) {
                        report.at(
                                param(path, pipeline, "url"),
                                "the catalog has moved from '" + git.url() + "'",
                                "use https://github.com/konflux-ci/release-service-catalog.git");
                    }
                    if (OLD_LAYOUT.matcher(git.pathInRepo()).matches()) {
                        report.at(
                                param(path, pipeline, "pathInRepo"),
                                "'" + git.pathInRepo() + "' is a path of the catalog's old layout",
                                "look for it below pipelines/managed/");
                    }
                });
    }

    private static void clusterResolver(DataPath path, Pipeline pipeline, Reporter report) {
        if (pipeline.pipelineRef().resolver().equals("cluster")) {
            report.at(
                    path.member("pipelineRef").member("resolver"),
                    "releases fail with 'tried using debug only options while debug mode is disabled in the"
                            + " ReleaseServiceConfig'",
                    "use the git or bundles resolver");
        }
    }

    private static void repeatedParam(DataPath path, Pipeline pipeline, Reporter report) {
        repeated(path.member("params"), pipeline.params(), ADDED_BY_OPERATOR, report);
        PipelineReference reference = pipeline.pipelineRef();
        repeated(path.member("pipelineRef").member("params"), reference.params(), Set.of(), report);
    }

    private static void repeated(DataPath path, List<Parameter> params, Set<String> taken, Reporter report) {
        Set<String> seen = new HashSet<>(taken);
        for (int i = 0; i < params.size(); i++) {
            String name = params.get(i).name();
            if (!seen.add(name)) {
                report.at(
                        path.item(i),
                        "the parameter '" + name + "' is given twice",
                        taken.contains(name)
                                ? "remove it: the operator gives it, and Tekton refuses a run with both"
                                : "keep one of the two");
            }
        }
    }

    private static void ignoredSetting(DataPath path, Pipeline pipeline, Reporter report) {
        boolean managed = path.equals(Pipelines.MANAGED);
        if (!managed && pipeline.pipelineRef().ociStorage().isPresent()) {
            ignored(path.member("pipelineRef"), "ociStorage", "an admission's pipeline", report);
        }
        if (managed && pipeline.pipelineRef().useEmptyDir()) {
            ignored(path.member("pipelineRef"), "useEmptyDir", "tenant and final pipelines", report);
        }
        if (!managed && pipeline.maxRetries().isPresent()) {
            ignored(path, "maxRetries", "an admission's pipeline", report);
        }
    }

    private static void ignored(DataPath owner, String field, String listener, Reporter report) {
        report.atName(owner, field, field + " has no effect here", "it counts only on " + listener);
    }
}
