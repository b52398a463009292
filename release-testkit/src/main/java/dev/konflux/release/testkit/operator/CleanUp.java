package dev.konflux.release.testkit.operator;

import dev.konflux.release.model.Release;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.runs.Phase;
import dev.konflux.release.testkit.runs.RunBlueprints;
import dev.konflux.release.testkit.store.ApiException;
import dev.konflux.release.testkit.store.ObjectApi;
import dev.konflux.release.testkit.store.ObjectKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes away what the runs of a release needed. */
final class CleanUp {

    private static final List<String> SLOTS = List.of(Bindings.TENANT, Bindings.MANAGED, Bindings.SECRET);
    private static final Data FINALIZER = Data.of(RunBlueprints.FINALIZER);

    private final ObjectApi cluster;

    CleanUp(ObjectApi cluster) {
        this.cluster = cluster;
    }

    /** Why the release is to be looked at again; empty when it is not. A failure in one phase does not keep the others from being cleaned. */
    Optional<String> tolerantly(Effect.CleanUp order, ReleaseView view) {
        List<ApiException> failures = new ArrayList<>();
        for (Phase phase : order.phases()) {
            try {
                strictly(phase, false, view);
            } catch (ApiException failed) {
                failures.add(failed);
            }
        }
        boolean again =
                order.counted() && failures.stream().anyMatch(failed -> Failures.isRetriableLookUp(failed.error()));
        return again
                ? Optional.of("cleanup failed: "
                        + failures.stream()
                                .map(ApiException::error)
                                .map(error -> error.message())
                                .toList())
                : Optional.empty();
    }

    /** The release without its finalizer, after everything of its was deleted. */
    ReleaseState forDeletion(Effect.CleanUp order, ReleaseView view) {
        order.phases().forEach(phase -> strictly(phase, true, view));
        List<Data> others = view.state().document().items("metadata", "finalizers").stream()
                .filter(finalizer -> !finalizer.equals(FINALIZER))
                .toList();
        ReleaseState freed = view.state().with(DataArray.of(others), "metadata", "finalizers");
        return new ReleaseState(cluster.update(freed.document()));
    }

    private void strictly(Phase phase, boolean deletesRuns, ReleaseView view) {
        Release release = view.release();
        if (phase == Phase.MANAGED) {
            managed(view, deletesRuns);
            return;
        }
        Optional<DataObject> run = view.cluster().findRun(release, phase);
        if (phase.isCollectors()) {
            for (String slot : SLOTS) {
                view.cluster().findBinding(view.state().binding(phase, slot)).ifPresent(this::deleteRights);
            }
        }
        run.ifPresent(found -> free(found, deletesRuns));
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
                view.cluster().findAttempt(view.release(), attempt).ifPresent(run -> free(run, deletesRuns));
            }
        }
    }

    private void deleteRights(DataObject binding) {
        ObjectKey key = ObjectKey.of(binding);
        ignoringFailure(() -> cluster.delete(key));
        if (binding.findText("roleRef", "kind").filter("Role"::equals).isPresent()) {
            String role = binding.findText("roleRef", "name").orElse("");
            ignoringFailure(() -> cluster.delete(new ObjectKey("Role", key.namespace(), role)));
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

    private void free(DataObject run, boolean deletesRun) {
        ObjectKey key = ObjectKey.of(run);
        if (run.items("metadata", "finalizers").contains(FINALIZER)) {
            cluster.find(key).ifPresent(fresh -> removeFinalizer(key, fresh));
        }
        if (deletesRun) {
            deleteIfThere(key);
        }
    }

    private void removeFinalizer(ObjectKey key, DataObject run) {
        List<Data> others = run.items("metadata", "finalizers").stream()
                .filter(finalizer -> !finalizer.equals(FINALIZER))
                .toList();
        cluster.patch(key, DataObject.of("metadata", DataObject.of("finalizers", DataArray.of(others))));
    }

    private void deleteIfThere(ObjectKey key) {
        try {
            cluster.delete(key);
        } catch (ApiException failed) {
            if (!failed.error().isNotFound()) {
                throw failed;
            }
        }
    }
}
