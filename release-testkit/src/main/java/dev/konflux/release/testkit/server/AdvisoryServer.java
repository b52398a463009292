package dev.konflux.release.testkit.server;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.surroundings.AdvisoriesInMemory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A GitLab with the repository of advisories, and the service that reserves numbers ({@code POST /api/v1/advisory/reserve_live_id}), on the
 * loopback address. Files are listed, read and committed by the REST interface or read under {@code /-/raw/main/}; committing and reserving need
 * a login, any.
 */
public final class AdvisoryServer extends LoopbackServer {

    /** The path of the project on the server. */
    public static final String PROJECT = "releng/advisories";

    private static final String FILES = "/api/v4/projects/" + PROJECT + "/repository/";
    private static final Pattern FILE = Pattern.compile(Pattern.quote(FILES) + "files/(?<path>.+)/raw");
    private static final Pattern RAW = Pattern.compile("/" + Pattern.quote(PROJECT) + "/-/raw/main/(?<path>.+)");

    private final AdvisoriesInMemory advisories;

    private AdvisoryServer(AdvisoriesInMemory advisories) {
        this.advisories = advisories;
    }

    /** A server of the given advisories. */
    public static AdvisoryServer start(AdvisoriesInMemory advisories) {
        AdvisoryServer server = new AdvisoryServer(advisories);
        server.open();
        return server;
    }

    @Override
    ServedAnswer answer(ServedRequest request) {
        if (request.is("POST")) {
            return write(request);
        }
        if (request.path().equals(FILES + "tree")) {
            return list(request);
        }
        Matcher file = FILE.matcher(request.path());
        Matcher raw = RAW.matcher(request.path());
        if (file.matches()) {
            return read(file.group("path"));
        }
        return raw.matches() ? read(raw.group("path")) : unknown();
    }

    private ServedAnswer read(String path) {
        return advisories
                .findText(path)
                .map(text -> ServedAnswer.bytes("text/plain", text.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(AdvisoryServer::unknown);
    }

    private ServedAnswer list(ServedRequest request) {
        String folder = request.query().getOrDefault("path", "") + "/";
        List<String> paths = advisories.paths().stream()
                .filter(path -> path.startsWith(folder))
                .toList();
        if (paths.isEmpty()) {
            return unknown();
        }
        int size = Math.max(request.number("per_page", 20), 1);
        int page = Math.max(request.number("page", 1), 1);
        int from = (int) Math.min((long) (page - 1) * size, paths.size());
        int to = Math.min(from + size, paths.size());
        List<Data> entries = paths.subList(from, to).stream()
                .<Data>map(path -> DataObject.of("type", Data.of("blob"), "path", Data.of(path)))
                .toList();
        String next = to < paths.size() ? String.valueOf(page + 1) : "";
        return ServedAnswer.json(DataArray.of(entries)).with("X-Next-Page", next);
    }

    private ServedAnswer write(ServedRequest request) {
        if (request.authorization().isEmpty()) {
            return ServedAnswer.refusal(ServedAnswer.UNAUTHORIZED, "401 Unauthorized");
        }
        if (request.path().equals("/api/v1/advisory/reserve_live_id")) {
            return ServedAnswer.json(ServedAnswer.CREATED, DataObject.of("live_id", Data.of(advisories.reserve())));
        }
        return request.path().equals(FILES + "commits") ? commit(request.json()) : unknown();
    }

    private ServedAnswer commit(DataObject order) {
        String message = order.findText("commit_message").orElse("");
        for (Data action : order.items("actions")) {
            advisories.commit(
                    action.findText("file_path").orElse(""),
                    action.findText("content").orElse(""),
                    message);
        }
        return ServedAnswer.json(ServedAnswer.CREATED, DataObject.of("message", Data.of(message)));
    }

    private static ServedAnswer unknown() {
        return ServedAnswer.refusal(ServedAnswer.NOT_FOUND, "404 Not Found");
    }
}
