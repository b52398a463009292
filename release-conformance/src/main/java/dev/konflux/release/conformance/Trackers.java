package dev.konflux.release.conformance;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.notes.tracker.TrackerReply;
import java.util.Optional;

/** Canned answers of issue trackers: a number is a status, null the status for nothing found, anything else the body. */
final class Trackers {

    private Trackers() {}

    static TrackerReply reply(Data canned) {
        Optional<DataNumber> status = canned.asNumber();
        if (status.isPresent()) {
            return TrackerReply.failure((int) status.get().asLong().orElse(0));
        }
        return canned.isNull() ? TrackerReply.failure(TrackerReply.NOT_FOUND) : TrackerReply.of(canned);
    }
}
