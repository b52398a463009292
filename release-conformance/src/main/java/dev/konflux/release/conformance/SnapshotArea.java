package dev.konflux.release.conformance;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.mapping.SingleComponent;
import dev.konflux.release.model.mapping.SnapshotReduction;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import java.util.ArrayList;
import java.util.List;

/** Areas {@code reduce-snapshot} and {@code single-component}. */
final class SnapshotArea {

    private SnapshotArea() {}

    static DataObject reduce(DataObject input) {
        List<DataArray> lookedUp = new ArrayList<>();
        try {
            SnapshotReduction reduction = SnapshotReduction.of(
                    input.find("snapshot").orElse(Data.nothing()),
                    input.findText("singleComponent").orElse(""),
                    input.findText("customResource").orElse(""),
                    input.findText("namespace").orElse(""),
                    (type, namespace, name) -> {
                        lookedUp.add(DataArray.ofTexts(List.of(type, namespace, name)));
                        return input.findObject("labels").orElse(DataObject.empty());
                    });
            DataObject answer = DataObject.of("snapshot", reduction.snapshot());
            return lookedUp.isEmpty() ? answer : answer.with("lookedUp", lookedUp.get(0));
        } catch (ReleaseDataException e) {
            throw new Area.Refused(e.problem());
        }
    }

    static DataObject requireSingleComponent(DataObject input) {
        try {
            SingleComponent.require(input.find("snapshot").orElse(Data.nothing()));
            return Area.result(Data.of("ok"));
        } catch (ReleaseDataException e) {
            throw new Area.Refused(e.problem());
        }
    }
}
