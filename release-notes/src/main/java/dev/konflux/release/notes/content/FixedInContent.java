package dev.konflux.release.notes.content;

import dev.konflux.release.model.data.CodePoints;
import dev.konflux.release.model.releasedata.Located;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** The CVEs that the rows of {@code releaseNotes.content} fix. */
public final class FixedInContent {

    private FixedInContent() {}

    /** The CVEs of the images if there are any images, else those of the artifacts; sorted. */
    public static SortedSet<String> of(Located content) {
        Located rows = content.findTrue("images")
                .or(() -> content.find("artifacts"))
                .orElseThrow(() -> content.problem("expected a list of images or artifacts that is not empty"));
        return ofRows(rows);
    }

    /** The CVEs of the given list of rows; sorted. */
    public static SortedSet<String> ofRows(Located rows) {
        SortedSet<String> cves = new TreeSet<>(CodePoints.ORDER);
        rows.items()
                .forEach(row -> cves.addAll(row.objectOrEmpty("cves")
                        .objectOrEmpty("fixed")
                        .object()
                        .names()));
        return Collections.unmodifiableSortedSet(cves);
    }
}
