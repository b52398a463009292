package dev.konflux.release.policy.report;

import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.util.List;

/** The condensed forms of verdicts. */
final class Summaries {

    private Summaries() {}

    /** One component or file of a summary. */
    static DataObject of(Verdict verdict, ReportOptions options) {
        return DataObject.builder()
                .put("name", verdict.name().isEmpty() ? verdict.reference() : verdict.name())
                .put("success", verdict.isSuccess())
                .put("violations", ReportTree.condensed(verdict.violations()))
                .put("warnings", ReportTree.condensed(verdict.warnings()))
                .put("successes", options.successes() ? ReportTree.condensed(verdict.successes()) : DataObject.empty())
                .put("total_violations", verdict.violations().size())
                .put("total_warnings", verdict.warnings().size())
                .put("total_successes", verdict.successes().size())
                .build();
    }

    /** The totals inside a verification summary. */
    static DataObject verification(
            List<Verdict> components, ReportOptions options, String snapshot, String key, String version) {
        Totals totals = Totals.of(components);
        return DataObject.builder()
                .put("snapshot", snapshot)
                .put("components", components.size())
                .put("success", totals.violations() == 0)
                .put("key", key)
                .put("ec_version", version)
                .put(
                        "component_details",
                        DataArray.of(components.stream()
                                .map(one -> details(one, options))
                                .toList()))
                .put("Violations", totals.violations())
                .put("Warnings", totals.warnings())
                .build();
    }

    /** Upstream counts here only the successes that are listed. */
    private static DataObject details(Verdict verdict, ReportOptions options) {
        return DataObject.builder()
                .put("name", verdict.name())
                .put("containerImage", verdict.reference())
                .put("success", verdict.isSuccess())
                .put("violations", verdict.violations().size())
                .put("warnings", verdict.warnings().size())
                .put("successes", options.successes() ? verdict.successes().size() : 0)
                .build();
    }
}
