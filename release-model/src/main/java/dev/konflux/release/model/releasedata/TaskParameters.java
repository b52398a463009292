package dev.konflux.release.model.releasedata;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.JsonText;
import dev.konflux.release.model.data.PythonText;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The values that pipelines hand to their tasks as texts: objects and arrays as JSON, anything else as Python prints it, so that a true
 * becomes {@code True} and a null {@code None}.
 *
 * <pre>{@code
 * String workers = TaskParameters.of(data.value()).orElse("conforma.workerCount", "4");
 * }</pre>
 */
public final class TaskParameters {

    private static final Pattern DOT = Pattern.compile("\\.");

    private final DataObject data;

    private TaskParameters(DataObject data) {
        this.data = data;
    }

    /** The parameters in merged release data. */
    public static TaskParameters of(DataObject data) {
        return new TaskParameters(data);
    }

    /**
     * The text of the value a key leads to.
     *
     * @param key member names joined by dots, {@code sign.configMapName}
     * @throws ReleaseDataException when there is no such value
     */
    public String require(String key) {
        return find(key)
                .orElseThrow(() -> new ReleaseDataException(
                        "Key " + key + " not found in data file and no default value was provided"));
    }

    /** The text of the value a key leads to, or the given one where there is none. */
    public String orElse(String key, String absent) {
        return find(key).orElse(absent);
    }

    private Optional<String> find(String key) {
        return data.find(DOT.split(key, -1)).map(TaskParameters::text);
    }

    private static String text(Data value) {
        boolean isCollection = value instanceof DataObject || value instanceof DataArray;
        return isCollection ? JsonText.python().write(value) : PythonText.str(value);
    }
}
