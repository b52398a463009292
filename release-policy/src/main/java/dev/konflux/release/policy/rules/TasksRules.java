package dev.konflux.release.policy.rules;

import dev.konflux.release.policy.notions.Provenance;
import dev.konflux.release.policy.notions.RequiredTasks;
import dev.konflux.release.policy.notions.RequiredTasks.Requirement;
import dev.konflux.release.policy.notions.Scene;
import dev.konflux.release.policy.notions.Task;
import dev.konflux.release.policy.value.Template;
import dev.konflux.release.policy.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Package {@code tasks}: the pipeline ran the tasks it had to, trusted, pinned and successfully. */
final class TasksRules {

    private static final String EXPIRES_ON = "build.appstudio.redhat.com/expires-on";
    private static final String EXPIRY_MESSAGE = "build.appstudio.redhat.com/expiry-message";
    private static final String HAS_TASKS = "tasks.pipeline_has_tasks";

    private TasksRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.warn("tasks.pipeline_required_tasks_list_provided")
                        .title("There are required tasks for what the pipeline builds")
                        .message("Required tasks do not exist for pipeline")
                        .collections("redhat redhat_rpms redhat_security")
                        .dependsOn(HAS_TASKS)
                        .finds(TasksRules::noListForPipeline),
                Rule.warn("tasks.future_required_tasks_found")
                        .title("The tasks required soon have run")
                        .message("%s is missing and will be required on %s")
                        .collections("redhat redhat_rpms")
                        .dependsOn(HAS_TASKS)
                        .finds(TasksRules::missingLater),
                Rule.deny(HAS_TASKS)
                        .title("The pipeline ran tasks")
                        .message("No tasks found in PipelineRun attestation")
                        .collections("minimal redhat redhat_rpms slsa3 redhat_security")
                        .dependsOn(Rule.KNOWN_ATTESTATION_TYPE)
                        .finds(TasksRules::noTasks),
                Rule.deny("tasks.successful_pipeline_tasks")
                        .title("All tasks succeeded")
                        .message("Pipeline task %q did not complete successfully, %q")
                        .collections("minimal redhat redhat_rpms slsa3 redhat_security")
                        .dependsOn(HAS_TASKS)
                        .finds(TasksRules::unsuccessful),
                Rule.deny("tasks.required_tasks_found")
                        .title("The required tasks have run")
                        .message("%s is missing")
                        .collections("redhat redhat_security")
                        .dependsOn(HAS_TASKS)
                        .finds(TasksRules::missingNow),
                Rule.deny("tasks.required_untrusted_task_found")
                        .title("The required tasks are trusted")
                        .message("%s is required and present but not from a trusted task")
                        .collections("redhat redhat_rpms redhat_security")
                        .dependsOn(HAS_TASKS)
                        .finds(TasksRules::requiredButUntrusted),
                Rule.deny("tasks.required_tasks_list_provided")
                        .title("Required tasks are configured")
                        .message("Missing required required-tasks data")
                        .collections("redhat redhat_rpms redhat_security")
                        .dependsOn(HAS_TASKS)
                        .finds(TasksRules::noList),
                Rule.deny("tasks.pinned_task_refs")
                        .title("Tasks are referred to by pinned references")
                        .message("Task %s is used by pipeline task %s via an unpinned reference.")
                        .collections("redhat redhat_security")
                        .dependsOn(HAS_TASKS)
                        .finds(TasksRules::unpinned),
                Rule.deny("tasks.unsupported")
                        .title("No task is out of support")
                        .message("Task %q is used by pipeline task %q is or will be unsupported as of %s. %s")
                        .collections("redhat redhat_rpms redhat_security")
                        .dependsOn(HAS_TASKS)
                        .finds(TasksRules::unsupported),
                Rule.deny("tasks.data_provided")
                        .title("Required tasks are configured in the right form")
                        .message("%s")
                        .collections("redhat redhat_rpms policy_data redhat_security")
                        .finds(TasksDataCheck::malformed));
    }

    /** The task in words; alternatives are listed and take no template. */
    private static Value named(String template, Value task) {
        Value alternatives = task.joined("\", \"");
        return alternatives.isDefined()
                ? Template.fill("One of \"%s\" tasks", alternatives)
                : Template.fill(template, task);
    }

    private static List<Provenance> runsWithTasks(Scene scene) {
        return scene.attestations().pipelineRuns().stream()
                .filter(run -> !run.tasks().isEmpty())
                .toList();
    }

    private static Optional<Requirement> first(Scene scene, Function<Provenance, Optional<Requirement>> of) {
        return runsWithTasks(scene).stream()
                .flatMap(run -> of.apply(run).stream())
                .findFirst();
    }

    private static Requirement current(Scene scene) {
        RequiredTasks required = scene.requiredTasks();
        return first(scene, required::currentFor).orElseGet(required::currentDefault);
    }

    private static Requirement newest(Scene scene) {
        RequiredTasks required = scene.requiredTasks();
        return first(scene, required::newestFor).orElseGet(required::newestDefault);
    }

    private static Set<Value> missing(Scene scene, Requirement required) {
        Set<Value> missing = new LinkedHashSet<>();
        for (Provenance run : runsWithTasks(scene)) {
            List<Value> names = new ArrayList<>();
            run.tasks().forEach(task -> names.addAll(task.names()));
            missing.addAll(required.missing(names));
        }
        return missing;
    }

    private static boolean hasListForPipeline(Scene scene) {
        return runsWithTasks(scene).stream().anyMatch(scene.requiredTasks()::hasListsFor);
    }

    private static void noListForPipeline(Scene scene, Findings found) {
        if (!hasListForPipeline(scene)) {
            found.add();
        }
    }

    private static void noList(Scene scene, Findings found) {
        if (scene.requiredTasks().hasEmptyDefault() && !hasListForPipeline(scene)) {
            found.add();
        }
    }

    private static void missingLater(Scene scene, Findings found) {
        Requirement newest = newest(scene);
        reportLater(missing(scene, newest), newest, current(scene), found);
    }

    /** What is missing and not required yet; nothing when an entry that names no tasks is in force. */
    static void reportLater(Set<Value> missing, Requirement newest, Requirement current, Findings found) {
        for (Value task : missing) {
            if (current.isKnown() && !current.tasks().contains(task)) {
                found.addAbout(task, named("Task %q", task), newest.dateOf(task));
            }
        }
    }

    private static void missingNow(Scene scene, Findings found) {
        reportNow(missing(scene, current(scene)), newest(scene), found);
    }

    /** What is missing and will still be required by the newest list. */
    static void reportNow(Set<Value> missing, Requirement newest, Findings found) {
        for (Value task : missing) {
            if (newest.tasks().contains(task)) {
                found.addAbout(task, named("Required task %q", task));
            }
        }
    }

    private static void noTasks(Scene scene, Findings found) {
        if (scene.attestations().pipelineRuns().stream()
                .anyMatch(run -> run.tasks().isEmpty())) {
            found.add();
        }
    }

    private static void unsuccessful(Scene scene, Findings found) {
        for (Task task : scene.attestations().tasks()) {
            for (Value status : statuses(task.data().get("status"))) {
                if (!status.is("Succeeded")) {
                    found.addAbout(task.pipelineTaskName(), task.pipelineTaskName(), status);
                }
            }
        }
    }

    /** The older format has a word, the newer one conditions; a condition of unknown status says nothing. */
    private static List<Value> statuses(Value status) {
        Value conditions = status.get("conditions");
        if (status.isTrue() && !conditions.isTrue()) {
            return List.of(status);
        }
        List<Value> statuses = new ArrayList<>();
        for (Value condition : conditions.each()) {
            if (condition.get("type").is("Succeeded") && condition.get("status").is("True")) {
                statuses.add(Value.of("Succeeded"));
            } else if (condition.get("type").is("Succeeded")
                    && condition.get("status").is("False")) {
                statuses.add(Value.of("Failed"));
            }
        }
        return statuses.isEmpty() ? List.of(Value.of("MISSING")) : statuses;
    }

    private static void requiredButUntrusted(Scene scene, Findings found) {
        Set<Value> required = new LinkedHashSet<>();
        for (Value task : current(scene).tasks()) {
            (task.isArray() ? task.each() : List.of(task))
                    .stream().filter(name -> name.isText() && !name.is("")).forEach(required::add);
        }
        Value manifests = scene.attestations().manifests();
        for (Task task : scene.trust().untrusted(scene.attestations().tasks(), manifests)) {
            for (Value name : task.names()) {
                if (required.contains(name)) {
                    found.addAbout(name, named("Required task %q", name));
                }
            }
        }
    }

    private static void unpinned(Scene scene, Findings found) {
        for (Task task : scene.attestations().tasks()) {
            if (task.reference().filter(reference -> !reference.isPinned()).isPresent()) {
                found.addAbout(task.name(), task.name(), task.pipelineTaskName());
            }
        }
    }

    private static void unsupported(Scene scene, Findings found) {
        for (Task task : scene.attestations().tasks()) {
            Value expiry = task.annotations().get(EXPIRES_ON);
            Value advice =
                    task.annotations().getOr(EXPIRY_MESSAGE, Value.of("Upgrade to a newer version of the Task."));
            found.finding(task.name(), task.pipelineTaskName(), expiry, advice)
                    .about(task.name())
                    .since(expiry)
                    .report();
        }
    }
}
