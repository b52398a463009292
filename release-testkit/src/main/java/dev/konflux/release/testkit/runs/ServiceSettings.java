package dev.konflux.release.testkit.runs;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.konflux.release.model.GitReference;
import dev.konflux.release.model.Timeouts;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.Optional;

/** The ReleaseServiceConfig as the operator reads it. Its regular expressions are those of Go. */
public final class ServiceSettings {

    /** The name of the one configuration there is. */
    public static final String NAME = "release-service-config";

    private final DataObject spec;
    private final String reference;

    /** The settings in a configuration; the configuration itself may be missing. */
    public ServiceSettings(String namespace, Optional<DataObject> config) {
        this.spec = config.flatMap(document -> document.findObject("spec")).orElse(DataObject.empty());
        this.reference = namespace + "/" + NAME;
    }

    /** Namespace and name; runs are told it even when there is no such object. */
    public String reference() {
        return reference;
    }

    /** Whether pipelines of the cluster may be used. */
    public boolean isDebug() {
        return spec.find("debug").flatMap(Data::asBoolean).orElse(false);
    }

    /** The limits of runs whose pipeline sets none. */
    public Timeouts defaultTimeouts() {
        return Timeouts.of(spec.findObject("defaultTimeouts").orElse(DataObject.empty()));
    }

    /** Whether a pipeline's workspace is to be an emptyDir. Here an expression may match anywhere in the text. */
    boolean wantsEmptyDir(GitReference pipeline) {
        return spec.objects("EmptyDirOverrides").stream()
                .anyMatch(override -> matches(override, "url", "%s", pipeline.url())
                        && matches(override, "revision", "%s", pipeline.revision())
                        && override.findText("pathInRepo").orElse("").equals(pipeline.pathInRepo()));
    }

    /** The retry policy of a pipeline. Here an expression must match the whole text; the first match wins. */
    public Optional<DataObject> retryPolicy(GitReference pipeline) {
        return spec.objects("retryablePipelines").stream()
                .filter(retryable -> matches(retryable, "url", "^(?:%s)$", pipeline.url())
                        && matches(retryable, "revision", "^(?:%s)$", pipeline.revision())
                        && retryable.findText("pathInRepo").orElse("").equals(pipeline.pathInRepo()))
                .map(retryable -> retryable.findObject("retryPolicy").orElse(DataObject.empty()))
                .findFirst();
    }

    private static boolean matches(DataObject entry, String field, String frame, String text) {
        try {
            String expression = frame.replace("%s", entry.findText(field).orElse(""));
            return Pattern.compile(expression).matcher(text).find();
        } catch (PatternSyntaxException broken) {
            return false; // an expression that is none never matches
        }
    }
}
