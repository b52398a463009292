package dev.konflux.release.model.datakeys;

import dev.konflux.release.model.data.DataPath;
import dev.konflux.release.model.data.Position;
import dev.konflux.release.model.releasedata.Origin;
import java.util.Optional;

/**
 * Something in the release data that a pipeline would refuse.
 *
 * @param path the offending value's path in the merged data; for a missing key the path of the object that lacks it
 * @param keyword JSON Schema's word for the broken rule: {@code required}, {@code type}, {@code enum} ...
 * @param message the real check's message; values are written as Python writes them
 * @param origin the document that gave the offending value; absent for what the pipeline itself added
 */
public record KeyViolation(DataPath path, String keyword, String message, Optional<Origin> origin) {

    /** Where the offending value stands in its document's text, or {@link Position#UNKNOWN}. */
    public Position position() {
        return origin.map(Origin::position).orElse(Position.UNKNOWN);
    }

    /** {@code plan.yaml:14:9: $.releaseNotes.type: 'x' is not one of ['RHEA', 'RHBA', 'RHSA'] (ReleasePlan team/plan)}. */
    @Override
    public String toString() {
        String place = position().toString();
        String document = origin.map(from -> " (" + from.document() + ")").orElse("");
        return (place.isEmpty() ? "" : place + ": ") + path.jsonPath() + ": " + message + document;
    }
}
