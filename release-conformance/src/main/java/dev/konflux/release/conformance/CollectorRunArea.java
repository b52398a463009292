package dev.konflux.release.conformance;

import dev.konflux.release.collectors.CollectorFailure;
import dev.konflux.release.collectors.CollectorResults;
import dev.konflux.release.collectors.ParameterTemplate;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.LinkedHashMap;
import java.util.Map;

/** Areas {@code collector-interpolation} and {@code collector-save-results}. */
final class CollectorRunArea {

    /** The corpus writes the recording machine's home in this way. */
    private static final Map<String, String> ENVIRONMENT = Map.of("HOME", "{HOME}");

    private CollectorRunArea() {}

    static DataObject interpolate(DataObject input) {
        ParameterTemplate template =
                ParameterTemplate.of(input.findText("value").orElse("")).withEnvironment(ENVIRONMENT);
        try {
            String value = template.expand(input.findObject("release").orElse(DataObject.empty()));
            return DataObject.of("value", Data.of(value));
        } catch (CollectorFailure e) {
            throw new Area.Refused(String.valueOf(e.getMessage()));
        }
    }

    static DataObject saveResults(DataObject input) {
        Map<String, String> files = new LinkedHashMap<>();
        input.findObject("files")
                .orElse(DataObject.empty())
                .members()
                .forEach((name, content) -> files.put(name, content.asText().orElse("")));
        CollectorResults results = CollectorResults.of(files);
        return DataObject.of(
                "patch",
                input.findText("params", "P_statusKey")
                        .map(results::statusPatch)
                        .orElseGet(results::statusPatch));
    }
}
