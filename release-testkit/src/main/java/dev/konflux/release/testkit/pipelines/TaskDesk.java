package dev.konflux.release.testkit.pipelines;

import dev.konflux.release.model.ReleasePlanAdmission;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a task finds when it starts, and where it leaves its log and results. */
final class TaskDesk {

    private final String task;
    private final RunInput input;
    private final ReleaseWorld world;
    private final List<Archive> archives;
    private final Instant now;
    private final TaskResults results;
    private final List<String> log = new ArrayList<>();

    TaskDesk(PipelineTask task, RunInput input, ReleaseWorld world, Instant now, TaskResults results) {
        this.task = task.name();
        this.input = input;
        this.world = world;
        this.archives = task.on().stream().map(results::archiveOf).toList();
        this.now = now;
        this.results = results;
    }

    RunInput input() {
        return input;
    }

    ReleaseWorld world() {
        return world;
    }

    Archive archive() {
        return archives.isEmpty() ? Archive.EMPTY : archives.get(0);
    }

    DataObject data() {
        return archive().data();
    }

    DataObject snapshot() {
        return archive().snapshot();
    }

    /** The components of the Snapshot; none when it has no list of objects. */
    List<DataObject> components() {
        return snapshot().items("components").stream()
                .flatMap(component -> component.asObject().stream())
                .toList();
    }

    /** The admission's origin. */
    String origin() {
        return ReleasePlanAdmission.of(input.object("ReleasePlanAdmission")).origin();
    }

    /** Names of the components of a Snapshot, for the log. */
    static String componentNames(DataObject snapshot) {
        return snapshot.items("components").stream()
                .flatMap(component -> component.findText("name").stream())
                .collect(Collectors.joining(", "));
    }

    Clock clock() {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    /** Writes a line of the log; a text of several lines becomes several. */
    void log(String text) {
        text.lines().forEach(log::add);
    }

    List<String> logged() {
        return log;
    }

    /** Sets a result of this task. */
    void result(String name, String value) {
        results.set(task, name, value);
    }

    /** A result of an earlier task. */
    Optional<String> resultOf(String earlier, String name) {
        return results.find(earlier, name);
    }

    /** What earlier tasks left in their archives for the Release's status. */
    DataObject artifacts() {
        DataObject.Builder artifacts = DataObject.builder();
        archives.forEach(archive -> artifacts.putAll(archive.results()));
        return artifacts.build();
    }

    /** Merges something into the Release's status at the end of the run. */
    void writeStatus(DataObject status) {
        results.writeStatus(status);
    }

    /** The text at a path of the release data. */
    Optional<String> dataText(String... path) {
        return data().find(path).flatMap(Data::asText);
    }
}
