package dev.konflux.release.model.releasedata;

import dev.konflux.release.model.ReleasePlanAdmission;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataPath;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where an admission's pipeline comes from; whatever cannot be told is {@code unknown}.
 *
 * @param organisation owner of the repository
 * @param repository its name
 * @param revision branch, tag or commit the admission names
 * @param pathInRepo the pipeline's file
 * @param commit the commit that the revision is at the moment
 */
public record PipelineSource(
        String organisation, String repository, String revision, String pathInRepo, String commit) {

    private static final String UNKNOWN = "unknown";
    private static final DataPath PIPELINE_REF = DataPath.of("spec", "pipeline", "pipelineRef");

    /**
     * Reads {@code spec.pipeline.pipelineRef} of an admission. Only the git resolver says anything.
     *
     * @throws ReleaseDataException when the reference is malformed; a missing one is just unknown
     */
    public static PipelineSource of(ReleasePlanAdmission admission, CommitLookup commits) {
        DataObject reference = reference(admission.document());
        boolean isGit = reference.findText("resolver").filter("git"::equals).isPresent();
        return isGit
                ? ofGit(parameters(reference), commits)
                : new PipelineSource(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);
    }

    private static PipelineSource ofGit(Map<String, String> parameters, CommitLookup commits) {
        String url = parameters.getOrDefault("url", "");
        String revision = parameters.getOrDefault("revision", UNKNOWN);
        Deque<String> segments = new ArrayDeque<>(List.of(trimmed(url).split("/", -1)));
        String last = segments.removeLast();
        boolean isOneSegment = segments.isEmpty();
        String organisation = known(isOneSegment ? last : segments.getLast());
        String repository = known(isOneSegment ? "" : last);
        String name = repository.endsWith(".git") ? repository.substring(0, repository.length() - 4) : repository;
        return new PipelineSource(
                organisation,
                name,
                revision,
                parameters.getOrDefault("pathInRepo", UNKNOWN),
                commits.commitOf(organisation, name, revision).orElse(UNKNOWN));
    }

    private static String trimmed(String url) {
        int end = url.length();
        while (end > 0 && url.charAt(end - 1) == '/') {
            end--;
        }
        return url.substring(0, end);
    }

    private static String known(String text) {
        return text.isEmpty() ? UNKNOWN : text;
    }

    private static DataObject reference(DataObject admission) {
        DataObject here = admission;
        DataPath path = DataPath.ROOT;
        for (String name : List.of("spec", "pipeline", "pipelineRef")) {
            path = path.member(name);
            here = object(here.find(name).orElse(DataObject.empty()), path);
        }
        return here;
    }

    /** Of parameters with one name the last counts. */
    private static Map<String, String> parameters(DataObject reference) {
        DataPath path = PIPELINE_REF.member("params");
        Data params = reference.find("params").orElse(DataArray.empty());
        List<Data> items = params.asArray()
                .orElseThrow(() -> ReleaseDataException.unexpected(path, params, "an array"))
                .items();
        Map<String, String> byName = new TreeMap<>();
        for (int i = 0; i < items.size(); i++) {
            DataObject param = object(items.get(i), path.item(i));
            byName.put(text(param, path.item(i), "name"), text(param, path.item(i), "value"));
        }
        return byName;
    }

    private static DataObject object(Data value, DataPath path) {
        return value.asObject().orElseThrow(() -> ReleaseDataException.unexpected(path, value, "an object"));
    }

    private static String text(DataObject param, DataPath path, String name) {
        return param.findText(name)
                .orElseThrow(() ->
                        new ReleaseDataException(path.member(name), param.position(), "expected a string, found none"));
    }
}
