package dev.konflux.release.model.releasedata;

import com.google.common.primitives.Ints;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.JsonText;
import dev.konflux.release.model.data.PythonText;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The values that pipelines hand to their tasks as texts: objects and arrays as JSON, anything else as Python prints it, so that a true
 * becomes {@code True}. A null counts as missing.
 *
 * <pre>{@code
 * String workers = TaskParameters.of(data.value()).orElse(".conforma.workerCount", "4");
 * }</pre>
 *
 * <p>Keys are written as for jq: {@code .sign.configMapName}, {@code .mapping.components[0]}, {@code .pyxis["a.b"]}; one that does not begin
 * with a dot is the name of a member of the data itself.
 */
public final class TaskParameters {

    private static final Pattern STEP = Pattern.compile("\\[\"([^\"]*)\"]|\\[([^]\"]*)]|([^.\\[\\]]+)");

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
        Optional<Data> here = Optional.of(data);
        for (String step : steps(key)) {
            here = here.flatMap(value -> inside(value, step));
        }
        return here.filter(value -> !value.isNull()).map(TaskParameters::text);
    }

    private static List<String> steps(String key) {
        if (!key.startsWith(".")) {
            return List.of(key);
        }
        return STEP.matcher(key)
                .results()
                .flatMap(step ->
                        Stream.of(step.group(1), step.group(2), step.group(3)).filter(Objects::nonNull))
                .toList();
    }

    /** Items are counted from the end when their number is negative. */
    private static Optional<Data> inside(Data value, String step) {
        if (!(value instanceof DataArray array)) {
            return value.find(step);
        }
        Integer index = Ints.tryParse(step);
        if (index == null || index >= array.size() || index < -array.size()) {
            return Optional.empty();
        }
        return Optional.of(array.items().get(index < 0 ? array.size() + index : index));
    }

    private static String text(Data value) {
        boolean isCollection = value instanceof DataObject || value instanceof DataArray;
        return isCollection ? JsonText.python().write(value) : PythonText.str(value);
    }
}
