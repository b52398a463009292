package dev.konflux.release.conformance;

import dev.konflux.release.model.Release;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.ReleasePlanAdmission;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.releasedata.CollectedSnapshot;
import dev.konflux.release.model.releasedata.DataMerge;
import dev.konflux.release.model.releasedata.DisallowedKey;
import dev.konflux.release.model.releasedata.EarlierCollectorMerge;
import dev.konflux.release.model.releasedata.GitHubCommits;
import dev.konflux.release.model.releasedata.PipelineSource;
import dev.konflux.release.model.releasedata.ReleaseData;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Areas {@code data-merge} and {@code collector-merge}. */
final class DataMergeArea {

    private DataMergeArea() {}

    static DataObject answer(DataObject input) {
        try {
            return switch (input.findText("op").orElse("")) {
                case "deep-merge" -> Area.result(DataMerge.merge(value(input, "base"), value(input, "override")));
                case "flatten-collectors" -> Area.result(ReleaseData.mergeCollectors(value(input, "collectors")));
                case "transform-snapshot" -> Area.result(CollectedSnapshot.withComponentGroup(object(input, "spec")));
                case "check-sources" -> checkSources(input);
                case "pipeline-ref" -> pipelineRef(input);
                case "collect" -> collect(input);
                default -> throw new Area.Unsupported("no such operation");
            };
        } catch (ReleaseDataException e) {
            throw new Area.Refused(e.problem());
        }
    }

    static DataObject collectors(DataObject input) {
        Data status = value(input, "status");
        DataObject.Builder answer = DataObject.builder()
                .put(
                        "earlierCollectors",
                        EarlierCollectorMerge.merge(status)
                                .orElse(DataObject.of("nothing", Data.of("no output, exit 0"))));
        try {
            answer.put("collectors", ReleaseData.mergeCollectors(status));
            ReleaseData data = ReleaseData.merge(
                    status,
                    withData(input, "release"),
                    withData(input, "releasePlan"),
                    withData(input, "releasePlanAdmission"));
            return answer.put("data", data.value()).build();
        } catch (ReleaseDataException e) {
            return answer.remove("collectors").put("error", e.problem()).build();
        }
    }

    /** The corpus gives a document's data alone. */
    private static DataObject withData(DataObject input, String name) {
        return input.find(name)
                .map(data -> DataObject.of("spec", DataObject.of("data", data)))
                .orElse(DataObject.empty());
    }

    private static DataObject checkSources(DataObject input) {
        refuseDisallowedKeys(
                ReleaseData.merge(object(input, "release"), object(input, "releasePlan"), DataObject.empty()));
        return Area.result(Data.of("ok"));
    }

    private static void refuseDisallowedKeys(ReleaseData data) {
        if (!data.disallowedKeys().isEmpty()) {
            throw new Area.Refused(data.disallowedKeys().stream()
                    .map(DisallowedKey::message)
                    .collect(Collectors.joining("\n", "Disallowed keys found:\n", "")));
        }
    }

    private static DataObject pipelineRef(DataObject input) {
        List<String> requested = new ArrayList<>();
        PipelineSource source = PipelineSource.of(admission(input), new GitHubCommits(url -> {
            requested.add(url);
            return input.findText("github");
        }));
        DataObject answer = Area.result(json(source));
        return requested.isEmpty() ? answer : answer.with("requested", DataArray.ofTexts(requested));
    }

    private static DataObject json(PipelineSource source) {
        return DataObject.builder()
                .put("org", source.organisation())
                .put("repo", source.repository())
                .put("revision", source.revision())
                .put("pathinrepo", source.pathInRepo())
                .put("sha", source.commit())
                .build();
    }

    private static DataObject collect(DataObject input) {
        CollectedSnapshot snapshot = CollectedSnapshot.of(Snapshot.of(object(input, "snapshot")));
        ReleaseData data = ReleaseData.merge(
                Release.of(object(input, "release")), ReleasePlan.of(object(input, "releasePlan")), admission(input));
        PipelineSource source = PipelineSource.of(admission(input), (owner, repository, revision) -> Optional.empty());
        refuseDisallowedKeys(data);
        return DataObject.builder()
                .put("data", data.value())
                .put("snapshotSpec", snapshot.spec())
                .put("singleComponentMode", data.singleComponentMode())
                // the corpus asks for every Snapshot as t/snap
                .put("snapshotName", "snap")
                .put("snapshotNamespace", "t")
                .put("snapshotBuildId", snapshot.buildId())
                .put("pipelineMetadata", json(source))
                .build();
    }

    private static ReleasePlanAdmission admission(DataObject input) {
        return ReleasePlanAdmission.of(object(input, "releasePlanAdmission"));
    }

    private static Data value(DataObject input, String name) {
        return input.find(name).orElse(Data.nothing());
    }

    private static DataObject object(DataObject input, String name) {
        return input.findObject(name).orElse(DataObject.empty());
    }
}
