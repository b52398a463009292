package dev.konflux.release.testkit.surroundings;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.notes.tracker.IssueTracker;
import dev.konflux.release.notes.tracker.TrackerReply;
import dev.konflux.release.notes.tracker.TrackerSite;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The issues of all trackers by their keys, held in memory. Issues with a security level are hidden from anybody who is not logged in. */
public final class IssuesInMemory implements IssueTracker {

    private static final String CLOSED = "Closed";

    private final Map<String, DataObject> fields = new LinkedHashMap<>();
    private final Map<String, List<String>> comments = new LinkedHashMap<>();

    /** Adds an issue with a summary. */
    @CanIgnoreReturnValue
    public IssuesInMemory issue(String key, String summary) {
        return issue(key, DataObject.of("summary", Data.of(summary)));
    }

    /** Adds an issue with the given fields; one of that key is replaced. */
    @CanIgnoreReturnValue
    public synchronized IssuesInMemory issue(String key, DataObject issueFields) {
        fields.put(key, issueFields);
        return this;
    }

    /** Adds an issue about a CVE. */
    @CanIgnoreReturnValue
    public IssuesInMemory vulnerability(String key, String cve) {
        return issue(
                key,
                DataObject.of(
                        "issuetype",
                        DataObject.of("name", Data.of("Vulnerability")),
                        TrackerSite.CVE_FIELD,
                        Data.of(cve)));
    }

    /** Hides an issue, as a security level does. */
    @CanIgnoreReturnValue
    public synchronized IssuesInMemory hide(String key) {
        fields.put(key, require(key).withPath(Data.of("embargoed"), "security", "name"));
        return this;
    }

    /** All issues, {@code {"key": ..., "fields": ...}} each, in the order in which they were added. */
    public synchronized List<Data> all() {
        List<Data> all = new ArrayList<>();
        fields.forEach((key, issueFields) -> all.add(issueDocument(key, issueFields)));
        return all;
    }

    private static DataObject issueDocument(String key, DataObject issueFields) {
        return DataObject.builder()
                .put("id", key)
                .put("key", key)
                .put("fields", issueFields)
                .build();
    }

    /** An issue as somebody sees it; empty when it does not exist or is hidden. */
    public synchronized Optional<Data> find(String key, Login login) {
        return Optional.ofNullable(fields.get(key))
                .filter(issueFields -> login == Login.SERVICE || isOpenToAll(issueFields))
                .map(issueFields -> issueDocument(key, issueFields));
    }

    private static boolean isOpenToAll(DataObject issueFields) {
        return issueFields.find("security").filter(level -> !level.isNull()).isEmpty();
    }

    /** The status, such as {@code Closed}; empty text for an issue that never had one. */
    public synchronized String status(String key) {
        return require(key).findText("status", "name").orElse("");
    }

    /** Closes an issue. */
    public synchronized void close(String key) {
        fields.put(key, require(key).withPath(Data.of(CLOSED), "status", "name"));
    }

    /** Adds a comment. */
    public synchronized void comment(String key, String text) {
        require(key);
        comments.computeIfAbsent(key, any -> new ArrayList<>()).add(text);
    }

    /** The comments of an issue in their order. */
    public synchronized List<String> comments(String key) {
        return List.copyOf(comments.getOrDefault(key, List.of()));
    }

    private DataObject require(String key) {
        DataObject known = fields.get(key);
        if (known == null) {
            throw new NoSuchElementException("there is no issue " + key);
        }
        return known;
    }

    @Override
    public TrackerReply get(String url, Login login) {
        return find(url.substring(url.lastIndexOf('/') + 1), login)
                .map(TrackerReply::of)
                .orElseGet(() -> TrackerReply.failure(TrackerReply.NOT_FOUND));
    }
}
