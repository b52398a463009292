package dev.konflux.release.notes.embargo;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import dev.konflux.release.notes.severity.FlawDatabase;
import java.util.List;
import java.util.Optional;

/** Asks the flaw database whether CVEs are public. What it does not clearly call public counts as embargoed. */
public final class EmbargoedFlaws implements CveEmbargo {

    private static final Splitter WORDS = Splitter.on(CharMatcher.whitespace()).omitEmptyStrings();

    private final FlawDatabase database;

    /** Asks the given database. */
    public EmbargoedFlaws(FlawDatabase database) {
        this.database = database;
    }

    @Override
    public Answer ask(List<String> cves) {
        StringBuilder embargoed = new StringBuilder();
        for (String cve : cves) {
            if (isEmbargoed(database.flaws(cve).orElse(DataObject.empty()))) {
                // the service leaves a blank behind each, the last one too
                embargoed.append(cve).append(' ');
            }
        }
        return embargoed.length() == 0 ? new Answer.Clear() : new Answer.Embargoed(embargoed.toString());
    }

    /**
     * Whether an answer of the flaw database does not clearly say that the flaw is public: only the first row counts, and only the value
     * false.
     *
     * @throws ReleaseDataException when the answer is no object
     */
    public static boolean isEmbargoed(Data answer) {
        if (answer.asObject().isEmpty()) {
            throw new ReleaseDataException("the answer of the flaw database is no object");
        }
        List<Data> rows = answer.items("results");
        Optional<Data> embargoed =
                rows.isEmpty() ? Optional.empty() : rows.get(0).find("embargoed");
        return !embargoed.equals(Optional.of(Data.of(false)));
    }

    /** The CVEs of a text, which are parted by white space. */
    public static List<String> listed(String text) {
        return WORDS.splitToList(text);
    }
}
