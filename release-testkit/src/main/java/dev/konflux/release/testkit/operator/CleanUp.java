package dev.konflux.release.testkit.operator;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.runs.Phase;
import dev.konflux.release.testkit.runs.RunBlueprints;
import dev.konflux.release.testkit.store.ApiError;
import dev.konflux.release.testkit.store.ApiException;
import dev.konflux.release.testkit.store.ObjectApi;
import dev.konflux.release.testkit.store.ObjectKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Takes away what the runs of a release needed. */
final class CleanUp {

    private static final List<String> SLOTS = List.of(Bindings.TENANT, Bindings.MANAGED, Bindings.SECRET);
    private static final Data FINALIZER = Data.of(RunBlueprints.FINALIZER);

    private final ObjectApi cluster;

    CleanUp(ObjectApi cluster) {
        this.cluster = cluster;
    }

    /** Why the release is to be looked at again; empty when it is not. A failure does not keep the rest from being cleaned. */
    Optional<String> tolerantly(Effect.CleanUp order, ReleaseView view) {
        Tolerance tolerance = new Tolerance();
        for (Phase phase : order.phases()) {
            if (phase.isCollectors()) {
                collectors(phase, view, tolerance);
            } else {
                tolerance.perform(() -> strictly(phase, false, view));
            }
        }
        return order.counted() ? tolerance.reasonToRepeat() : Optional.empty();
    }

    /** What failed while the rest went on. */
    private static final class Tolerance {

        private final List<ApiError> failures = new ArrayList<>();

        void perform(Runnable work) {
            find(() -> {
                work.run();
                return Optional.<DataObject>empty();
            });
        }

        Optional<DataObject> find(Supplier<Optional<DataObject>> lookUp) {
            try {
                return lookUp.get();
            } catch (ApiException failed) {
                failures.add(failed.error());
                return Optional.empty();
            }
        }

        Optional<String> reasonToRepeat() {
            List<String> messages = failures.stream().map(ApiError::message).toList();
            return failures.stream().anyMatch(Failures::isRetriableLookUp)
                    ? Optional.of("cleanup failed: " + messages)
                    : Optional.empty();
        }
    }

    private void collectors(Phase phase, ReleaseView view, Tolerance tolerance) {
        Optional<DataObject> run = tolerance.find(() -> view.cluster().findRun(view.release(), phase));
        List<DataObject> bindings = SLOTS.stream()
                .flatMap(slot ->
                        tolerance
                                .find(() ->
                                        view.cluster().findBinding(view.state().binding(phase, slot)))
                                .stream())
                .toList();
        bindings.forEach(this::deleteRights);
        run.ifPresent(found -> tolerance.perform(() -> free(found)));
    }

    /** The release without its finalizer, after everything of its was deleted. */
    void forDeletion(Effect.CleanUp order, ReleaseView view) {
        order.phases().forEach(phase -> strictly(phase, true, view));
        List<Data> others = othersThanOurs(view.state().document());
        ReleaseState freed = view.state().with(DataArray.of(others), "metadata", "finalizers");
        cluster.update(freed.document());
    }

    private void strictly(Phase phase, boolean deletesRuns, ReleaseView view) {
        if (phase == Phase.MANAGED) {
            managed(view, deletesRuns);
            return;
        }
        Optional<DataObject> run = view.cluster().findRun(view.release(), phase);
        if (phase.isCollectors()) {
            List<DataObject> bindings = SLOTS.stream()
                    .flatMap(slot -> view.cluster().findBinding(view.state().binding(phase, slot)).stream())
                    .toList();
            bindings.forEach(this::deleteRights);
        }
        run.ifPresent(found -> end(found, deletesRuns));
    }

    /** All tries share the role binding of the first. */
    private void managed(ReleaseView view, boolean deletesRuns) {
        Attempts attempts = view.state().attempts();
        view.cluster().findBinding(Attempts.binding(attempts.first())).ifPresent(this::deleteRights);
        for (int attempt = 0; attempt < attempts.count(); attempt++) {
            boolean recorded = attempts.entries()
                    .get(attempt)
                    .findText("pipelineRun")
                    .filter(run -> !run.isEmpty())
                    .isPresent();
            if (recorded) {
                view.cluster().findAttempt(view.release(), attempt).ifPresent(run -> end(run, deletesRuns));
            }
        }
    }

    private void deleteRights(DataObject binding) {
        ObjectKey key = ObjectKey.of(binding);
        ignoringFailure(() -> cluster.delete(key));
        if (binding.findText("roleRef", "kind").filter("Role"::equals).isPresent()) {
            ObjectKey role = new ObjectKey(
                    "Role", key.namespace(), binding.findText("roleRef", "name").orElse(""));
            ignoringFailure(() -> cluster.find(role).ifPresent(found -> cluster.delete(role)));
        }
    }

    /** The operator logs a failed deletion of rights and goes on. */
    private static void ignoringFailure(Runnable deletion) {
        try {
            deletion.run();
        } catch (ApiException logged) {
            return;
        }
    }

    private static void ignoringAbsence(Runnable work) {
        try {
            work.run();
        } catch (ApiException failed) {
            if (!failed.error().isNotFound()) {
                throw failed;
            }
        }
    }

    private void end(DataObject run, boolean deletesRun) {
        ignoringAbsence(() -> free(run));
        if (deletesRun) {
            ignoringAbsence(() -> cluster.delete(ObjectKey.of(run)));
        }
    }

    private void free(DataObject run) {
        ObjectKey key = ObjectKey.of(run);
        if (hasOurs(run)) {
            cluster.find(key)
                    .filter(CleanUp::hasOurs)
                    .ifPresent(fresh -> cluster.patch(
                            key,
                            DataObject.of(
                                    "metadata", DataObject.of("finalizers", DataArray.of(othersThanOurs(fresh))))));
        }
    }

    private static boolean hasOurs(DataObject object) {
        return object.items("metadata", "finalizers").contains(FINALIZER);
    }

    private static List<Data> othersThanOurs(DataObject object) {
        return object.items("metadata", "finalizers").stream()
                .filter(finalizer -> !finalizer.equals(FINALIZER))
                .toList();
    }
}
