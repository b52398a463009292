package dev.konflux.release.testkit.operator;

import dev.konflux.release.model.Condition;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and writes the conditions of a status. */
final class Conditions {

    static final String MATCHED = "Matched";
    static final String RELEASED = "Released";
    static final String VALIDATED = "Validated";

    private static final String SINCE = "lastTransitionTime";
    private static final Data TRUE = Data.of("True");
    private static final Data FALSE = Data.of("False");
    private static final Data NO_MESSAGE = Data.of("");

    private Conditions() {}

    static Optional<Condition> find(DataObject object, String type) {
        for (Data item : object.items("status", "conditions")) {
            if (item instanceof DataObject condition && isOfType(condition, type)) {
                return Optional.of(Condition.of(condition));
            }
        }
        return Optional.empty();
    }

    /** The conditions by their types; the first one of a type counts. */
    static Map<String, Condition> byType(DataObject object) {
        Map<String, Condition> conditions = new HashMap<>();
        for (Data item : object.items("status", "conditions")) {
            if (item instanceof DataObject condition) {
                conditions.putIfAbsent(condition.findText("type").orElse(""), Condition.of(condition));
            }
        }
        return conditions;
    }

    private static boolean isOfType(DataObject condition, String type) {
        return condition.findText("type").filter(type::equals).isPresent();
    }

    /** The object with the condition set: in its place or at the end. The time of transition moves only when the status changes. */
    static DataObject with(DataObject object, String type, boolean status, String reason, String message, Instant now) {
        Data truth = status ? TRUE : FALSE;
        Data since = find(object, type)
                .filter(old -> truth.equals(old.data().member("status")))
                .flatMap(old -> old.data().find(SINCE))
                .orElseGet(() -> kept(time(now), object));
        DataObject written = DataObject.builder()
                .put("type", type)
                .put("status", truth)
                .put("reason", reason)
                .put("message", message.isEmpty() ? NO_MESSAGE : Data.of(message))
                .put(SINCE, since)
                .build();
        List<Data> conditions = new ArrayList<>(object.items("status", "conditions"));
        for (int i = 0; i < conditions.size(); i++) {
            if (conditions.get(i) instanceof DataObject condition && isOfType(condition, type)) {
                conditions.set(i, written);
                return object.withPath(DataArray.of(conditions), "status", "conditions");
            }
        }
        conditions.add(written);
        return object.withPath(DataArray.of(conditions), "status", "conditions");
    }

    /** The same time as it stands at the last condition already, where it does: of very many releases it is kept once. */
    private static Data kept(Data time, DataObject object) {
        List<Data> conditions = object.items("status", "conditions");
        Data latest = conditions.isEmpty()
                ? time
                : conditions.get(conditions.size() - 1).find(SINCE).orElse(time);
        return latest.equals(time) ? latest : time;
    }

    /** A time as the cluster stores it: in whole seconds. */
    static Data time(Instant instant) {
        return Data.of(instant.truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
