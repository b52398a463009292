package dev.konflux.release.conformance;

import dev.konflux.release.model.Release;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.ReleasePlanAdmission;
import dev.konflux.release.model.Resource;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.operator.ClusterView;
import dev.konflux.release.testkit.store.ApiError;
import dev.konflux.release.testkit.store.ApiException;
import dev.konflux.release.testkit.store.ObjectKey;
import dev.konflux.release.testkit.store.Selection;
import java.util.function.Supplier;

/** What the operator's look-ups answer at the end of a transcript. */
final class TranscriptQueries {

    private final TranscriptWorld world;
    private final ClusterView view;

    TranscriptQueries(TranscriptWorld world) {
        this.world = world;
        this.view = world.operator().view();
    }

    DataObject answers() {
        DataObject.Builder answers = DataObject.builder();
        DataObject.Builder plans = DataObject.builder();
        world.store().list("ReleasePlan", Selection.everything()).stream()
                .map(ReleasePlan::of)
                .forEach(plan -> plans.put(plan.reference(), plan(plan)));
        DataObject.Builder admissions = DataObject.builder();
        world.store().list("ReleasePlanAdmission", Selection.everything()).stream()
                .map(ReleasePlanAdmission::of)
                .forEach(admission -> admissions.put(admission.reference(), plansOf(admission)));
        DataObject.Builder releases = DataObject.builder();
        world.store().list("Release", Selection.everything()).stream()
                .map(Release::of)
                .forEach(release -> releases.put(release.reference(), previous(release)));
        answers.put("releasePlans", plans.build()).put("releasePlanAdmissions", admissions.build());
        if (!releases.build().isEmpty()) {
            answers.put("previousRelease", releases.build());
        }
        return answers.build();
    }

    private DataObject plan(ReleasePlan plan) {
        return DataObject.of(
                "matching", answer(() -> reference(view.matchingAdmission(plan))),
                "active", answer(() -> reference(view.activeAdmission(plan))));
    }

    private Data plansOf(ReleasePlanAdmission admission) {
        return answer(() -> DataArray.of(view.matchingPlans(admission).stream()
                .map(TranscriptQueries::reference)
                .toList()));
    }

    private Data previous(Release release) {
        return answer(() -> reference(view.previousRelease(release)
                .orElseThrow(() -> new ApiException(ApiError.notFound(ObjectKey.of(release.document()))))));
    }

    private static Data reference(Resource resource) {
        return Data.of(resource.reference());
    }

    private static Data answer(Supplier<Data> question) {
        try {
            return question.get();
        } catch (ApiException failed) {
            return DataObject.of("error", Data.of(failed.error().message()));
        }
    }
}
