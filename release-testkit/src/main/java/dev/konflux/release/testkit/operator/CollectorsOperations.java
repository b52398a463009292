package dev.konflux.release.testkit.operator;

import dev.konflux.release.model.CollectorSettings;
import dev.konflux.release.model.Release;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.ReleasePlanAdmission;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.operator.Effect.BindingOrder;
import dev.konflux.release.testkit.runs.Phase;
import dev.konflux.release.testkit.runs.RunDraft;
import dev.konflux.release.testkit.store.ApiException;
import dev.konflux.release.testkit.store.ObjectKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The collectors of the plan and of the admission. */
final class CollectorsOperations {

    private static final List<String> TENANT_SLOTS = List.of(Bindings.TENANT, Bindings.SECRET);
    private static final List<String> MANAGED_SLOTS = List.of(Bindings.TENANT, Bindings.MANAGED, Bindings.SECRET);

    private CollectorsOperations() {}

    /** Runs for a release that failed its validation, too, and is recorded again at every look while it runs. */
    static Effect tenantCollectorsAreProcessed(ReleaseView view) {
        Phase phase = Phase.TENANT_COLLECTORS;
        if (view.state().hasFinished(phase)) {
            return Effect.proceed();
        }
        Optional<DataObject> run = view.cluster().findRun(view.release(), phase);
        Bindings known = known(view, phase, TENANT_SLOTS);
        ReleasePlan plan = view.cluster().plan(view.release());
        Optional<CollectorSettings> collectors = plan.collectors();
        if (collectors.isEmpty()) {
            return Effect.write(view.state().skipped(phase, view.now()));
        }
        Optional<ReleasePlanAdmission> admission =
                plan.target().map(target -> view.cluster().activeAdmission(plan));
        List<BindingOrder> bindings = bindings(
                collectors.get(),
                account -> RoleBindings.access(
                        Bindings.TENANT, view.release(), plan.namespace(), account, plan.namespace()),
                Optional.empty(),
                (account, secrets) -> RoleBindings.secrets(phase, view.release(), plan.namespace(), account, secrets));
        return started(
                view,
                phase,
                run,
                known,
                bindings,
                () -> view.blueprints().tenantCollectors(view.release(), previous(view), plan, admission));
    }

    static Effect managedCollectorsAreProcessed(ReleaseView view) {
        Phase phase = Phase.MANAGED_COLLECTORS;
        ReleaseState state = view.state();
        if (state.hasFinished(phase) || !state.hasFinished(Phase.TENANT_COLLECTORS)) {
            return Effect.proceed();
        }
        if (state.isFailed()) {
            return Effect.write(state.skipped(phase, view.now()));
        }
        Optional<DataObject> run = view.cluster().findRun(view.release(), phase);
        Bindings known = known(view, phase, MANAGED_SLOTS);
        if (run.isPresent() && state.isProgressing(phase)) {
            return Effect.proceed();
        }
        ReleasePlan plan = view.cluster().plan(view.release());
        Optional<ReleasePlanAdmission> admission =
                plan.target().map(target -> view.cluster().activeAdmission(plan));
        Optional<CollectorSettings> collectors = admission.flatMap(ReleasePlanAdmission::collectors);
        if (admission.isEmpty() || collectors.isEmpty()) {
            return Effect.write(state.skipped(phase, view.now()));
        }
        ReleasePlanAdmission source = admission.get();
        return started(
                view,
                phase,
                run,
                known,
                managedBindings(view.release(), source, collectors.get()),
                () -> view.blueprints().managedCollectors(view.release(), previous(view), source));
    }

    private static List<BindingOrder> managedBindings(
            Release release, ReleasePlanAdmission source, CollectorSettings collectors) {
        String own = source.namespace();
        return bindings(
                collectors,
                account -> RoleBindings.access(Bindings.TENANT, release, source.origin(), account, own),
                Optional.of(account -> RoleBindings.access(Bindings.MANAGED, release, own, account, own)),
                (account, secrets) -> RoleBindings.secrets(Phase.MANAGED_COLLECTORS, release, own, account, secrets));
    }

    private interface Access {
        BindingOrder to(String account);
    }

    private interface SecretsAccess {
        BindingOrder to(String account, List<String> secrets);
    }

    /** Without a service account there is nobody to give rights to. */
    private static List<BindingOrder> bindings(
            CollectorSettings collectors, Access tenant, Optional<Access> managed, SecretsAccess secretsAccess) {
        List<BindingOrder> bindings = new ArrayList<>();
        collectors.serviceAccountName().filter(account -> !account.isEmpty()).ifPresent(account -> {
            bindings.add(tenant.to(account));
            managed.ifPresent(access -> bindings.add(access.to(account)));
            collectors.secrets().ifPresent(secrets -> bindings.add(secretsAccess.to(account, secrets)));
        });
        return bindings;
    }

    private static Effect started(
            ReleaseView view,
            Phase phase,
            Optional<DataObject> run,
            Bindings known,
            List<BindingOrder> bindings,
            Supplier<RunDraft> draft) {
        return run.map(found -> Effect.write(TenantOperations.started(
                        view, phase, ObjectKey.of(found).reference(), known)))
                .orElseGet(() -> new Effect.StartRun(
                        phase,
                        known,
                        bindings,
                        draft.get(),
                        true,
                        (reference, all) -> TenantOperations.started(view, phase, reference, all)));
    }

    /** The recorded role bindings that still exist. */
    private static Bindings known(ReleaseView view, Phase phase, List<String> slots) {
        Bindings known = Bindings.none();
        for (String slot : slots) {
            Optional<DataObject> binding =
                    view.cluster().findBinding(view.state().binding(phase, slot));
            if (binding.isPresent()) {
                known = known.and(slot, ObjectKey.of(binding.get()).reference());
            }
        }
        return known;
    }

    private static String previous(ReleaseView view) {
        try {
            return view.cluster()
                    .previousRelease(view.release())
                    .map(Release::reference)
                    .orElse("");
        } catch (ApiException failed) {
            return ""; // the operator does without
        }
    }
}
