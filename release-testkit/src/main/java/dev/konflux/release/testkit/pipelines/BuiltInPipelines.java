package dev.konflux.release.testkit.pipelines;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.model.PipelineReference;
import dev.konflux.release.policy.PolicyRule;
import dev.konflux.release.policy.builtin.BuiltInRules;
import dev.konflux.release.testkit.PipelineProgress;
import dev.konflux.release.testkit.PipelineResult;
import dev.konflux.release.testkit.PipelineRunner;
import dev.konflux.release.testkit.TaskResult;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs the catalog's pipelines for real: each task does its work on the library's own parts and against a {@link ReleaseWorld}, in the order
 * of the catalog's graphs. Which pipeline a run means is told by the last part of its reference's path, {@code rh-advisories} of
 * {@code pipelines/managed/rh-advisories/rh-advisories.yaml} for instance.
 *
 * <p>A run goes on task by task as time passes: each task does its work when it starts, and what a run was to do after it was deleted,
 * cancelled or timed out it never does.
 *
 * <pre>{@code
 * ReleaseWorld world = ...;
 * FakeReleaseService konflux = FakeReleaseService.builder().runner(BuiltInPipelines.in(world)).start(config);
 * }</pre>
 */
public final class BuiltInPipelines implements PipelineRunner {

    private final ReleaseWorld world;
    private final Map<String, TaskGraph> graphs;
    private final TaskFaults faults;
    private final Optional<Catalog> catalog;

    private BuiltInPipelines(
            ReleaseWorld world, Map<String, TaskGraph> graphs, TaskFaults faults, Optional<Catalog> catalog) {
        this.world = world;
        this.graphs = graphs;
        this.faults = faults;
        this.catalog = catalog;
    }

    /** The pipelines in a world, judging by the project's own rules. */
    public static BuiltInPipelines in(ReleaseWorld world) {
        return in(world, BuiltInRules.release());
    }

    /** The pipelines in a world, judging by these rules. */
    public static BuiltInPipelines in(ReleaseWorld world, Collection<? extends PolicyRule> rules) {
        return new BuiltInPipelines(world, TaskGraphs.builtIn(rules), new TaskFaults(), Optional.empty());
    }

    /** These pipelines as they are in the commit of the catalog that a run names. */
    public BuiltInPipelines from(Catalog branches) {
        return new BuiltInPipelines(world, graphs, faults, Optional.of(branches));
    }

    /** Names of the pipelines there are, sorted. */
    public List<String> names() {
        return graphs.keySet().stream().sorted().toList();
    }

    /** Lets the next run of a task end so, without doing its work; the task is the one the result names. */
    @CanIgnoreReturnValue
    public BuiltInPipelines nextTask(TaskResult end) {
        faults.add(end);
        return this;
    }

    /** The whole run at once. */
    @Override
    public PipelineResult run(Request request) {
        return graph(request).map(graph -> begin(graph, request).finished()).orElseGet(() -> unknown(request));
    }

    @Override
    public PipelineProgress begin(Request request) {
        return graph(request)
                .<PipelineProgress>map(graph -> begin(graph, request))
                .orElseGet(() -> PipelineProgress.of(unknown(request)));
    }

    private GraphRun begin(TaskGraph graph, Request request) {
        RunInput input = new RunInput(request);
        Optional<Duration> limit = request.run().timeouts().pipeline().filter(time -> !time.isZero());
        return new GraphRun(graph, input, world, request.startedAt(), limit, task -> end(task, input));
    }

    private Optional<TaskGraph> graph(Request request) {
        return Optional.ofNullable(graphs.get(nameOf(request.run().pipelineRef())));
    }

    private PipelineResult unknown(Request request) {
        String name = nameOf(request.run().pipelineRef());
        return PipelineResult.notFound("no built-in pipeline is called '" + name + "'; there are " + names());
    }

    private Optional<TaskResult> end(String task, RunInput input) {
        String commit = input.findParam("taskGitRevision").orElse("");
        return faults.next(task).or(() -> catalog.flatMap(branches -> branches.endOf(task, commit)));
    }

    /** The file's name without its ending, or the name a bundle or the cluster knows the pipeline by. */
    private static String nameOf(PipelineReference reference) {
        String path = reference
                .findGit()
                .map(git -> git.pathInRepo())
                .or(() -> reference.findParam("name"))
                .orElse("");
        String file = path.substring(path.lastIndexOf('/') + 1);
        return file.endsWith(".yaml") ? file.substring(0, file.length() - ".yaml".length()) : file;
    }
}
