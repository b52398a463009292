package dev.konflux.release.model.lint;

import dev.konflux.release.model.Release;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.ReleasePlanAdmission;
import dev.konflux.release.model.Resource;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataPath;
import dev.konflux.release.model.datakeys.DataKeys;
import dev.konflux.release.model.datakeys.KeyViolation;
import dev.konflux.release.model.datakeys.RequiredSystems;
import dev.konflux.release.model.releasedata.ReleaseData;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import java.util.List;

/** Keys of {@code spec.data} that the pipelines check late. */
final class DataRules {

    private static final DataPath DATA = DataPath.of("spec", "data");

    private DataRules() {}

    static List<LintRule> all() {
        return List.of(
                KindRule.error(
                        "data.invalid-key",
                        "A value in data is not what the pipelines accept.",
                        Resource.class,
                        DataRules::invalidKey),
                KindRule.error(
                        "data.disallowed-key",
                        "A key stands in a Release or a plan that only an admission may set.",
                        Resource.class,
                        DataRules::disallowedKey),
                KindRule.error(
                        "data.missing-key",
                        "A key is missing that the managed pipeline demands.",
                        Release.class,
                        DataRules::missingKey));
    }

    // Collectors may still add what is missing, so a release with any of them cannot be judged.
    private static void missingKey(Release release, Reporter report) {
        Resources resources = report.view().resources();
        resources
                .find(ReleasePlan.class, release.namespace(), release.releasePlan())
                .filter(plan -> plan.collectors().isEmpty())
                .ifPresent(plan -> report.view()
                        .matching()
                        .of(plan)
                        .findMatching()
                        .filter(admission -> admission.collectors().isEmpty())
                        .ifPresent(admission -> missingKey(release, plan, admission, report)));
    }

    private static void missingKey(Release release, ReleasePlan plan, ReleasePlanAdmission admission, Reporter report) {
        RequiredSystems systems = admission
                .pipeline()
                .flatMap(pipeline -> pipeline.pipelineRef().findGit())
                .flatMap(git -> RequiredSystems.ofPipeline(pipelineName(git.pathInRepo())))
                .orElse(RequiredSystems.none());
        try {
            ReleaseData data = ReleaseData.merge(release, plan, admission);
            List<KeyViolation> own = DataKeys.check(data);
            DataKeys.check(data, systems).stream()
                    .filter(violation -> !own.contains(violation))
                    .forEach(violation -> report.at(
                            DATA,
                            violation.path().jsonPath() + ": " + violation.message(),
                            "the managed pipeline stops; add it to data of the Release, the plan or the admission"));
        } catch (ReleaseDataException unreadable) {
            return; // data.invalid-key reports it
        }
    }

    private static String pipelineName(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        return file.endsWith(".yaml") ? file.substring(0, file.length() - ".yaml".length()) : file;
    }

    private static void invalidKey(Resource resource, Reporter report) {
        DataObject data = resource.spec().findObject("data").orElse(DataObject.empty());
        if (!hasData(resource) || data.isEmpty()) {
            return;
        }
        try {
            DataKeys.check(ReleaseData.of(data))
                    .forEach(violation -> report.at(DATA.then(violation.path()), violation.message(), ""));
        } catch (ReleaseDataException e) {
            report.at(DATA.then(e.path()), e.problem(), "");
        }
    }

    private static boolean hasData(Resource resource) {
        return resource instanceof Release
                || resource instanceof ReleasePlan
                || resource instanceof ReleasePlanAdmission;
    }

    private static void disallowedKey(Resource resource, Reporter report) {
        if (!(resource instanceof Release || resource instanceof ReleasePlan)) {
            return;
        }
        DataObject empty = DataObject.empty();
        DataObject spec = DataObject.of("spec", DataObject.of("data", data(resource)));
        ReleaseData merged = resource instanceof Release
                ? ReleaseData.merge(spec, empty, empty)
                : ReleaseData.merge(empty, spec, empty);
        merged.disallowedKeys()
                .forEach(key -> report.at(
                        DATA.then(key.key()), key.message(), "move it to spec.data of the ReleasePlanAdmission"));
    }

    private static DataObject data(Resource resource) {
        return resource.spec().findObject("data").orElse(DataObject.empty());
    }
}
