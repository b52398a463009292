package dev.konflux.release.notes.advisory;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.http.HttpAccess;
import dev.konflux.release.model.http.HttpAnswer;
import dev.konflux.release.model.http.HttpCall;
import dev.konflux.release.model.http.ServerException;
import dev.konflux.release.model.text.DataSyntaxException;
import dev.konflux.release.model.text.Dialect;
import dev.konflux.release.model.text.YamlReader;
import java.math.BigInteger;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A repository of advisories on a GitLab server, read by its REST interface: one request for a hundred names, one for each advisory. Throws
 * {@link ServerException} when the server cannot be asked.
 *
 * <p>The real task takes the newest folder of a clone; the interface knows no times of folders, so the newest is the one with the highest year
 * and number.
 */
public final class GitLabAdvisories implements AdvisoryRepository {

    private static final Pattern DOCUMENT =
            Pattern.compile("data/advisories/[^/]+/(?<year>\\d{1,9})/(?<number>\\d{1,30})/advisory\\.yaml");
    private static final int MOST_PAGES = 1000;
    private static final int NOT_FOUND = 404;
    private static final String BRANCH = "main";

    private final HttpAccess http;
    private final URI project;
    private final URI files;
    private final Optional<String> token;

    private GitLabAdvisories(HttpAccess http, URI project, URI files, Optional<String> token) {
        this.http = http;
        this.project = project;
        this.files = files;
        this.token = token;
    }

    /**
     * The repository of a project.
     *
     * @param server such as {@code https://gitlab.example.com}
     * @param project its path there, {@code releng/advisories}
     */
    public static GitLabAdvisories of(HttpAccess http, URI server, String project) {
        String escaped = URLEncoder.encode(project, StandardCharsets.UTF_8);
        return new GitLabAdvisories(
                http,
                URI.create(server + "/" + project),
                URI.create(server + "/api/v4/projects/" + escaped + "/repository"),
                Optional.empty());
    }

    /** The same, read with an access token. */
    public GitLabAdvisories withToken(String accessToken) {
        return new GitLabAdvisories(http, project, files, Optional.of(accessToken));
    }

    @Override
    public String gitUrl() {
        return project + ".git";
    }

    @Override
    public List<PublishedAdvisory> newestFirst(String origin) {
        return documents("data/advisories/" + origin).stream()
                .sorted(Comparator.comparing(Document::year)
                        .thenComparing(Document::number)
                        .reversed())
                .map(document -> new PublishedAdvisory(document.path(), read(document.path())))
                .toList();
    }

    @Override
    public boolean hasNumber(String year, String number) {
        String end = "/" + year + "/" + number + "/advisory.yaml";
        return documents("data/advisories").stream()
                .anyMatch(document -> document.path().endsWith(end));
    }

    private record Document(String path, BigInteger year, BigInteger number) {}

    private List<Document> documents(String folder) {
        List<Document> documents = new ArrayList<>();
        String page = "1";
        for (int pages = 0; !page.isEmpty(); pages++) {
            HttpAnswer answer = page(folder, page);
            if (pages == MOST_PAGES) {
                throw ServerException.of(answer.address(), "more than " + MOST_PAGES + " pages of names");
            }
            if (answer.status() == NOT_FOUND) {
                return List.of();
            }
            for (Data entry : answer.requireSuccess().json().items()) {
                document(entry.findText("path").orElse("")).ifPresent(documents::add);
            }
            page = answer.header("X-Next-Page").orElse("");
        }
        return documents;
    }

    private HttpAnswer page(String folder, String page) {
        return call("tree")
                .query("path", folder)
                .query("recursive", "true")
                .query("ref", BRANCH)
                .query("per_page", "100")
                .query("page", page)
                .get();
    }

    private static Optional<Document> document(String path) {
        Matcher matcher = DOCUMENT.matcher(path);
        return matcher.matches()
                ? Optional.of(new Document(
                        path, new BigInteger(matcher.group("year")), new BigInteger(matcher.group("number"))))
                : Optional.empty();
    }

    private DataObject read(String path) {
        HttpAnswer answer = call("files", path, "raw")
                .query("ref", BRANCH)
                .accepting("*/*")
                .get()
                .requireSuccess();
        String text = new String(answer.bytes(), StandardCharsets.UTF_8);
        try {
            return YamlReader.of(Dialect.PYTHON)
                    .read(text, path)
                    .asObject()
                    .orElseThrow(() -> ServerException.of(answer.address(), "the advisory is no object"));
        } catch (DataSyntaxException e) {
            throw ServerException.of(answer.address(), "the advisory is not YAML: " + e.getMessage());
        }
    }

    private HttpCall call(String... segments) {
        HttpCall call = http.to(files, segments);
        token.ifPresent(value -> call.secret("PRIVATE-TOKEN", value));
        return call;
    }
}
