package dev.konflux.release.policy.report;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.JsonText;
import dev.konflux.release.policy.PolicyResult;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Results as parts of a JSON report. */
final class ReportTree {

    private ReportTree() {}

    /** Results with the names of their metadata sorted. */
    static DataArray results(List<PolicyResult> results) {
        return DataArray.of(results.stream().map(ReportTree::result).toList());
    }

    private static DataObject result(PolicyResult result) {
        DataObject.Builder tree = DataObject.builder().put("msg", result.message());
        if (!result.metadata().isEmpty()) {
            tree.put("metadata", DataObject.of(new TreeMap<>(result.metadata().members())));
        }
        return tree.build();
    }

    /** The first message of every rule, and how many more there are; upstream leaves out results without a code. */
    static DataObject condensed(List<PolicyResult> results) {
        Map<String, List<PolicyResult>> byCode = new TreeMap<>();
        for (PolicyResult result : results) {
            result.code().ifPresent(code -> byCode.merge(code, List.of(result), ReportTree::joined));
        }
        DataObject.Builder tree = DataObject.builder();
        byCode.forEach((code, same) -> tree.put(code, messages(code, same)));
        return tree.build();
    }

    private static List<PolicyResult> joined(List<PolicyResult> first, List<PolicyResult> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static DataArray messages(String code, List<PolicyResult> same) {
        Data first = Data.of(same.get(0).message());
        int more = same.size() - 1;
        String quoted = JsonText.compact().write(Data.of(code));
        return more == 0
                ? DataArray.of(first)
                : DataArray.of(first, Data.of("There are " + more + " more " + quoted + " messages"));
    }

    /** A list, or null where there is nothing in it. */
    static Data orNull(List<DataObject> items) {
        return items.isEmpty() ? Data.nothing() : DataArray.of(items);
    }
}
