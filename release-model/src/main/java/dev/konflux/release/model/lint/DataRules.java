package dev.konflux.release.model.lint;

import dev.konflux.release.model.Release;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.ReleasePlanAdmission;
import dev.konflux.release.model.Resource;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataPath;
import dev.konflux.release.model.datakeys.DataKeys;
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
                        DataRules::disallowedKey));
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
