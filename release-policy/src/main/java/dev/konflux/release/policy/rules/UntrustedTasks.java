package dev.konflux.release.policy.rules;

import dev.konflux.release.policy.notions.Provenance;
import dev.konflux.release.policy.notions.Scene;
import dev.konflux.release.policy.notions.Task;
import dev.konflux.release.policy.notions.TrustedArtifacts;
import dev.konflux.release.policy.value.Template;
import dev.konflux.release.policy.value.Value;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reports tasks that are not trusted: all of them, or, where artifacts are handed on, those that led to a build or a test. */
final class UntrustedTasks {

    private UntrustedTasks() {}

    static void report(Scene scene, Findings found) {
        if (scene.trust().isWithoutData()) {
            return;
        }
        boolean withArtifacts = scene.attestations().pipelineRuns().stream()
                .anyMatch(run -> run.artifacts().areUsed());
        if (withArtifacts) {
            scene.attestations().pipelineRuns().forEach(run -> reportChains(scene, run, found));
        } else {
            for (Task task : untrusted(scene, scene.attestations().tasks())) {
                Value message = Template.fill(
                        "PipelineTask %q uses an untrusted task reference: %s", task.pipelineTaskName(), task.info());
                found.saying(withAdvice(scene, task, message, message))
                        .about(task.name())
                        .report();
            }
        }
    }

    private static void reportChains(Scene scene, Provenance run, Findings found) {
        TrustedArtifacts artifacts = run.artifacts();
        Collection<Task> untrusted = untrusted(scene, run.tasks());
        for (Value end : ends(run)) {
            Set<Value> chain = artifacts.chain(end);
            for (Task task : untrusted) {
                if (chain.contains(task.pipelineTaskName())) {
                    found.saying(chainMessage(scene, task, chain))
                            .about(task.name())
                            .report();
                }
            }
        }
    }

    /** The names in the pipeline of the tasks that built or tested something. */
    private static Set<Value> ends(Provenance run) {
        return Stream.concat(run.buildTasks().stream(), run.testTasks().stream())
                .map(Task::pipelineTaskName)
                .filter(Value::isDefined)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Value chainMessage(Scene scene, Task task, Set<Value> chain) {
        Value names = Value.ofAll(chain).joined(", ");
        String included = "PipelineTask %q (Task %q) was included in build chain comprised of: %s";
        Value[] parameters = {task.pipelineTaskName(), task.name(), names};
        Value outdated = Template.fill("Untrusted version of " + included, parameters);
        Value tampered = Template.fill("Code tampering detected, untrusted " + included, parameters);
        return withAdvice(scene, task, outdated, tampered);
    }

    private static Collection<Task> untrusted(Scene scene, List<Task> tasks) {
        return scene.trust().isByRules()
                ? scene.trust().untrusted(tasks, scene.attestations().manifests())
                : scene.trust().unlisted(tasks);
    }

    /** Rules give a reason; lists name the version to upgrade to, if there is one. */
    private static Value withAdvice(Scene scene, Task task, Value message, Value withoutAdvice) {
        if (scene.trust().isByRules()) {
            Value reason =
                    scene.trust().rules().denial(task, scene.attestations().manifests());
            return Template.fill("%s. The denial reason is: %s", message, reason);
        }
        Value newest = scene.trust().lists().newest(task);
        return newest.isDefined()
                ? Template.fill("%s. Please upgrade the task version to: %s", message, newest)
                : withoutAdvice;
    }
}
