package dev.konflux.release.policy.rules;

import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.policy.notions.Scene;
import dev.konflux.release.policy.notions.Task;
import dev.konflux.release.policy.value.ImageReference;
import dev.konflux.release.policy.value.Instants;
import dev.konflux.release.policy.value.Value;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Package {@code task_bundle} of the pipeline rules: the tasks of a pipeline come from pinned, current, trusted bundles. */
final class TaskBundleRules {

    private static final Value NO_MANIFESTS = Value.of(DataObject.empty());

    private TaskBundleRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.warn("task_bundle.unpinned_task_bundle")
                        .title("Task bundles are pinned")
                        .message("Pipeline task '%s' uses an unpinned task bundle reference '%s'")
                        .finds(TaskBundleRules::unpinned),
                Rule.warn("task_bundle.out_of_date_task_bundle")
                        .title("Task bundles are current")
                        .message("Pipeline task '%s' uses an out of date task bundle '%s', new version of the Task must"
                                + " be used before %s")
                        .finds(TaskBundleRules::outOfDate),
                Rule.deny("task_bundle.disallowed_task_reference")
                        .title("Tasks come from bundles")
                        .message("Pipeline task '%s' does not contain a bundle reference")
                        .finds(TaskBundleRules::noBundle),
                Rule.deny("task_bundle.empty_task_bundle_reference")
                        .title("Task bundles are named")
                        .message("Pipeline task '%s' uses an empty bundle image reference")
                        .finds(TaskBundleRules::emptyBundle),
                Rule.deny("task_bundle.untrusted_task_bundle")
                        .title("Task bundles are trusted")
                        .message("Pipeline task '%s' uses an untrusted task bundle '%s'")
                        .finds(TaskBundleRules::untrusted),
                Rule.deny("task_bundle.missing_required_data")
                        .title("Trusted tasks are configured")
                        .message("Missing required trusted_tasks data")
                        .finds(TaskBundleRules::noTrustData));
    }

    private static List<Task> tasks(Scene scene) {
        return scene.input().get("spec", "tasks").each().stream().map(Task::of).toList();
    }

    /** Without an answer of the registry nothing is known of any bundle, which is not the same as no judgement. */
    static Value manifests(Scene scene, Collection<Task> tasks) {
        Set<Value> bundles = Task.bundles(tasks);
        return bundles.isEmpty() || !scene.input().get("spec", "tasks").isFilled()
                ? NO_MANIFESTS
                : scene.registry().manifests(bundles).orElse(NO_MANIFESTS);
    }

    private static void unpinned(Scene scene, Findings found) {
        for (Task task : tasks(scene)) {
            if (ImageReference.digestOf(task.bundle()).is("")) {
                found.add(task.data().get("name"), task.bundle());
            }
        }
    }

    private static void outOfDate(Scene scene, Findings found) {
        if (scene.trust().isByRules()) {
            return;
        }
        for (Task task : tasks(scene)) {
            Value expiry = scene.trust().lists().expiry(task);
            found.add(task.data().get("name"), task.bundle(), Instants.format(expiry));
        }
    }

    private static void noBundle(Scene scene, Findings found) {
        for (Task task : tasks(scene)) {
            if (!task.bundle().isTrue()) {
                found.add(task.data().get("name"));
            }
        }
    }

    private static void emptyBundle(Scene scene, Findings found) {
        for (Task task : tasks(scene)) {
            if (task.bundle().is("")) {
                found.add(task.data().get("name"));
            }
        }
    }

    private static void untrusted(Scene scene, Findings found) {
        List<Task> tasks = tasks(scene);
        for (Task task : scene.trust().untrusted(tasks, manifests(scene, tasks))) {
            if (!task.bundle().is("")) {
                found.add(task.data().get("name"), task.bundle());
            }
        }
    }

    private static void noTrustData(Scene scene, Findings found) {
        if (scene.trust().isWithoutData()) {
            found.add();
        }
    }
}
