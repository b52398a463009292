package dev.konflux.release.notes.tracker;

/** Issue trackers, reached by the URLs of their REST interfaces. */
@FunctionalInterface
public interface IssueTracker {

    /** Asks for one issue. Never throws for what the tracker answers; a tracker that cannot be reached is {@link TrackerReply#failure(int)}. */
    TrackerReply get(String url, Login login);

    /** A tracker that knows no issue. */
    static IssueTracker none() {
        return (url, login) -> TrackerReply.failure(TrackerReply.NOT_FOUND);
    }

    /** Whether the request carries credentials. */
    enum Login {
        /** Asked as the release service. */
        SERVICE,
        /** Asked as anybody: what is answered is public. */
        ANONYMOUS
    }
}
