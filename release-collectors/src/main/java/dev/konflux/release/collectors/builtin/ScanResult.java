package dev.konflux.release.collectors.builtin;

import dev.konflux.release.collectors.CollectorFailure;
import dev.konflux.release.model.data.CodePoints;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataString;
import dev.konflux.release.model.data.PythonEquality;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The ids that a scan found, of whatever type. */
record ScanResult(Set<Data> ids) {

    static ScanResult of(DataObject scan) {
        if (scan.isEmpty()) {
            throw CollectorFailure.of("the scan is empty");
        }
        Data found = scan.find("result", "vulnerabilities").orElse(DataArray.empty());
        Set<Data> ids = new LinkedHashSet<>();
        for (Data vulnerability : Fields.array(found, "vulnerabilities")) {
            refuseContainer(vulnerability.find("componentName").orElse(Data.nothing()));
            Data id = vulnerability.find("cveId").orElse(Data.nothing());
            refuseContainer(id);
            if (PythonEquality.isTrue(id)) {
                ids.add(id);
            }
        }
        return new ScanResult(ids);
    }

    /** Python cannot keep lists and objects in a set. */
    private static void refuseContainer(Data value) {
        if (value instanceof DataArray || value instanceof DataObject) {
            throw CollectorFailure.of(
                    "expected a plain value, found " + value.kind().word());
        }
    }

    /** The ids that another scan did not find, sorted; texts and numbers cannot be sorted together. */
    List<Data> without(ScanResult other) {
        List<Data> left = ids.stream().filter(id -> !other.ids.contains(id)).toList();
        if (left.stream().allMatch(DataString.class::isInstance)) {
            return left.stream()
                    .sorted(Comparator.comparing((Data id) -> ((DataString) id).text(), CodePoints.ORDER))
                    .toList();
        }
        if (left.stream().allMatch(DataNumber.class::isInstance)) {
            return left.stream()
                    .sorted(Comparator.comparing((Data id) -> ((DataNumber) id).decimal()))
                    .toList();
        }
        throw CollectorFailure.of("ids of different types cannot be sorted");
    }
}
