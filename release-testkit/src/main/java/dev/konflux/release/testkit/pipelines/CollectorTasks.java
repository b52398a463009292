package dev.konflux.release.testkit.pipelines;

import com.google.common.util.concurrent.MoreExecutors;
import dev.konflux.release.collectors.CollectorContext;
import dev.konflux.release.collectors.CollectorOutcome;
import dev.konflux.release.collectors.CollectorRun;
import dev.konflux.release.collectors.CollectorRunner;
import dev.konflux.release.collectors.Secret;
import dev.konflux.release.collectors.Stage;
import dev.konflux.release.model.CollectorSettings;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.ReleasePlanAdmission;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.store.ObjectKey;
import java.util.Optional;

/** The tasks of the collectors' pipeline. */
final class CollectorTasks {

    private CollectorTasks() {}

    /** Runs the collectors of the plan or the admission one after the other, so that every run is alike. */
    static Archive run(TaskDesk desk) {
        Stage stage = stage(desk);
        CollectorRun run = collect(desk, stage, settings(desk, stage));
        for (CollectorOutcome outcome : run.outcomes()) {
            desk.log(outcome.name() + ": " + words(outcome));
        }
        run.firstFailure().ifPresent(failed -> {
            throw new TaskFailure("collector " + failed.name() + " failed: " + failed.message());
        });
        return new Archive(run.collectors(), DataObject.empty(), DataObject.empty());
    }

    private static String words(CollectorOutcome outcome) {
        if (outcome instanceof CollectorOutcome.Found found) {
            return "found " + found.result();
        }
        return outcome instanceof CollectorOutcome.Failed failed ? failed.message() : "nothing";
    }

    private static Stage stage(TaskDesk desk) {
        return desk.input().param("collectorsResourceType").equals("releaseplan") ? Stage.TENANT : Stage.MANAGED;
    }

    private static CollectorSettings settings(TaskDesk desk, Stage stage) {
        String reference = desk.input().param("collectorsResource");
        Optional<CollectorSettings> settings = stage == Stage.TENANT
                ? ReleasePlan.of(desk.input().object("ReleasePlan", reference)).collectors()
                : ReleasePlanAdmission.of(desk.input().object("ReleasePlanAdmission", reference))
                        .collectors();
        return settings.orElseThrow(() -> new TaskFailure(reference + " has no collectors"));
    }

    private static CollectorRun collect(TaskDesk desk, Stage stage, CollectorSettings settings) {
        CollectorContext context = desk.world()
                .collecting(CollectorContext.builder()
                        .release(desk.input().object("Release"))
                        .previousRelease(previous(desk))
                        .snapshots((namespace, name) ->
                                desk.input().cluster().find(new ObjectKey("Snapshot", namespace, name)))
                        .secrets((namespace, name) -> secret(desk, namespace, name)));
        try {
            return CollectorRunner.on(MoreExecutors.newDirectExecutorService())
                    .build()
                    .run(stage, settings, context);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TaskFailure("the collectors were interrupted");
        }
    }

    private static DataObject previous(TaskDesk desk) {
        return desk.input()
                .findParam("previousRelease")
                .filter(reference -> !reference.isEmpty())
                .flatMap(reference -> desk.input().cluster().find(ObjectKey.parse("Release", reference)))
                .orElse(DataObject.empty());
    }

    /** Secrets of other namespaces are out of reach: the run's service account may not read them. */
    private static Optional<Secret> secret(TaskDesk desk, String namespace, String name) {
        return namespace.equals(desk.input().namespace()) ? desk.input().findSecret(name) : Optional.empty();
    }

    static Archive save(TaskDesk desk) {
        desk.writeStatus(DataObject.of("collectors", desk.data()));
        desk.log("status.collectors: " + desk.data());
        return desk.archive();
    }
}
