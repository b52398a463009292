package dev.konflux.release.examples.rehearsal;

import dev.konflux.release.collectors.Collector;
import dev.konflux.release.collectors.CollectorContext;
import dev.konflux.release.collectors.CollectorFailure;
import dev.konflux.release.collectors.Collectors;
import dev.konflux.release.collectors.git.GitClones;
import dev.konflux.release.model.CollectorItem;
import dev.konflux.release.model.CollectorSettings;
import dev.konflux.release.model.Parameter;
import dev.konflux.release.model.Resource;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.JsonReader;
import dev.konflux.release.testkit.server.JiraServer;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs the collectors of the plan and the admission against the world of the rehearsal. */
final class CollectorsSection {

    private final Resources resources;
    private final Candidate candidate;
    private final World world;
    private final Section.Builder section = Section.builder("collectors", "Collectors");
    private final DataObject.Builder found = DataObject.builder();

    CollectorsSection(Resources resources, Candidate candidate, World world) {
        this.resources = resources;
        this.candidate = candidate;
        this.world = world;
    }

    /**
     * What the collectors found, as {@code status.collectors} would hold it.
     *
     * @param section what people read
     * @param results results by side and name
     */
    record Collected(Section section, DataObject results) {}

    Collected run(Path scratch) {
        section.row(Cell.plain("compared with "
                + candidate.previous().map(Resource::reference).orElse("nothing: there is no earlier release")));
        Map<String, JiraServer> trackers = new HashMap<>();
        world.trackers().forEach((address, issues) -> trackers.put(address, tracker(issues)));
        Repositories repositories = Repositories.make(world, scratch);
        try (GitClones clones = GitClones.into(scratch.resolve("clones"))
                .insteadOf(repositories::place)
                .build()) {
            run("managed", candidate.admission().flatMap(admission -> admission.collectors()), trackers, clones);
            run("tenant", candidate.plan().collectors(), trackers, clones);
        } finally {
            trackers.values().forEach(JiraServer::close);
        }
        DataObject results = found.build();
        if (results.isEmpty()) {
            section.row(Cell.faint("neither the plan nor the admission has collectors"));
        }
        return new Collected(section.build(results), results);
    }

    private static JiraServer tracker(Data issues) {
        JiraServer server = JiraServer.start();
        for (Data issue : issues.items()) {
            DataObject fields = issue.asObject().orElse(DataObject.empty()).without("key");
            server.issue(issue.findText("key").orElse(""), fields);
        }
        return server;
    }

    private void run(
            String side, Optional<CollectorSettings> settings, Map<String, JiraServer> trackers, GitClones clones) {
        if (settings.isEmpty()) {
            return;
        }
        DataObject.Builder results = DataObject.builder();
        for (CollectorItem item : settings.get().items()) {
            Cell name = Cell.plain(side + " " + item.name() + " (" + item.type() + ")");
            if (!world.isKnown()) {
                section.row(name, Cell.faint("not run: no world file beside the folder says what its sources answer"));
                continue;
            }
            try {
                Data result = collect(item, trackers, clones);
                results.put(item.name(), result);
                List<String> lines = summary(result);
                section.row(name, lines.isEmpty() ? Cell.plain("nothing") : Cell.good(lines.get(0)));
                lines.stream().skip(1).forEach(line -> section.row(Cell.plain(""), Cell.good(line)));
            } catch (CollectorFailure e) {
                section.row(name, Cell.bad("failed: " + e.getMessage()));
            }
        }
        found.put(side, results.build());
    }

    private Data collect(CollectorItem item, Map<String, JiraServer> trackers, GitClones clones) {
        Collector collector = Collectors.installed().require(item.type());
        Map<String, List<String>> parameters = new HashMap<>();
        for (Parameter parameter : item.params()) {
            parameters
                    .computeIfAbsent(parameter.name(), name -> new ArrayList<>())
                    .add(onLoopback(parameter.value(), trackers));
        }
        CollectorContext context = CollectorContext.builder()
                .release(candidate.release().document())
                .previousRelease(candidate.previous().map(Resource::document).orElse(DataObject.empty()))
                .parameters(parameters)
                .snapshots((namespace, name) ->
                        resources.find(Snapshot.class, namespace, name).map(Resource::document))
                .secrets(world::secret)
                .git(clones)
                .http(HttpClient.newHttpClient())
                .build();
        return asInTheWorld(collector.collect(context), trackers);
    }

    /** The world's Jira answers on the loopback address. */
    private static String onLoopback(String value, Map<String, JiraServer> trackers) {
        JiraServer server = trackers.get(value);
        return server == null ? value : server.url();
    }

    private static Data asInTheWorld(Data result, Map<String, JiraServer> trackers) {
        String text = result.toString();
        for (Map.Entry<String, JiraServer> tracker : trackers.entrySet()) {
            text = text.replace(tracker.getValue().url(), withoutScheme(tracker.getKey()))
                    .replace(withoutScheme(tracker.getValue().url()), withoutScheme(tracker.getKey()));
        }
        return JsonReader.create().read(text, "");
    }

    private static String withoutScheme(String url) {
        return url.replaceFirst("^https?://", "");
    }

    private static List<String> summary(Data result) {
        List<String> lines = new ArrayList<>();
        for (Data cve : result.items("releaseNotes", "cves")) {
            lines.add(cve.findText("key").orElse("") + " in "
                    + cve.findText("component").orElse(""));
        }
        for (Data issue : result.items("releaseNotes", "issues", "fixed")) {
            lines.add(issue.findText("id").orElse("") + " "
                    + issue.findText("summary").orElse(""));
        }
        return lines;
    }
}
