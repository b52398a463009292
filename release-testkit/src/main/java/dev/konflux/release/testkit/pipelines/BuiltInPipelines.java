package dev.konflux.release.testkit.pipelines;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.model.PipelineReference;
import dev.konflux.release.policy.PolicyRule;
import dev.konflux.release.policy.builtin.BuiltInRules;
import dev.konflux.release.testkit.PipelineResult;
import dev.konflux.release.testkit.PipelineRunner;
import dev.konflux.release.testkit.TaskResult;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs the catalog's pipelines for real: each task does its work on the library's own parts and against a {@link ReleaseWorld}, in the order
 * of the catalog's graphs. Which pipeline a run means is told by the last part of its reference's path, {@code rh-advisories} of
 * {@code pipelines/managed/rh-advisories/rh-advisories.yaml} for instance.
 *
 * <p>A run does its work at once when it starts, each task with the time it would have had; no task starts after the run's time limit. The
 * graphs leave out the tasks that only fetch signing and SBOM store parameters, and SBOMs of products.
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

    private static Map<String, TaskGraph> graphs(Collection<? extends PolicyRule> rules) {
        return Stream.of(
                        ManagedGraphs.rhAdvisories(rules),
                        ManagedGraphs.rhPushToRegistry(rules),
                        ManagedGraphs.pushToExternalRegistry(rules),
                        ManagedGraphs.fbcRelease(rules),
                        TenantGraphs.runCollectors(),
                        TenantGraphs.pushSnapshot())
                .collect(Collectors.toUnmodifiableMap(TaskGraph::name, Function.identity()));
    }

    /** The pipelines in a world, judging by the project's own rules. */
    public static BuiltInPipelines in(ReleaseWorld world) {
        return in(world, BuiltInRules.release());
    }

    /** The pipelines in a world, judging by these rules. */
    public static BuiltInPipelines in(ReleaseWorld world, Collection<? extends PolicyRule> rules) {
        return new BuiltInPipelines(world, graphs(rules), new TaskFaults(), Optional.empty());
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

    @Override
    public PipelineResult run(Request request) {
        String name = nameOf(request.run().pipelineRef());
        TaskGraph graph = graphs.get(name);
        if (graph == null) {
            return PipelineResult.notFound("no built-in pipeline is called '" + name + "'; there are " + names());
        }
        RunInput input = new RunInput(request);
        return new GraphRun(graph, input, world, task -> end(task, input))
                .result(request.startedAt(), request.run().timeouts().pipeline());
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
