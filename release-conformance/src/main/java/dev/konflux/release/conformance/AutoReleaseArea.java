package dev.konflux.release.conformance;

import dev.konflux.release.model.ComponentGroup;
import dev.konflux.release.model.Condition;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.explain.PromotionGate;
import dev.konflux.release.model.text.JsonReader;
import dev.konflux.release.testkit.autorelease.AutoRelease;
import dev.konflux.release.testkit.autorelease.AutoReleaseCel;
import dev.konflux.release.testkit.autorelease.SnapshotReconciler;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The area of automatic releases: repeats the rounds over a Snapshot until nothing brings it back. */
final class AutoReleaseArea {

    private static final AutoReleaseCel CEL = AutoReleaseCel.create();
    private static final String STATUS = "test.appstudio.openshift.io/status";

    private AutoReleaseArea() {}

    static DataObject answer(DataObject input) {
        SnapshotCase given = SnapshotCase.of(input);
        SnapshotReconciler reconciler = SnapshotReconciler.with(AutoRelease.with(CEL), names());
        Snapshot snapshot = given.snapshot();
        if (given.isNested()) {
            throw new Area.Unsupported("nested snapshots");
        }
        List<DataObject> releases = new ArrayList<>();
        List<DataObject> changed = new ArrayList<>();
        List<Data> errors = new ArrayList<>();
        Optional<PromotionGate> gate = Optional.empty();
        long rounds = 0;
        boolean again = !SnapshotReconciler.isRestored(snapshot);
        while (again) {
            Resources cluster = given.others().and(Resources.ofDocuments(named(releases)));
            SnapshotReconciler.Round round = reconciler.reconcile(snapshot, cluster, given.now());
            rounds++;
            releases.addAll(round.releases());
            round.changed().forEach(object -> changed.add(stored(object, given.now())));
            gate = round.findGate().isPresent() ? round.findGate() : gate;
            round.findError().ifPresent(error -> errors.add(Data.of(error)));
            again = round.findError().isPresent()
                    ? errors.size() <= given.retries()
                    : SnapshotReconciler.isTriggered(snapshot, round.snapshot());
            snapshot = round.snapshot();
            if (!again && round.findError().isEmpty()) {
                errors.add(Data.nothing());
            }
        }
        DataObject report = report(given.snapshot(), snapshot, gate, releases, errors, rounds);
        return changed.isEmpty() ? report : report.with("changed", DataArray.of(changed));
    }

    /** An object as the cluster stores it: with the time of its creation. */
    private static DataObject stored(DataObject object, Instant now) {
        return object.find("metadata", "creationTimestamp").isPresent()
                ? object
                : object.withPath(Data.of(now.toString()), "metadata", "creationTimestamp");
    }

    private static DataObject report(
            Snapshot before,
            Snapshot after,
            Optional<PromotionGate> gate,
            List<DataObject> releases,
            List<Data> errors,
            long rounds) {
        DataObject.Builder answer = DataObject.builder();
        gate.ifPresent(asked ->
                answer.put("canBePromoted", asked.canBePromoted()).put("reasons", DataArray.ofTexts(asked.reasons())));
        if (!errors.isEmpty()) {
            Data last = errors.get(errors.size() - 1);
            if (!last.isNull()) {
                answer.put("error", last);
            }
            List<Data> earlier = errors.subList(0, errors.size() - 1);
            if (!earlier.isEmpty()) {
                answer.put("earlierErrors", DataArray.of(earlier));
            }
        }
        return answer.put("releases", DataArray.of(releases))
                .put("reconciles", rounds)
                .put("snapshot", changes(before, after))
                .build();
    }

    /** The conditions after, and what else was changed. */
    static DataObject changes(Snapshot before, Snapshot after) {
        DataObject.Builder changes = DataObject.builder();
        changes.put("conditions", DataArray.of(after.status().items("conditions")));
        DataObject annotations = changed(before.annotations(), after.annotations());
        if (annotations.has(STATUS)) {
            changes.put(
                    "tests",
                    JsonReader.create().read(after.findAnnotation(STATUS).orElse("[]"), STATUS));
        }
        putUnlessEmpty(changes, "annotations", annotations.without(STATUS));
        putUnlessEmpty(changes, "labels", changed(before.labels(), after.labels()));
        return changes.build();
    }

    private static void putUnlessEmpty(DataObject.Builder to, String name, DataObject value) {
        if (!value.isEmpty()) {
            to.put(name, value);
        }
    }

    private static DataObject changed(Map<String, String> before, Map<String, String> after) {
        DataObject.Builder changed = DataObject.builder();
        Set<String> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (String key : keys) {
            Optional<String> value = Optional.ofNullable(after.get(key));
            if (!value.equals(Optional.ofNullable(before.get(key)))) {
                changed.put(key, value.<Data>map(Data::of).orElse(Data.nothing()));
            }
        }
        return changed.build();
    }

    private static List<DataObject> named(List<DataObject> releases) {
        UnaryOperator<String> names = names();
        return releases.stream()
                .map(release -> release.withPath(
                        Data.of(names.apply(
                                release.findText("metadata", "generateName").orElse(""))),
                        "metadata",
                        "name"))
                .toList();
    }

    /** Names with a counter of five digits for each prefix. */
    static UnaryOperator<String> names() {
        Map<String, Integer> counters = new HashMap<>();
        return prefix -> prefix + String.format(Locale.ROOT, "%05d", counters.merge(prefix, 1, Integer::sum));
    }

    /** The case's objects, apart from its Snapshot. */
    record SnapshotCase(Snapshot snapshot, Resources others, Instant now, int retries) {

        static SnapshotCase of(DataObject input) {
            String wanted = input.findText("snapshot").orElseThrow();
            Instant now = Instant.parse(input.findText("now").orElseThrow());
            if (!input.items("faults").isEmpty()) {
                throw new Area.Unsupported("failing requests");
            }
            Optional<Snapshot> found = Optional.empty();
            List<DataObject> others = new ArrayList<>();
            for (Data item : input.items("objects")) {
                DataObject object = item.asObject().orElseThrow();
                String reference = object.findText("metadata", "namespace").orElse("") + "/"
                        + object.findText("metadata", "name").orElse("");
                boolean isIt =
                        object.findText("kind").filter("Snapshot"::equals).isPresent() && reference.equals(wanted);
                if (isIt) {
                    found = Optional.of(Snapshot.of(object));
                } else {
                    others.add(object);
                }
            }
            int retries = input.find("retries")
                    .flatMap(Data::asNumber)
                    .map(number -> (int) number.doubleValue())
                    .orElse(0);
            return new SnapshotCase(found.orElseThrow(), Resources.ofDocuments(others), now, retries);
        }

        /** Whether Snapshots of component groups that hold the Snapshot's own are yet to be created. */
        boolean isNested() {
            String group = snapshot.componentGroup();
            boolean done = snapshot.findCondition("ParentSnapshotsCreated")
                    .filter(Condition::isTrue)
                    .isPresent();
            return !done
                    && !group.isEmpty()
                    && others.all(ComponentGroup.class).stream()
                            .flatMap(parent -> parent.components().stream())
                            .anyMatch(member -> member.name().equals(group));
        }
    }
}
