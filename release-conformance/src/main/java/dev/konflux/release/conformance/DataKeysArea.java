package dev.konflux.release.conformance;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.datakeys.DataKeys;
import dev.konflux.release.model.datakeys.KeyViolation;
import dev.konflux.release.model.datakeys.RequiredSystems;
import dev.konflux.release.model.releasedata.ReleaseData;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import java.util.List;

/** Area {@code data-keys}. */
final class DataKeysArea {

    private DataKeysArea() {}

    static DataObject answer(DataObject input) {
        try {
            DataObject data =
                    input.findObject("data").orElseThrow(() -> new ReleaseDataException("No data JSON was provided."));
            RequiredSystems systems =
                    RequiredSystems.parse(input.findText("systems").orElse(""));
            List<KeyViolation> violations = DataKeys.check(ReleaseData.of(data), systems);
            DataObject.Builder answer = DataObject.builder()
                    .put("valid", violations.isEmpty())
                    .put(
                            "mergedSystems",
                            systems.appendedTo(data).find("systems").orElseThrow())
                    .put("errors", errors(violations));
            return violations.isEmpty()
                    ? answer.build()
                    : answer.put("error", "schema validation failed for data.json")
                            .build();
        } catch (ReleaseDataException e) {
            return DataObject.of("valid", Data.of(false), "error", Data.of(e.problem()));
        }
    }

    private static DataArray errors(List<KeyViolation> violations) {
        return DataArray.of(violations.stream()
                .map(violation -> DataObject.builder()
                        .put("path", violation.path().jsonPath())
                        .put("keyword", violation.keyword())
                        .put("message", violation.message())
                        .build())
                .toList());
    }
}
