package dev.konflux.release.testkit.autorelease;

import dev.konflux.release.model.Component;
import dev.konflux.release.model.ComponentGroup;
import dev.konflux.release.model.Condition;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.SnapshotComponent;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.explain.ImageDigest;
import dev.konflux.release.model.text.DataSyntaxException;
import dev.konflux.release.model.text.JsonReader;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an override makes of the images that later Snapshots are built with; an invalid override does it too.
 *
 * @param snapshot marked as handled
 * @param changed Components or the ComponentGroup with the new images
 * @param findError when the service crashes
 */
record CandidateList(Snapshot snapshot, List<DataObject> changed, Optional<String> findError) {

    private static final String ADDED = "test.appstudio.openshift.io/added-to-global-candidate-list";
    private static final String BUILT = "test.appstudio.openshift.io/lastbuilttime";

    static CandidateList of(Snapshot snapshot, Resources cluster, Instant now) {
        if (!snapshot.type().equals("override") || isAdded(snapshot)) {
            return new CandidateList(snapshot, List.of(), Optional.empty());
        }
        boolean grouped = !snapshot.componentGroup().isEmpty();
        // Upstream dereferences the source unseen.
        if (grouped && snapshot.components().stream().anyMatch(CandidateList::isSourceless)) {
            return new CandidateList(
                    snapshot,
                    List.of(),
                    Optional.of("panic: runtime error: invalid memory address or nil pointer dereference [recovered]"));
        }
        List<DataObject> changed = grouped ? group(snapshot, cluster) : components(snapshot, cluster, now);
        return new CandidateList(marked(snapshot, now), changed, Optional.empty());
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

    private static Snapshot marked(Snapshot snapshot, Instant now) {
        DataObject result = DataObject.builder()
                .put("result", true)
                .put("reason", "The Snapshot's component(s) was/were added to the global candidate list")
                .put("lastupdatedtime", now.truncatedTo(ChronoUnit.SECONDS).toString())
                .build();
        return Snapshot.of(snapshot.document().withPath(Data.of(result.toString()), "metadata", "annotations", ADDED));
    }

    private static List<DataObject> components(Snapshot snapshot, Resources cluster, Instant now) {
        List<DataObject> changed = new ArrayList<>();
        for (SnapshotComponent built : snapshot.components()) {
            if (ImageDigest.findFault(built.containerImage()).isPresent()) {
                continue;
            }
            cluster.find(Component.class, snapshot.namespace(), built.name()).ifPresent(component -> {
                DataObject promoted = component
                        .document()
                        .withPath(Data.of(String.valueOf(now.getEpochSecond())), "metadata", "annotations", BUILT)
                        .withPath(Data.of(built.containerImage()), "status", "lastPromotedImage");
                changed.add(built.sourceRevision()
                        .filter(revision -> !revision.isEmpty())
                        .map(revision -> promoted.withPath(Data.of(revision), "status", "lastBuiltCommit"))
                        .orElse(promoted));
            });
        }
        return changed;
    }

    private static List<DataObject> group(Snapshot snapshot, Resources cluster) {
        Optional<DataObject> group = cluster.find(ComponentGroup.class, snapshot.namespace(), snapshot.componentGroup())
                .map(ComponentGroup::document);
        List<Data> before =
                group.map(found -> found.items("status", "globalCandidateList")).orElse(List.of());
        List<Data> after = new ArrayList<>();
        before.forEach(candidate -> after.add(promoted(candidate, snapshot)));
        return after.equals(before)
                ? List.of()
                : List.of(group.orElseThrow().withPath(DataArray.of(after), "status", "globalCandidateList"));
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
