package dev.konflux.release.testkit.operator;

import static dev.konflux.release.testkit.operator.Request.Controller.RELEASE;
import static dev.konflux.release.testkit.operator.Request.Controller.RELEASE_PLAN;
import static dev.konflux.release.testkit.operator.Request.Controller.RELEASE_PLAN_ADMISSION;

import dev.konflux.release.model.MetadataKeys;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.runs.Phase;
import dev.konflux.release.testkit.runs.RunBlueprints;
import dev.konflux.release.testkit.runs.RunOutcome;
import dev.konflux.release.testkit.store.ApiException;
import dev.konflux.release.testkit.store.ObjectKey;
import dev.konflux.release.testkit.store.ObjectReader;
import dev.konflux.release.testkit.store.Selection;
import dev.konflux.release.testkit.store.WatchEvent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which changes of the cluster wake the operator, and for which objects. */
final class Watches {

    private Watches() {}

    static List<Request> requestsFor(WatchEvent event, ObjectReader cluster) {
        return switch (event.kind()) {
            case "Release" -> release(event);
            case "ReleasePlan" -> plan(event);
            case "ReleasePlanAdmission" -> admission(event);
            case "ReleaseServiceConfig" -> config(event, cluster);
            case "PipelineRun" -> run(event);
            default -> List.of();
        };
    }

    private static List<Request> release(WatchEvent event) {
        boolean wakes = switch (event.type()) {
            case ADDED ->
                MetadataKeys.RESTORED.stream()
                        .allMatch(label ->
                                event.object().find("metadata", "labels", label).isEmpty());
            case MODIFIED -> differs(event, "metadata", "generation");
            case DELETED -> true;
        };
        return wakes ? List.of(own(RELEASE, event)) : List.of();
    }

    // A changed label does not raise the generation, so pinning a plan wakes nobody.
    private static List<Request> plan(WatchEvent event) {
        List<Request> requests = new ArrayList<>();
        boolean matchMayDiffer = event.type() != WatchEvent.Type.MODIFIED
                || matchingDiffers(event)
                || differs(event, "spec", "application")
                || differs(event, "spec", "componentGroup")
                || differs(event, "spec", "target");
        if (matchMayDiffer && (event.type() != WatchEvent.Type.MODIFIED || differs(event, "metadata", "generation"))) {
            requests.add(own(RELEASE_PLAN, event));
        }
        if (matchMayDiffer && event.type() != WatchEvent.Type.ADDED) {
            forms(event)
                    .forEach(form -> form.findText("status", "releasePlanAdmission", "name")
                            .ifPresent(name -> requests.add(Request.to(RELEASE_PLAN_ADMISSION, name))));
        }
        return requests;
    }

    private static List<Request> admission(WatchEvent event) {
        Set<Request> requests = new LinkedHashSet<>();
        boolean matchMayDiffer = event.type() != WatchEvent.Type.MODIFIED
                || matchingDiffers(event)
                || differs(event, "spec", "applications")
                || differs(event, "spec", "componentGroups")
                || differs(event, "spec", "origin");
        if (matchMayDiffer || differs(event, "spec", "pipeline") || differs(event, "spec", "data")) {
            requests.add(own(RELEASE_PLAN_ADMISSION, event));
        }
        if (matchMayDiffer && event.type() != WatchEvent.Type.ADDED) {
            for (DataObject form : forms(event)) {
                form.items("status", "releasePlans").stream()
                        .flatMap(plan -> plan.findText("name").stream())
                        .forEach(name -> requests.add(Request.to(RELEASE_PLAN, name)));
            }
        }
        return List.copyOf(requests);
    }

    private static boolean matchingDiffers(WatchEvent event) {
        return differs(event, "metadata", "labels", MetadataKeys.AUTO_RELEASE)
                || differs(event, "metadata", "labels", MetadataKeys.BLOCK_RELEASES)
                || !matchedSince(event.object()).equals(event.oldObject().flatMap(Watches::matchedSince));
    }

    private static Optional<String> matchedSince(DataObject object) {
        return Conditions.find(object, Conditions.MATCHED)
                .map(condition ->
                        condition.data().findText("lastTransitionTime").orElse(""));
    }

    private static List<Request> config(WatchEvent event, ObjectReader cluster) {
        if (event.type() == WatchEvent.Type.MODIFIED && !differs(event, "spec", "retryablePipelines")) {
            return List.of();
        }
        try {
            return cluster.list("ReleasePlanAdmission", Selection.everything()).stream()
                    .map(admission -> Request.of(RELEASE_PLAN_ADMISSION, ObjectKey.of(admission)))
                    .toList();
        } catch (ApiException failed) {
            return List.of(); // the operator only logs it
        }
    }

    private static List<Request> run(WatchEvent event) {
        boolean isReleaseRun = event.object()
                .findText("metadata", "labels", MetadataKeys.PIPELINE_TYPE)
                .flatMap(Phase::ofRunType)
                .isPresent();
        boolean wakes = switch (event.type()) {
            case ADDED -> false;
            case MODIFIED ->
                RunOutcome.isKnown(event.object())
                        || differs(event, "metadata", "finalizers")
                        || differs(event, "metadata", "deletionTimestamp");
            case DELETED -> event.object().items("metadata", "finalizers").contains(Data.of(RunBlueprints.FINALIZER));
        };
        return isReleaseRun && wakes ? owner(event.object()) : List.of();
    }

    private static List<Request> owner(DataObject run) {
        return run.findText("metadata", "annotations", RunBlueprints.OWNER)
                .map(reference -> List.of(Request.to(RELEASE, reference)))
                .orElse(List.of());
    }

    private static Request own(Request.Controller controller, WatchEvent event) {
        return Request.of(controller, ObjectKey.of(event.object()));
    }

    private static boolean differs(WatchEvent event, String... path) {
        return event.oldObject()
                .filter(old -> !old.find(path).equals(event.object().find(path)))
                .isPresent();
    }

    /** The forms of an object before and after the change. */
    private static List<DataObject> forms(WatchEvent event) {
        return event.type() == WatchEvent.Type.MODIFIED
                ? List.of(event.oldObject().orElse(event.object()), event.object())
                : List.of(event.object());
    }
}
