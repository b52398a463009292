package dev.konflux.release.testkit.server;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.notes.tracker.IssueTracker.Login;
import dev.konflux.release.testkit.surroundings.IssuesInMemory;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Jira on the loopback address: every search finds all issues it was given, page by page; single issues can be read, commented and closed.
 * Searching and writing need a login, any; hidden issues show with a login only.
 */
public final class JiraServer extends LoopbackServer {

    private static final String SEARCH = "/rest/api/3/search/jql";
    private static final Pattern ISSUE =
            Pattern.compile("/rest/api/[23]/issue/(?<key>[^/]+)(?:/(?<part>transitions|comment))?");
    private static final int PAGE = 50;
    private static final String CLOSING = "61";

    private final IssuesInMemory issues;
    private final int pageSize;

    private JiraServer(IssuesInMemory issues, int pageSize) {
        this.issues = issues;
        this.pageSize = pageSize;
    }

    /** A server without issues, with pages of 50. */
    public static JiraServer start() {
        return start(PAGE);
    }

    /** A server without issues, with pages of the given size. */
    public static JiraServer start(int pageSize) {
        return start(new IssuesInMemory(), pageSize);
    }

    /** A server of the given issues, with pages of 50. */
    public static JiraServer start(IssuesInMemory issues) {
        return start(issues, PAGE);
    }

    private static JiraServer start(IssuesInMemory issues, int pageSize) {
        JiraServer server = new JiraServer(issues, pageSize);
        server.open();
        return server;
    }

    /** Adds an issue to be found. */
    @CanIgnoreReturnValue
    public JiraServer issue(String key, String summary) {
        issues.issue(key, summary);
        return this;
    }

    /** Adds an issue with the given fields to be found. */
    @CanIgnoreReturnValue
    public JiraServer issue(String key, DataObject fields) {
        issues.issue(key, fields);
        return this;
    }

    @Override
    ServedAnswer answer(ServedRequest request) {
        Login login = request.authorization().isEmpty() ? Login.ANONYMOUS : Login.SERVICE;
        if (login == Login.ANONYMOUS && (request.path().equals(SEARCH) || !request.is("GET"))) {
            return message(ServedAnswer.UNAUTHORIZED, "You are not authenticated.");
        }
        if (request.path().equals(SEARCH)) {
            return ServedAnswer.json(page(request.number("nextPageToken", 0)));
        }
        Matcher address = ISSUE.matcher(request.path());
        if (!address.matches() || issues.find(address.group("key"), login).isEmpty()) {
            return message(ServedAnswer.NOT_FOUND, "Issue does not exist or you do not have permission to see it.");
        }
        String key = address.group("key");
        if ("transitions".equals(address.group("part"))) {
            return transitions(request, key);
        }
        return "comment".equals(address.group("part"))
                ? comment(request, key)
                : ServedAnswer.json(issues.find(key, login).orElseThrow());
    }

    private ServedAnswer transitions(ServedRequest request, String key) {
        if (request.is("GET")) {
            DataObject closing = DataObject.of("id", Data.of(CLOSING), "name", Data.of("Closed"));
            return ServedAnswer.json(DataObject.of("transitions", DataArray.of(closing)));
        }
        if (request.json().findText("transition", "id").filter(CLOSING::equals).isEmpty()) {
            return message(
                    ServedAnswer.BAD_REQUEST, "It seems that you have tried to perform an illegal workflow operation.");
        }
        issues.close(key);
        for (Data added : request.json().items("update", "comment")) {
            added.findText("add", "body").ifPresent(text -> issues.comment(key, text));
        }
        return ServedAnswer.empty(ServedAnswer.NO_CONTENT);
    }

    private ServedAnswer comment(ServedRequest request, String key) {
        if (request.is("GET")) {
            List<Data> bodies = issues.comments(key).stream()
                    .<Data>map(text -> DataObject.of("body", Data.of(text)))
                    .toList();
            return ServedAnswer.json(DataObject.of("comments", DataArray.of(bodies)));
        }
        issues.comment(key, request.json().findText("body").orElse(""));
        return ServedAnswer.json(ServedAnswer.CREATED, request.json());
    }

    private static ServedAnswer message(int status, String text) {
        return ServedAnswer.json(status, DataObject.of("errorMessages", DataArray.ofTexts(List.of(text))));
    }

    private DataObject page(int start) {
        List<Data> all = issues.all();
        int from = Math.min(start, all.size());
        int to = Math.min(from + pageSize, all.size());
        DataObject.Builder page = DataObject.builder().put("issues", DataArray.of(all.subList(from, to)));
        if (to < all.size()) {
            page.put("nextPageToken", String.valueOf(to));
        }
        return page.put("isLast", to == all.size()).build();
    }
}
