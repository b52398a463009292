package dev.konflux.release.policy.rules;

import dev.konflux.release.policy.notions.Provenance;
import dev.konflux.release.policy.notions.RequiredTasks;
import dev.konflux.release.policy.notions.RequiredTasks.Requirement;
import dev.konflux.release.policy.notions.Scene;
import dev.konflux.release.policy.notions.Task;
import dev.konflux.release.policy.value.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Package {@code required_tasks} of the pipeline rules: a pipeline has the tasks it must have, and these are trusted. */
final class RequiredTasksRules {

    private RequiredTasksRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.warn("required_tasks.required_tasks_found")
                        .title("There are required tasks for what the pipeline builds")
                        .message("Required tasks do not exist for pipeline %q")
                        .finds(RequiredTasksRules::noListForPipeline),
                Rule.warn("required_tasks.missing_future_required_task")
                        .title("The pipeline has the tasks required soon")
                        .message("%s is missing and will be required on %s")
                        .finds(RequiredTasksRules::missingLater),
                Rule.deny("required_tasks.tasks_found")
                        .title("The pipeline has tasks")
                        .message("No tasks found in pipeline")
                        .finds(RequiredTasksRules::noTasks),
                Rule.deny("required_tasks.missing_required_task")
                        .title("The pipeline has the required tasks")
                        .message("%s is missing or outdated")
                        .finds(RequiredTasksRules::missingNow),
                Rule.deny("required_tasks.required_tasks_list_present")
                        .title("Required tasks are configured")
                        .message("The required tasks list is missing from the rule data")
                        .finds(RequiredTasksRules::noList));
    }

    private static Provenance pipeline(Scene scene) {
        return new Provenance(scene.input());
    }

    private static void noListForPipeline(Scene scene, Findings found) {
        RequiredTasks required = scene.requiredTasks();
        Provenance pipeline = pipeline(scene);
        if (!pipeline.tasks().isEmpty()
                && required.currentFor(pipeline).isEmpty()
                && required.newestFor(pipeline).isEmpty()) {
            found.add(scene.input().get("metadata", "name"));
        }
    }

    private static Requirement current(Scene scene, Provenance pipeline) {
        RequiredTasks required = scene.requiredTasks();
        return required.currentFor(pipeline).orElseGet(required::currentDefault);
    }

    private static Requirement newest(Scene scene, Provenance pipeline) {
        RequiredTasks required = scene.requiredTasks();
        return required.newestFor(pipeline).orElseGet(required::newestDefault);
    }

    private static void missingLater(Scene scene, Findings found) {
        Provenance pipeline = pipeline(scene);
        Requirement newest = newest(scene, pipeline);
        TasksRules.reportLater(missing(scene, pipeline, newest), newest, current(scene, pipeline), found);
    }

    private static void missingNow(Scene scene, Findings found) {
        Provenance pipeline = pipeline(scene);
        TasksRules.reportNow(missing(scene, pipeline, current(scene, pipeline)), newest(scene, pipeline), found);
    }

    /** Only trusted tasks count as there. */
    private static Set<Value> missing(Scene scene, Provenance pipeline, Requirement required) {
        Set<Value> trusted = new LinkedHashSet<>();
        Value manifests = TaskBundleRules.manifests(scene, pipeline.tasks());
        for (Task task : pipeline.tasks()) {
            if (scene.trust().isTrusted(task, manifests)) {
                trusted.addAll(task.names());
            }
        }
        return pipeline.tasks().isEmpty() ? Set.of() : required.missing(trusted);
    }

    private static void noTasks(Scene scene, Findings found) {
        if (scene.input().get("kind").is("Pipeline") && pipeline(scene).tasks().isEmpty()) {
            found.add();
        }
    }

    private static void noList(Scene scene, Findings found) {
        RequiredTasks required = scene.requiredTasks();
        if (required.hasEmptyDefault() && !required.hasListsFor(pipeline(scene))) {
            found.add();
        }
    }
}
