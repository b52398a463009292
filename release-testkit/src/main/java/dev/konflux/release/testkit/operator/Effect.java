package dev.konflux.release.testkit.operator;

import com.google.common.collect.ImmutableList;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.runs.Phase;
import dev.konflux.release.testkit.runs.RunDraft;
import dev.konflux.release.testkit.runs.ServiceSettings;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** What an operation wants done before the next one is asked. */
sealed interface Effect {

    /** Nothing; go on. */
    record Proceed() implements Effect {}

    /** Nothing; this look at the release is over. */
    record Stop() implements Effect {}

    /** Look at the release again later. */
    record Retry(String reason) implements Effect {}

    /** Use this configuration from here on. */
    record Configure(ServiceSettings service) implements Effect {}

    /** Write the status. */
    record WriteStatus(ReleaseState changed, boolean goesOn) implements Effect {}

    /** Write labels, annotations or finalizers. */
    record WriteMetadata(ReleaseState changed, boolean goesOn, boolean mayBeGone) implements Effect {}

    /**
     * Create role bindings, then a run, then record them.
     *
     * @param known role bindings that are there already
     * @param bindings role bindings to create
     * @param recordsOnFailure whether the role bindings are recorded although the run could not be created
     * @param started the release once its run has that reference
     */
    record StartRun(
            Phase phase,
            Bindings known,
            List<BindingOrder> bindings,
            RunDraft run,
            boolean recordsOnFailure,
            BiFunction<String, Bindings, ReleaseState> started)
            implements Effect {
        public StartRun {
            bindings = ImmutableList.copyOf(bindings);
        }
    }

    /**
     * Remove what the runs of some phases needed: role bindings, roles, finalizers.
     *
     * @param deletesRuns whether the runs are deleted, too, and the release's finalizer is removed: the release is being deleted
     * @param counted whether failures count; if not, they are dropped
     */
    record CleanUp(List<Phase> phases, boolean deletesRuns, boolean counted) implements Effect {
        public CleanUp {
            phases = ImmutableList.copyOf(phases);
        }
    }

    /**
     * A role binding to create.
     *
     * @param slot where the release records it
     * @param role a role to create first, which the binding then refers to
     */
    record BindingOrder(String slot, Optional<DataObject> role, DataObject binding) {}

    static Effect proceed() {
        return new Proceed();
    }

    static Effect stop() {
        return new Stop();
    }

    /** Write the status and go on. */
    static Effect write(ReleaseState changed) {
        return new WriteStatus(changed, true);
    }
}
