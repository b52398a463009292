package dev.konflux.release.notes.advisory;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.notes.content.ContentType;
import dev.konflux.release.notes.released.PublishedRows;
import java.util.List;
import java.util.Optional;

/**
 * What the advisories of an origin leave of the rows of a release.
 *
 * @param rows the rows no advisory has, in order
 * @param isNothingLeft whether there are advisories, and they leave no row
 * @param newest the newest advisory that has some of the rows
 */
public record UnpublishedRows(List<Data> rows, boolean isNothingLeft, Optional<PublishedAdvisory> newest) {

    /** Keeps its own copy of the rows. */
    public UnpublishedRows {
        rows = List.copyOf(rows);
    }

    /** Compares rows with the advisories of an origin, newest first, until no row is left. */
    public static UnpublishedRows of(List<Data> rows, ContentType type, String origin, AdvisoryRepository repository) {
        List<Data> left = rows;
        Optional<PublishedAdvisory> newest = Optional.empty();
        for (PublishedAdvisory advisory : repository.newestFirst(origin)) {
            List<Data> before = left;
            left = PublishedRows.of(type, advisory.rows(type)).unpublished(before);
            if (left.size() < before.size() && newest.isEmpty()) {
                newest = Optional.of(advisory);
            }
            if (left.isEmpty()) {
                return new UnpublishedRows(left, true, newest);
            }
        }
        return new UnpublishedRows(left, false, newest);
    }
}
