package dev.konflux.release.conformance;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.explain.PromotionGate;
import dev.konflux.release.testkit.autorelease.SnapshotReconciler.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The area of automatic releases: looks at a Snapshot until nothing brings it back. */
final class AutoReleaseArea {

    private AutoReleaseArea() {}

    static DataObject answer(DataObject input) {
        SnapshotWorld world = new SnapshotWorld(input);
        int retries = input.find("retries")
                .flatMap(Data::asNumber)
                .map(number -> (int) number.doubleValue())
                .orElse(0);
        Optional<PromotionGate> gate = Optional.empty();
        List<Data> errors = new ArrayList<>();
        long looks = 0;
        boolean again = true;
        while (again) {
            Look look = world.reconciler().reconcile(world.key(), world.now());
            looks++;
            gate = look.findGate().isPresent() ? look.findGate() : gate;
            boolean woken = world.takeWoken();
            errors.add(look.findError().<Data>map(Data::of).orElse(Data.nothing()));
            again = look.findError().isPresent() ? retries-- > 0 : woken;
        }
        return report(world, gate, errors, looks);
    }

    private static DataObject report(SnapshotWorld world, Optional<PromotionGate> gate, List<Data> errors, long looks) {
        DataObject.Builder answer = DataObject.builder();
        gate.ifPresent(asked ->
                answer.put("canBePromoted", asked.canBePromoted()).put("reasons", DataArray.ofTexts(asked.reasons())));
        Data last = errors.remove(errors.size() - 1);
        if (!last.isNull()) {
            answer.put("error", last);
        }
        errors.removeIf(Data::isNull);
        if (!errors.isEmpty()) {
            answer.put("earlierErrors", DataArray.of(errors));
        }
        List<Data> changed = world.changed();
        if (!changed.isEmpty()) {
            answer.put("changed", DataArray.of(changed));
        }
        return answer.put("releases", DataArray.of(world.created("Release")))
                .put("reconciles", looks)
                .put("snapshot", world.changes())
                .build();
    }
}
