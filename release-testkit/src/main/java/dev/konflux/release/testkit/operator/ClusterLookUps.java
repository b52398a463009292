package dev.konflux.release.testkit.operator;

import dev.konflux.release.model.Release;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.ReleasePlanAdmission;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.validation.LookUpException;
import dev.konflux.release.model.validation.LookUps;
import dev.konflux.release.testkit.store.ApiError;
import dev.konflux.release.testkit.store.ApiException;
import java.util.function.Supplier;

/** The checks look things up in the cluster. */
record ClusterLookUps(ReleaseView view) implements LookUps {

    @Override
    public ReleasePlan plan(Release release) {
        return lookUp(() -> view.cluster().plan(release));
    }

    @Override
    public ReleasePlanAdmission activeAdmission(Release release) {
        return lookUp(() -> view.cluster().activeAdmission(release));
    }

    @Override
    public void requireManagedResources(Release release) {
        lookUp(() -> view.cluster().managedResources(release));
    }

    @Override
    public Snapshot snapshot(Release release) {
        return lookUp(() -> view.cluster().snapshot(release));
    }

    @Override
    public boolean isDebug() {
        return view.service().isDebug();
    }

    private static <T> T lookUp(Supplier<T> question) {
        try {
            return question.get();
        } catch (ApiException failed) {
            ApiError error = failed.error();
            throw Failures.isRetriableLookUp(error)
                    ? LookUpException.passing(error.message())
                    : LookUpException.lasting(error.message());
        }
    }
}
