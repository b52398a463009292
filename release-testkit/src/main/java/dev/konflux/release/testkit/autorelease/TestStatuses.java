package dev.konflux.release.testkit.autorelease;

import dev.konflux.release.model.IntegrationTestScenario;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.golang.GoTime;
import dev.konflux.release.model.text.DataSyntaxException;
import dev.konflux.release.model.text.JsonReader;
import dev.konflux.release.testkit.store.ApiError;
import dev.konflux.release.testkit.store.ApiException;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The results of tests that a Snapshot keeps in an annotation.
 *
 * @param byScenario the entries; of a scenario that is listed twice, the last
 */
record TestStatuses(Map<String, DataObject> byScenario) {

    static final String ANNOTATION = "test.appstudio.openshift.io/status";
    private static final String UNREADABLE =
            "failed to get integration tests statuses from snapshot: failed to unmarshal json: ";

    // Upstream's table of names lacks one name, so a warning is written, and read, as BuildPLRInProgress.
    private static final Set<String> PASSED = Set.of("TestPassed", "BuildPLRInProgress");
    private static final Set<String> FINAL = Set.of(
            "TestPassed",
            "BuildPLRInProgress",
            "Deleted",
            "EnvironmentProvisionError",
            "DeploymentError",
            "TestFail",
            "TestInvalid");
    private static final Set<String> OTHERS =
            Set.of("Pending", "InProgress", "SnapshotCreationFailed", "BuildPLRFailed");
    private static final List<String> REQUIRED = List.of("scenario", "status", "lastUpdateTime");
    private static final List<String> TEXTS = List.of(
            "scenario", "status", "lastUpdateTime", "details", "startTime", "completionTime", "testPipelineRunName");
    private static final List<String> TIMES = List.of("lastUpdateTime", "startTime", "completionTime");
    private static final List<String> OPTIONAL = List.of("startTime", "completionTime", "testPipelineRunName");

    TestStatuses {
        byScenario = new TreeMap<>(byScenario);
    }

    /**
     * The results in the annotation.
     *
     * @throws ApiException when the annotation cannot be read
     */
    static TestStatuses of(Snapshot snapshot) {
        String text = snapshot.findAnnotation(ANNOTATION).orElse("");
        if (text.isEmpty()) {
            return new TestStatuses(Map.of());
        }
        Data data;
        try {
            data = JsonReader.create().read(text, ANNOTATION);
        } catch (DataSyntaxException e) {
            throw unreadable(String.valueOf(e.getMessage()));
        }
        if (!(data instanceof DataArray entries)) {
            throw unreadable("error validating test status: expected array");
        }
        Map<String, DataObject> byScenario = new TreeMap<>();
        for (Data entry : entries) {
            Optional<String> fault = fault(entry);
            if (fault.isPresent()) {
                throw unreadable(fault.get());
            }
            byScenario.put(entry.findText("scenario").orElse(""), known(entry));
        }
        return new TestStatuses(byScenario);
    }

    private static ApiException unreadable(String why) {
        return new ApiException(ApiError.of(0, "", UNREADABLE + why));
    }

    private static Optional<String> fault(Data entry) {
        return faultOfShape(entry)
                .map(fault -> "error validating test status: " + fault)
                .or(() -> faultOfValue(entry).map(fault -> "failed to unmarshal json data: " + fault));
    }

    private static Optional<String> faultOfShape(Data entry) {
        for (String name : REQUIRED) {
            if (entry.find(name).isEmpty()) {
                return Optional.of("missing properties: '" + name + "'");
            }
        }
        for (String name : TEXTS) {
            if (entry.find(name).filter(value -> value.asText().isEmpty()).isPresent()) {
                return Optional.of(name + ": expected string");
            }
        }
        return entry.find("runAfter")
                .filter(value -> !areTexts(value))
                .map(wrong -> "runAfter: expected array of strings");
    }

    private static boolean areTexts(Data value) {
        return value instanceof DataArray array
                && array.items().stream().allMatch(item -> item.asText().isPresent());
    }

    private static Optional<String> faultOfValue(Data entry) {
        String status = entry.findText("status").orElse("");
        if (!FINAL.contains(status) && !OTHERS.contains(status)) {
            return Optional.of(status + " does not belong to IntegrationTestStatus values");
        }
        Optional<Data> optional = entry.find("isOptionalScenario").filter(value -> !value.isNull());
        if (optional.isPresent() && optional.get().asBoolean().isEmpty()) {
            return Optional.of("isOptionalScenario: expected bool");
        }
        try {
            TIMES.forEach(name -> entry.findText(name).ifPresent(GoTime::parse));
            return Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static DataObject known(Data entry) {
        DataObject.Builder known = DataObject.builder();
        REQUIRED.forEach(name -> known.put(name, written(name, entry)));
        known.put("details", written("details", entry));
        OPTIONAL.stream()
                .filter(name -> !written(name, entry).isEmpty())
                .forEach(name -> known.put(name, written(name, entry)));
        entry.find("isOptionalScenario")
                .filter(Data.of(true)::equals)
                .ifPresent(optional -> known.put("isOptionalScenario", optional));
        List<Data> parents = entry.items("runAfter");
        if (!parents.isEmpty()) {
            known.put("runAfter", DataArray.of(parents));
        }
        return known.build();
    }

    /** A text as the service writes it again: odd forms of times in UTC are gone. */
    private static String written(String name, Data entry) {
        String text = entry.findText(name).orElse("");
        return TIMES.contains(name) && text.endsWith("Z") ? GoConversions.text(GoTime.parse(text)) : text;
    }

    /** An entry after its scenario has come to a status, which may be the one it had; its times only move with what they are about. */
    static DataObject changed(DataObject before, String scenario, String status, String details, String time) {
        DataObject.Builder entry = before.toBuilder().put("scenario", scenario);
        boolean sameStatus = before.findText("status").filter(status::equals).isPresent();
        boolean sameDetails = before.findText("details").filter(details::equals).isPresent();
        if (!sameStatus || !sameDetails) {
            entry.put("status", status).put("details", details).put("lastUpdateTime", time);
        }
        if (sameStatus) {
            return entry.build();
        }
        return switch (status) {
            case "Pending" -> entry.remove("startTime").remove("completionTime").build();
            case "InProgress" ->
                entry.put("startTime", time).remove("completionTime").build();
            default -> entry.put("completionTime", time).build();
        };
    }

    /** An entry that says whether its scenario is optional. */
    static DataObject marked(DataObject entry, IntegrationTestScenario scenario) {
        return scenario.isOptional()
                ? entry.with("isOptionalScenario", Data.of(true))
                : entry.without("isOptionalScenario");
    }

    boolean has(String scenario) {
        return byScenario.containsKey(scenario);
    }

    boolean isFinal(String scenario) {
        return FINAL.contains(status(scenario));
    }

    boolean isPassed(String scenario) {
        return PASSED.contains(status(scenario));
    }

    /** The scenarios that it waits for. */
    List<String> parents(String scenario) {
        return entry(scenario).items("runAfter").stream()
                .flatMap(name -> name.asText().stream())
                .toList();
    }

    String status(String scenario) {
        return entry(scenario).findText("status").orElse("");
    }

    /** The entry of a scenario; empty when there is none. */
    DataObject entry(String scenario) {
        return byScenario.getOrDefault(scenario, DataObject.empty());
    }

    /** As the annotation's value. */
    DataArray toData() {
        return DataArray.of(new ArrayList<>(byScenario.values()));
    }
}
