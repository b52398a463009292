package dev.konflux.release.policy.notions;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.policy.value.Instants;
import dev.konflux.release.policy.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Trust by lists: for each source of a task the versions that are trusted, the newest first. */
public final class TrustedTasks {

    private static final Pattern VERSION = Pattern.compile(":[0-9.]+$");

    private final Scene scene;
    private final Supplier<Value> lists = Suppliers.memoize(this::readLists);
    private final Supplier<Map<String, List<Value>>> unexpired = Suppliers.memoize(this::unexpired);

    TrustedTasks(Scene scene) {
        this.scene = scene;
    }

    /** The lists of the data, completed by those of the rule data; undefined when the data has none at all. */
    public Value lists() {
        return lists.get();
    }

    private Value readLists() {
        Value data = scene.data().get("trusted_tasks");
        Value further = scene.ruleData("trusted_tasks");
        return data.isObject() && further.isObject() ? union(data, further) : Value.UNDEFINED;
    }

    private static Value union(Value first, Value second) {
        DataObject.Builder members = first.object().orElseThrow().toBuilder();
        for (Value.Entry entry : second.entries()) {
            Value before = first.at(entry.key());
            Value after = before.isObject() && entry.value().isObject() ? union(before, entry.value()) : entry.value();
            members.put(entry.key().text().orElseThrow(), after.data().orElseThrow());
        }
        return Value.of(members.build());
    }

    private Map<String, List<Value>> unexpired() {
        Map<String, List<Value>> records = new TreeMap<>();
        for (Value.Entry list : lists().entries()) {
            records.put(list.key().text().orElseThrow(), unexpired(list.value()));
        }
        return records;
    }

    /** First what never expires, then what expires last. */
    private List<Value> unexpired(Value records) {
        List<Value> left = new ArrayList<>();
        List<Value> expiring = new ArrayList<>();
        for (Value record : records.each()) {
            Value expiry = record.get("expires_on");
            if (record.isObject() && !expiry.isDefined()) {
                left.add(record);
            } else if (Instants.parse(expiry).isAfter(scene.now())) {
                expiring.add(record);
            }
        }
        List<Value> ordered = new ArrayList<>(Ranking.by("expires_on", expiring));
        Collections.reverse(ordered);
        left.addAll(ordered);
        return left;
    }

    /** Whether nothing is known of any task. */
    boolean isEmpty() {
        return unexpired.get().isEmpty();
    }

    boolean isTrusted(Task task) {
        return task.reference()
                .filter(reference -> records(reference.key()).stream()
                        .anyMatch(record -> record.get("ref").same(pinnedReference(reference))))
                .isPresent();
    }

    private static Value pinnedReference(TaskReference reference) {
        return reference.isPinned() ? reference.pinned() : Value.UNDEFINED;
    }

    private List<Value> records(Value key) {
        String wanted = key.text().orElse("");
        List<Value> exact = unexpired.get().getOrDefault(wanted, List.of());
        if (!exact.isEmpty() || !wanted.startsWith("oci://")) {
            return exact;
        }
        return unexpired.get().entrySet().stream()
                .filter(list -> VERSION.matcher(list.getKey()).replaceFirst("").equals(wanted))
                .flatMap(list -> list.getValue().stream())
                .toList();
    }

    /** The version of the task to upgrade to. */
    public Value newest(Task task) {
        return task.reference()
                .flatMap(reference -> records(reference.key()).stream().findFirst())
                .map(record -> record.get("ref"))
                .orElse(Value.UNDEFINED);
    }

    /** When the version of the task expires, in nanoseconds, if that is near enough to be told. */
    public Value expiry(Task task) {
        TaskReference reference = task.reference().orElse(null);
        if (reference == null) {
            return Value.UNDEFINED;
        }
        Value expiry = unexpired.get().getOrDefault(reference.key().text().orElse(""), List.of()).stream()
                .filter(record -> record.get("ref").same(pinnedReference(reference)))
                .findFirst()
                .map(record -> Instants.parse(record.get("expires_on")))
                .orElse(Value.UNDEFINED);
        return expiry.compareTo(firstDayToWarn()) > 0 ? expiry : Value.UNDEFINED;
    }

    private Value firstDayToWarn() {
        Value days = scene.ruleData("task_expiry_warning_days");
        return days.compareTo(Value.of(0)) > 0
                ? Instants.plusDays(scene.now(), days).orElse(Value.of(0))
                : Value.of(0);
    }
}
