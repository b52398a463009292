package dev.konflux.release.testkit.autorelease;

import dev.konflux.release.model.MetadataKeys;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.explain.PushEvent;
import dev.konflux.release.testkit.store.ApiError;
import dev.konflux.release.testkit.store.ApiException;
import dev.konflux.release.testkit.store.MergePatch;
import dev.konflux.release.testkit.store.ObjectKey;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The Snapshots of one pull request, or of one group of them: only the newest is tested. */
final class OlderPullRequests {

    private static final String START = "test.appstudio.openshift.io/pipelinerunstarttime";
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+");

    private OlderPullRequests() {}

    /** Whether the pull request has been built again since. */
    static boolean isOld(SnapshotRound round) {
        List<Snapshot> all = newestFirst(round);
        return !all.isEmpty() && !all.get(0).reference().equals(round.snapshot().reference());
    }

    /** Marks all but the newest as canceled, and ends their tests. What fails is only logged by the service. */
    static void cancel(SnapshotRound round) {
        try {
            newestFirst(round).stream()
                    .skip(1)
                    .filter(older -> !SnapshotConditions.isCanceled(older))
                    .forEach(older -> cancel(older, round));
        } catch (ApiException failed) {
            return;
        }
    }

    private static void cancel(Snapshot older, SnapshotRound round) {
        Snapshot canceled = SnapshotConditions.with(
                older, SnapshotConditions.INTEGRATION, "True", "Canceled", "Snapshot canceled/superseded", round.now());
        // The form in hand does not learn of it, so that a later write of this very look may take it back.
        round.cluster()
                .patchStatus(ObjectKey.of(older.document()), MergePatch.between(older.document(), canceled.document()));
        TestRunLauncher.cancelAll(older, round.cluster());
    }

    private static List<Snapshot> newestFirst(SnapshotRound round) {
        Snapshot snapshot = round.snapshot();
        if (PushEvent.isPush(snapshot)) {
            return List.of();
        }
        Map<String, String> shared = switch (snapshot.type()) {
            case "component" ->
                Map.of(
                        MetadataKeys.PULL_REQUEST, label(snapshot, MetadataKeys.PULL_REQUEST),
                        MetadataKeys.COMPONENT, label(snapshot, MetadataKeys.COMPONENT));
            case "group" -> ofGroup(snapshot);
            default -> Map.of();
        };
        if (shared.isEmpty()) {
            return List.of();
        }
        List<Snapshot> all = round.view().snapshots(snapshot.namespace(), shared);
        return all.stream().sorted(OlderPullRequests::newerFirst).toList();
    }

    // The start of the build as it is written, in seconds or milliseconds; unlike supersession, this mixes the two.
    static int newerFirst(Snapshot one, Snapshot other) {
        Optional<String> start = one.findAnnotation(START);
        Optional<String> otherStart = other.findAnnotation(START);
        return start.isPresent() && otherStart.isPresent()
                ? Long.compare(parse(otherStart.get()), parse(start.get()))
                : Long.compare(created(other), created(one));
    }

    private static long created(Snapshot snapshot) {
        return snapshot.creationTimestamp().map(Instant::getEpochSecond).orElse(Long.MIN_VALUE);
    }

    private static Map<String, String> ofGroup(Snapshot snapshot) {
        PullRequestGroup group = PullRequestGroup.find(snapshot)
                .orElseThrow(() -> new ApiException(
                        ApiError.of(0, "", "pr group info can't be found in group snapshot " + snapshot.reference())));
        Map<String, String> shared = new HashMap<>(SnapshotOwner.label(snapshot));
        shared.put(PullRequestGroup.HASH, group.hash());
        shared.put(MetadataKeys.SNAPSHOT_TYPE, "group");
        return shared;
    }

    private static String label(Snapshot snapshot, String key) {
        return snapshot.findLabel(key).orElse("");
    }

    private static long parse(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return 0;
        }
        BigInteger number = new BigInteger(text);
        return number.bitLength() < Long.SIZE
                ? number.longValue()
                : number.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
}
