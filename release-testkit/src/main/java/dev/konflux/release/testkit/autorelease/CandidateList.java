package dev.konflux.release.testkit.autorelease;

import dev.konflux.release.model.ComponentGroup;
import dev.konflux.release.model.Condition;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.SnapshotComponent;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.explain.ImageDigest;
import dev.konflux.release.model.text.DataSyntaxException;
import dev.konflux.release.model.text.JsonReader;
import dev.konflux.release.testkit.store.ApiError;
import dev.konflux.release.testkit.store.ApiException;
import dev.konflux.release.testkit.store.MergePatch;
import dev.konflux.release.testkit.store.ObjectKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** What an override makes of the images that later Snapshots are built with; an invalid override does it too. */
final class CandidateList {

    private static final String ADDED = "test.appstudio.openshift.io/added-to-global-candidate-list";
    private static final String BUILT = "test.appstudio.openshift.io/lastbuilttime";

    private CandidateList() {}

    /** Promotes the images of an override once. */
    static boolean ensure(SnapshotRound round) {
        Snapshot snapshot = round.snapshot();
        if (!snapshot.type().equals("override") || isAdded(snapshot)) {
            return true;
        }
        if (snapshot.componentGroup().isEmpty()) {
            snapshot.components().forEach(built -> promote(built, round));
        } else {
            promoteInGroup(round);
        }
        round.annotate(ADDED, result(round.now()));
        return true;
    }

    private static boolean isSourceless(SnapshotComponent component) {
        return component.data().findObject("source", "git").isEmpty();
    }

    private static boolean isAdded(Snapshot snapshot) {
        boolean formerly = snapshot.findCondition("AddedToGlobalCandidateList")
                .filter(Condition::isTrue)
                .isPresent();
        try {
            Data said = JsonReader.create().read(snapshot.findAnnotation(ADDED).orElse("{}"), ADDED);
            return formerly || said.find("result").filter(Data.of(true)::equals).isPresent();
        } catch (DataSyntaxException e) {
            return formerly;
        }
    }

    private static String result(Instant now) {
        return DataObject.builder()
                .put("result", true)
                .put("reason", "The Snapshot's component(s) was/were added to the global candidate list")
                .put("lastupdatedtime", now.truncatedTo(ChronoUnit.SECONDS).toString())
                .build()
                .toString();
    }

    private static void promote(SnapshotComponent built, SnapshotRound round) {
        boolean known =
                round.view().findComponent(round.snapshot(), built.name()).isPresent();
        if (!known || ImageDigest.findFault(built.containerImage()).isPresent()) {
            return;
        }
        ObjectKey component = new ObjectKey("Component", round.snapshot().namespace(), built.name());
        DataObject.Builder status = DataObject.builder().put("lastPromotedImage", built.containerImage());
        built.sourceRevision()
                .filter(revision -> !revision.isEmpty())
                .ifPresent(revision -> status.put("lastBuiltCommit", revision));
        round.cluster().patchStatus(component, DataObject.of("status", status.build()));
        Data now = Data.of(String.valueOf(round.now().getEpochSecond()));
        round.cluster()
                .patch(component, DataObject.of("metadata", DataObject.of("annotations", DataObject.of(BUILT, now))));
    }

    private static void promoteInGroup(SnapshotRound round) {
        Snapshot snapshot = round.snapshot();
        // Upstream dereferences the source unseen.
        if (snapshot.components().stream().anyMatch(CandidateList::isSourceless)) {
            throw new ApiException(ApiError.of(
                    0, "", "panic: runtime error: invalid memory address or nil pointer dereference [recovered]"));
        }
        SnapshotRound.despiteConflicts(() -> {
            ComponentGroup group = round.view().group(snapshot.namespace(), snapshot.componentGroup());
            List<Data> after = group.document().items("status", "globalCandidateList").stream()
                    .map(candidate -> promoted(candidate, snapshot))
                    .toList();
            DataObject promoted = after.isEmpty()
                    ? group.document()
                    : group.document().withPath(DataArray.of(after), "status", "globalCandidateList");
            return round.cluster().patchStatus(ObjectKey.of(promoted), MergePatch.between(group.document(), promoted));
        });
    }

    private static Data promoted(Data candidate, Snapshot snapshot) {
        DataObject.Builder promoted = candidate.asObject().orElse(DataObject.empty()).toBuilder();
        snapshot.components().stream()
                .filter(built ->
                        candidate.findText("name").filter(built.name()::equals).isPresent()
                                && candidate
                                        .findText("version")
                                        .equals(built.version().or(() -> Optional.of(""))))
                .forEach(built -> promoted.put("url", built.sourceUrl().orElse(""))
                        .put("lastPromotedImage", built.containerImage())
                        .put("lastPromotedCommit", built.sourceRevision().orElse("")));
        return promoted.build();
    }
}
