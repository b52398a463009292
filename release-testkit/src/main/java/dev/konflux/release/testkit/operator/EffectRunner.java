package dev.konflux.release.testkit.operator;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.operator.Effect.BindingOrder;
import dev.konflux.release.testkit.runs.RunDraft;
import dev.konflux.release.testkit.runs.RunOutcome;
import dev.konflux.release.testkit.store.ApiError;
import dev.konflux.release.testkit.store.ApiException;
import dev.konflux.release.testkit.store.ObjectApi;
import dev.konflux.release.testkit.store.ObjectKey;

/** Does what operations ask for: the place from which the operator writes releases and creates runs and rights. */
final class EffectRunner {

    private final ObjectApi cluster;

    EffectRunner(ObjectApi cluster) {
        this.cluster = cluster;
    }

    /** The release after its status was written. */
    ReleaseState write(ReleaseState changed) {
        return new ReleaseState(cluster.updateStatus(changed.document()));
    }

    /** The release after its metadata was written. */
    ReleaseState write(Effect.WriteMetadata write) {
        try {
            return new ReleaseState(cluster.update(write.changed().document()));
        } catch (ApiException failed) {
            if (write.mayBeGone() && failed.error().isNotFound()) {
                return write.changed();
            }
            throw failed;
        }
    }

    /** The release with its run recorded, or with the failure of its phase where trying again is pointless. */
    ReleaseState start(Effect.StartRun order, ReleaseView view) {
        Bindings bindings = order.known();
        for (BindingOrder binding : order.bindings()) {
            if (bindings.find(binding.slot()).isEmpty()) {
                try {
                    bindings = bindings.and(binding.slot(), create(binding));
                } catch (ApiException failed) {
                    insistOnPermanence(failed);
                    return refused(
                            order,
                            view,
                            bindings,
                            failed.error().message(),
                            order.phase().bindingCreationFailure());
                }
            }
        }
        return startRun(order, view, bindings);
    }

    private ReleaseState startRun(Effect.StartRun order, ReleaseView view, Bindings bindings) {
        String run;
        try {
            run = ObjectKey.of(cluster.create(complete(order.run()))).reference();
        } catch (ApiException failed) {
            insistOnPermanence(failed);
            Bindings recorded = order.recordsOnFailure() ? bindings : Bindings.none();
            return refused(
                    order,
                    view,
                    recorded,
                    failed.error().message(),
                    order.phase().runCreationFailure());
        }
        return write(order.started().apply(run, bindings));
    }

    private static DataObject complete(RunDraft draft) {
        if (draft.isComplete()) {
            return draft.document();
        }
        // A draft that can never be built counts as a bad request, every other one as an unknown failure.
        throw new ApiException(
                draft.permanent() ? ApiError.badRequest(draft.failureText()) : ApiError.of(0, "", draft.failureText()));
    }

    private static void insistOnPermanence(ApiException failed) {
        if (!Failures.isPermanentCreation(failed.error())) {
            throw failed;
        }
    }

    private String create(BindingOrder order) {
        DataObject binding = order.binding();
        if (order.role().isPresent()) {
            String role = ObjectKey.of(cluster.create(order.role().get())).name();
            binding = binding.withPath(Data.of(role), "roleRef", "name");
        }
        return ObjectKey.of(cluster.create(binding)).reference();
    }

    private ReleaseState refused(
            Effect.StartRun order, ReleaseView view, Bindings recorded, String message, String releaseMessage) {
        return write(view.state()
                .recording(order.phase(), recorded)
                .processing(order.phase(), view.now())
                .failed(order.phase(), RunOutcome.cut(message), view.now())
                .failed(releaseMessage, view.now()));
    }
}
