package dev.konflux.release.notes.advisory;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.List;

/** What a request for an advisory comes to. */
public sealed interface AdvisoryOutcome {

    /** The advisory the release points to. */
    AdvisoryLink link();

    /**
     * Nothing is new: the newest advisory that has some of the rows stands for the release.
     *
     * @param link that advisory
     */
    record AlreadyPublished(AdvisoryLink link) implements AdvisoryOutcome {}

    /**
     * An advisory is created.
     *
     * @param name such as {@code 2026:4242}
     * @param shipDate the moment of creation in UTC
     * @param path of the new document in the repository of advisories
     * @param notes the release notes with the new rows only, each with a signing key
     * @param published rows that are left out because an earlier advisory has them; empty when all rows are new
     * @param commitMessage the message of the commit that adds the advisory
     * @param link the advisory
     */
    record Created(
            String name,
            String shipDate,
            String path,
            DataObject notes,
            List<Data> published,
            String commitMessage,
            AdvisoryLink link)
            implements AdvisoryOutcome {

        /** Keeps its own copy of the rows. */
        public Created {
            published = List.copyOf(published);
        }

        /** Whether some rows were published before. */
        public boolean isPartial() {
            return !published.isEmpty();
        }
    }
}
