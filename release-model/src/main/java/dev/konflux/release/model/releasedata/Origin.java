package dev.konflux.release.model.releasedata;

import dev.konflux.release.model.data.DataPath;
import dev.konflux.release.model.data.Position;

/**
 * Where a value of the merged data came from.
 *
 * @param layer the layer that gave it
 * @param document kind and name of the document, {@code ReleasePlan team/plan}
 * @param path the value's path in that document, {@code spec.data.releaseNotes.type}
 * @param position where the value stood in the document's text, if it was read from one
 */
public record Origin(DataLayer layer, String document, DataPath path, Position position) {

    /** {@code ReleasePlan team/plan: spec.data.releaseNotes.type (plan.yaml:14:9)}. */
    @Override
    public String toString() {
        String place = position.toString();
        return document + ": " + path + (place.isEmpty() ? "" : " (" + place + ")");
    }
}
