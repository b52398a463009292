package dev.konflux.release.collectors;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.JqText;
import dev.konflux.release.model.text.DataSyntaxException;
import dev.konflux.release.model.text.JsonReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a run of collectors has to say, as it goes into the Release's status.
 *
 * @param collectors the results, {@code {"tenant": {"NAME": ...}, "managed": {...}}}
 * @param ignored for each file that is no result the reason
 */
public record CollectorResults(DataObject collectors, List<String> ignored) {

    private static final String STATUS_KEY = "collectors";
    private static final Pattern FILE_NAME = Pattern.compile("(managed|tenant)-([a-zA-Z0-9_-]+)\\.json");
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s");

    /** Keeps its own list of reasons. */
    public CollectorResults {
        ignored = List.copyOf(ignored);
    }

    /**
     * Takes the results out of files.
     *
     * @param files the files' contents by name, with or without folders; a file of several values counts by the first, an empty file by null
     */
    public static CollectorResults of(Map<String, String> files) {
        Map<String, DataObject> sections = new LinkedHashMap<>();
        List<String> ignored = new ArrayList<>();
        files.forEach((path, content) -> {
            try {
                add(path, firstValue(content), sections, ignored);
            } catch (DataSyntaxException e) {
                ignored.add("Ignoring not JSON file: " + path + ".");
            }
        });
        return new CollectorResults(DataObject.of(sections), ignored);
    }

    private static void add(String path, Data value, Map<String, DataObject> sections, List<String> ignored) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        Matcher parts = FILE_NAME.matcher(name);
        if (WHITE_SPACE.matcher(path).find()) {
            // the shell takes the parts of such a name for files of their own
            ignored.add("Ignoring not JSON file: " + path + ".");
        } else if (!parts.matches()) {
            ignored.add("Ignoring invalid file name: " + name);
        } else {
            DataObject section = sections.getOrDefault(parts.group(1), DataObject.empty());
            sections.put(parts.group(1), section.with(parts.group(2), asSent(JqText.read(value))));
        }
    }

    private static Data firstValue(String content) {
        List<Data> values = JsonReader.create().readAll(content, "");
        return values.isEmpty() ? Data.nothing() : values.get(0);
    }

    /** The results travel as YAML, for whose version 1.1 {@code 1e+100} is a text: a number with an exponent has a point. */
    private static Data asSent(Data value) {
        if (value instanceof DataObject object) {
            DataObject.Builder members = object.toBuilder();
            object.members().forEach((name, member) -> members.put(name, asSent(member)));
            return members.build();
        }
        if (value instanceof DataArray array) {
            return array.map(CollectorResults::asSent);
        }
        boolean isText = value instanceof DataNumber number
                && number.text().indexOf('e') >= 0
                && number.text().indexOf('.') < 0;
        return isText ? Data.of(value.toString()).at(value.position()) : value;
    }

    /** The merge patch of the Release's status. Merging keeps the results of an earlier run under other names; a null deletes. */
    public DataObject statusPatch() {
        return statusPatch(STATUS_KEY);
    }

    /** The merge patch with the results below another key of the status. */
    public DataObject statusPatch(String key) {
        return DataObject.of("status", DataObject.of(key, collectors));
    }
}
