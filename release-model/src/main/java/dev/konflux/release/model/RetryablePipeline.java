package dev.konflux.release.model;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataObject;
import java.util.List;
import java.util.OptionalLong;

/** Managed pipelines that are tried again after a failure, and how. */
public final class RetryablePipeline extends Part {

    private RetryablePipeline(DataObject data) {
        super(data);
    }

    /** The entry that is the given object. */
    public static RetryablePipeline of(DataObject data) {
        return new RetryablePipeline(data);
    }

    /** Pipelines that are tried again a number of times. */
    public static RetryablePipeline of(GitReference pipeline, long maxRetries) {
        return new RetryablePipeline(DataObject.builder()
                .put("url", pipeline.url())
                .put("revision", pipeline.revision())
                .put("pathInRepo", pipeline.pathInRepo())
                .put("retryPolicy", DataObject.of("maxRetries", Data.of(maxRetries)))
                .build());
    }

    /** Which pipelines: URL and revision are regular expressions that must match as a whole, the path is exact. */
    public GitReference pipeline() {
        return gitReference(data());
    }

    /** How often they are tried again. */
    public long maxRetries() {
        return data().find("retryPolicy", "maxRetries")
                .flatMap(Data::asNumber)
                .map(DataNumber::asLong)
                .orElse(OptionalLong.empty())
                .orElse(0);
    }

    /** Tags that forbid trying again, because they would be pushed twice. */
    public List<String> disablingTags() {
        return texts(data(), "retryPolicy", "disableOn", "tags");
    }

    /** What is given more of at the next try; an empty object when nothing is. */
    public DataObject mitigations() {
        return data().findObject("retryPolicy", "mitigations").orElse(DataObject.empty());
    }

    static GitReference gitReference(DataObject data) {
        return new GitReference(
                data.findText("url").orElse(""),
                data.findText("revision").orElse(""),
                data.findText("pathInRepo").orElse(""));
    }
}
