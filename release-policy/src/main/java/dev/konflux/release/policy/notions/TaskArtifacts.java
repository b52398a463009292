package dev.konflux.release.policy.notions;

import dev.konflux.release.policy.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The places and digests of what a task built, taken from its results by the ends of their names. */
public final class TaskArtifacts {

    private final Task task;
    private final List<Value> urls;
    private final List<Value> digests;

    TaskArtifacts(Task task) {
        this.task = task;
        this.urls = collect("IMAGE_URL", "ARTIFACT_URI", 0, "uri");
        this.digests = collect("IMAGE_DIGEST", "ARTIFACT_DIGEST", 1, "digest");
    }

    /** Where the things built are. */
    public List<Value> urls() {
        return urls;
    }

    /** The digests of the things built. */
    public List<Value> digests() {
        return digests;
    }

    /** The things built, each place with the digest in the same position. */
    public List<Value> images() {
        List<Value> images = new ArrayList<>();
        for (int i = 0; i < Math.min(urls.size(), digests.size()); i++) {
            images.add(Value.of(urls.get(i).text().orElseThrow() + "@"
                    + digests.get(i).text().orElseThrow()));
        }
        return images;
    }

    private List<Value> collect(String image, String artifact, int part, String member) {
        List<Value> found = new ArrayList<>(resultsEndingWith(image));
        found.addAll(resultsEndingWith(artifact));
        for (Value images : resultsEndingWith("IMAGES")) {
            for (Value reference : images.split(",")) {
                List<Value> parts = reference.split("@");
                found.add(part < parts.size() ? parts.get(part) : Value.UNDEFINED);
            }
        }
        resultsEndingWith("ARTIFACT_OUTPUTS").forEach(output -> found.add(output.get(member)));
        return found.stream().map(Value::trimmed).filter(Value::isFilled).toList();
    }

    private List<Value> resultsEndingWith(String end) {
        return task.results().stream()
                .filter(result -> result.get("name").endsWith(end))
                .sorted(Comparator.comparing(result -> result.get("name")))
                .map(result -> result.get("value"))
                .filter(Value::isDefined)
                .toList();
    }
}
