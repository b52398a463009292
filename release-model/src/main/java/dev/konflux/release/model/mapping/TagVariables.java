package dev.konflux.release.model.mapping;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.PythonEquality;
import dev.konflux.release.model.data.PythonText;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import java.util.Map;

/** The values that a component's tag templates may name. */
final class TagVariables {

    private static final String LABEL = "labels.";
    private static final int SHORT_SHA = 7;

    private final Map<String, String> values;
    private final DataObject labels;

    private TagVariables(Map<String, String> values, DataObject labels) {
        this.values = values;
        this.labels = labels;
    }

    static TagVariables of(
            DataObject component, String image, ImageFacts facts, String timestamp, String releaseTimestamp) {
        String revision = revision(component);
        return new TagVariables(
                Map.of(
                        "timestamp",
                        timestamp,
                        "release_timestamp",
                        releaseTimestamp,
                        "git_sha",
                        revision,
                        "git_short_sha",
                        revision.substring(0, Math.min(SHORT_SHA, revision.length())),
                        "digest_sha",
                        image.substring(image.lastIndexOf(':') + 1),
                        "oci_version",
                        facts.ociVersion()),
                facts.labels());
    }

    /** A missing revision is the text {@code null}. */
    private static String revision(DataObject component) {
        return component
                .find("source", "git", "revision")
                .filter(value -> !value.isNull())
                .map(PythonText::str)
                .orElse("null");
    }

    /**
     * The value of a variable.
     *
     * @throws ReleaseDataException when it is unknown or empty
     */
    String value(String name) {
        String value = name.startsWith(LABEL) ? label(name.substring(LABEL.length())) : values.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new ReleaseDataException("Substitution variable unknown or empty: " + name);
        }
        return value;
    }

    private String label(String name) {
        Data label = labels.find(name).orElse(Data.nothing());
        return PythonEquality.isTrue(label) ? PythonText.str(label) : "";
    }
}
