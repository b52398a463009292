package dev.konflux.release.testkit.operator;

import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.runs.GitRemotes;
import dev.konflux.release.testkit.runs.PodLogs;
import dev.konflux.release.testkit.runs.RunBlueprints;
import dev.konflux.release.testkit.runs.ServiceSettings;
import dev.konflux.release.testkit.store.ApiError;
import dev.konflux.release.testkit.store.ApiException;
import dev.konflux.release.testkit.store.ObjectApi;
import dev.konflux.release.testkit.store.ObjectKey;
import java.time.Instant;
import java.util.Optional;

/** Looks at a release: asks one operation after the other, and does what each wants before it asks the next. */
final class ReleaseReconciler implements Reconciler {

    private final ObjectApi cluster;
    private final ClusterView view;
    private final OperatorSettings settings;
    private final RunBlueprints blueprints;
    private final PodLogs logs;
    private final EffectRunner effects;
    private final CleanUp cleanUp;

    ReleaseReconciler(
            ObjectApi cluster, ClusterView view, OperatorSettings settings, GitRemotes remotes, PodLogs logs) {
        this.cluster = cluster;
        this.view = view;
        this.settings = settings;
        this.blueprints = new RunBlueprints(
                settings.runs(), remotes, new ServiceSettings(settings.serviceNamespace(), Optional.empty()));
        this.logs = logs;
        this.effects = new EffectRunner(cluster);
        this.cleanUp = new CleanUp(cluster);
    }

    @Override
    public void reconcile(ObjectKey key, Instant now) {
        Optional<ReleaseView> look = cluster.find(key).map(document -> begin(document, now));
        for (Operation operation : ReleaseOperations.IN_ORDER) {
            if (look.isEmpty()) {
                return;
            }
            look = run(operation.decide(look.get()), look.get());
        }
    }

    private ReleaseView begin(DataObject document, Instant now) {
        ServiceSettings service = new ServiceSettings(settings.serviceNamespace(), Optional.empty());
        return new ReleaseView(
                new ReleaseState(document), view, now, settings, service, blueprints.configured(service), logs);
    }

    /** The view for the next operation; empty when this look is over. */
    private Optional<ReleaseView> run(Effect effect, ReleaseView view) {
        if (effect instanceof Effect.Proceed) {
            return Optional.of(view);
        }
        if (effect instanceof Effect.WriteStatus write) {
            return goesOn(view.with(effects.write(write.changed())), write.goesOn());
        }
        if (effect instanceof Effect.WriteMetadata write) {
            return goesOn(view.with(effects.write(write)), write.goesOn());
        }
        if (effect instanceof Effect.StartRun order) {
            return Optional.of(view.with(effects.start(order, view)));
        }
        if (effect instanceof Effect.Configure loaded) {
            return Optional.of(view.with(loaded.service(), blueprints.configured(loaded.service())));
        }
        if (effect instanceof Effect.CleanUp order) {
            return cleanedUp(order, view);
        }
        if (effect instanceof Effect.Retry retry) {
            throw again(retry.reason());
        }
        return Optional.empty();
    }

    private static Optional<ReleaseView> goesOn(ReleaseView view, boolean goesOn) {
        return goesOn ? Optional.of(view) : Optional.empty();
    }

    private Optional<ReleaseView> cleanedUp(Effect.CleanUp order, ReleaseView view) {
        if (order.deletesRuns()) {
            // The operator asks for another look here, but in a way its runtime ignores.
            cleanUp.forDeletion(order, view);
            return Optional.empty();
        }
        Optional<String> reason = cleanUp.tolerantly(order, view);
        if (reason.isPresent()) {
            throw again(reason.get());
        }
        return Optional.of(view);
    }

    private static ApiException again(String reason) {
        return new ApiException(ApiError.of(0, "", reason));
    }
}
