package dev.konflux.release.model.admission;

import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The Go types by name, read from their description. */
final class GoTypes {

    private static final Splitter LINES = Splitter.on('\n').omitEmptyStrings();
    private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();

    private final Map<String, GoStruct> structs = new HashMap<>();
    private final List<GoStruct.Field> fields = new ArrayList<>();
    private String name = "";
    private String packageName = "";

    private GoTypes() {}

    static GoTypes known() {
        return Known.TYPES;
    }

    private static GoTypes load() {
        try {
            String text =
                    Resources.toString(Resources.getResource(GoTypes.class, "go-types.txt"), StandardCharsets.UTF_8);
            GoTypes types = new GoTypes();
            LINES.splitToStream(text)
                    .filter(line -> !line.startsWith("#"))
                    .map(WORDS::splitToList)
                    .forEach(types::line);
            types.finish();
            return types;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    GoStruct struct(String wanted) {
        GoStruct found = structs.get(wanted);
        if (found == null) {
            throw new IllegalArgumentException("no such type: " + wanted);
        }
        return found;
    }

    /** The {@code spec} of a release as its Go type holds it, where zero and absent are the same. */
    static Data specOf(DataObject release) {
        Data passed = known().struct("Release").passed(release, GoPath.ROOT, new GoProblems());
        return passed == null ? Data.nothing() : passed;
    }

    private void line(List<String> words) {
        switch (words.get(0)) {
            case "struct" -> {
                finish();
                name = words.get(1);
                packageName = words.get(2);
            }
            case "embed" -> struct(words.get(1)).fields().forEach(field -> fields.add(field.embeddedAs(words.get(1))));
            default ->
                fields.add(
                        new GoStruct.Field(words.get(0), type(words.get(1)), words.contains("keep"), simple(name), ""));
        }
    }

    private void finish() {
        if (!name.isEmpty()) {
            structs.put(name, new GoStruct(simple(name), packageName, fields));
            fields.clear();
        }
    }

    /** Two structs of one name are told apart by their package, which messages do not show. */
    private static String simple(String structName) {
        return structName.substring(structName.indexOf('.') + 1);
    }

    private GoType type(String word) {
        if (word.startsWith("*")) {
            return new GoType.Pointer(type(word.substring(1)));
        }
        if (word.startsWith("[]")) {
            return new GoType.Slice(type(word.substring(2)));
        }
        if (word.startsWith("map[string]")) {
            return new GoType.Mapping(type(word.substring("map[string]".length())));
        }
        if (word.equals("any")) {
            return new GoType.Any();
        }
        return GoScalar.find(word)
                .<GoType>map(GoType.Scalar::new)
                .orElseGet(() -> new GoType.Named(() -> struct(word)));
    }

    /** Read on first use. */
    private static final class Known {
        private static final GoTypes TYPES = load();
    }
}
