package dev.konflux.release.conformance;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.notes.tracker.TrackerReply;
import java.util.Optional;

/** Canned answers of issue trackers: a number is a status, null the status for nothing found, {@code raw} no JSON, {@code json}
 * a body of any kind, anything else the body. */
final class Trackers {

    private static final int OK = 200;

    private Trackers() {}

    static TrackerReply reply(Data canned) {
        Optional<DataNumber> status = canned.asNumber();
        if (status.isPresent()) {
            return TrackerReply.failure((int) status.get().asLong().orElse(0));
        }
        if (canned.findText("raw").isPresent()) {
            return new TrackerReply(OK, Optional.empty());
        }
        Optional<Data> body = canned.find("json");
        if (body.isPresent()) {
            return TrackerReply.of(body.get());
        }
        return canned.isNull() ? TrackerReply.failure(TrackerReply.NOT_FOUND) : TrackerReply.of(canned);
    }
}
