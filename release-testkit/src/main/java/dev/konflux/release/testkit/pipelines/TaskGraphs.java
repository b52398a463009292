package dev.konflux.release.testkit.pipelines;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.Resources;
import dev.konflux.release.policy.PolicyRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the graphs of the pipelines from their table. */
final class TaskGraphs {

    private static final Pattern LINE =
            Pattern.compile("(?<name>\\S+)(?: doing (?<work>\\S+))?(?: after (?<after>.+?))?"
                    + "(?: on (?<on>.+?))?(?: when (?<when>.+?))?(?: taking (?<minutes>\\d+))?");
    private static final String PIPELINE = "pipeline ";
    private static final Splitter COMMAS = Splitter.on(", ");

    private final TaskWorks works;
    private final Map<String, List<PipelineTask>> pipelines = new LinkedHashMap<>();
    private String pipeline = "";

    private TaskGraphs(TaskWorks works) {
        this.works = works;
    }

    /** The built-in pipelines by name, judging by these rules. */
    static Map<String, TaskGraph> builtIn(Collection<? extends PolicyRule> rules) {
        try {
            return read(
                    Resources.toString(Resources.getResource(TaskGraphs.class, "graphs.txt"), StandardCharsets.UTF_8),
                    new TaskWorks(rules));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The pipelines that a table describes. */
    static Map<String, TaskGraph> read(String table, TaskWorks works) {
        TaskGraphs graphs = new TaskGraphs(works);
        table.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(graphs::line);
        ImmutableMap.Builder<String, TaskGraph> read = ImmutableMap.builder();
        graphs.pipelines.forEach((name, tasks) -> read.put(name, new TaskGraph(name, tasks)));
        return read.buildOrThrow();
    }

    private void line(String line) {
        if (line.startsWith(PIPELINE)) {
            pipeline = line.substring(PIPELINE.length());
        } else {
            pipelines.computeIfAbsent(pipeline, unused -> new ArrayList<>()).add(task(line));
        }
    }

    private PipelineTask task(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("pipeline " + pipeline + ": no task is described by '" + line + "'");
        }
        String name = parts.group("name");
        String work = parts.group("work");
        String minutes = parts.group("minutes");
        return new PipelineTask(
                name,
                list(parts.group("after")),
                list(parts.group("on")),
                condition(list(parts.group("when"))),
                Duration.ofMinutes(minutes == null ? 1 : Long.parseLong(minutes)),
                works.named(work == null ? name : work, pipeline));
    }

    private static List<String> list(@Nullable String words) {
        return words == null ? List.of() : COMMAS.splitToList(words);
    }

    private RunCondition condition(List<String> words) {
        return words.stream().map(this::condition).reduce(results -> true, RunCondition::and);
    }

    private RunCondition condition(String word) {
        RunCondition condition = RunCondition.BY_WORD.get(word);
        if (condition == null) {
            throw new IllegalArgumentException("pipeline " + pipeline + ": nobody knows when '" + word + "' is");
        }
        return condition;
    }
}
