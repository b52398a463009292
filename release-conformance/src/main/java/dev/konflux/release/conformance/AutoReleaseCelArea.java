package dev.konflux.release.conformance;

import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.explain.AutoReleaseExpressions.Result;
import dev.konflux.release.testkit.autorelease.AutoReleaseCel;
import dev.konflux.release.testkit.autorelease.SnapshotName;
import java.time.Instant;

/** The areas of expressions and names of Snapshots. */
final class AutoReleaseCelArea {

    private static final AutoReleaseCel CEL = AutoReleaseCel.create();

    private AutoReleaseCelArea() {}

    static DataObject evaluate(DataObject input) {
        Result outcome = CEL.evaluate(
                input.findText("expression").orElseThrow(),
                Snapshot.of(input.findObject("snapshot").orElseThrow()),
                Instant.parse(input.findText("now").orElseThrow()),
                input.find("shouldRelease").flatMap(Data::asBoolean).orElse(true));
        if (outcome instanceof Result.Failure failure) {
            return DataObject.of("error", Data.of(failure.message()));
        }
        return DataObject.of("value", Data.of(((Result.Verdict) outcome).selects()));
    }

    static DataObject name(DataObject input) {
        long milli = input.find("unixMilli")
                .flatMap(Data::asNumber)
                .map(DataNumber::asLong)
                .orElseThrow()
                .orElseThrow();
        String name = SnapshotName.of(
                input.findText("prefix").orElseThrow(),
                milli,
                input.findText("suffix").orElse(""));
        return DataObject.of("name", Data.of(name));
    }
}
