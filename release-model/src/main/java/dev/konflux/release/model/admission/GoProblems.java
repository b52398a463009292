package dev.konflux.release.model.admission;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataNumber;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the first problem of decoding; Go goes on after it and reports only that one. */
final class GoProblems {

    private @Nullable String first;

    /** A value of another type. Always null, which stands for the zero value that is left behind. */
    @Nullable
    Data mismatch(Data found, GoPath path, String wanted) {
        if (!found.isNull()) {
            String where = path.fields().isEmpty() ? "value" : "struct field " + path.struct() + "." + path.fields();
            report("json: cannot unmarshal " + word(found, wanted) + " into Go " + where + " of type " + wanted);
        }
        return null;
    }

    private static String word(Data found, String wanted) {
        return switch (found.kind()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case BOOLEAN -> "bool";
            case NUMBER ->
                found instanceof DataNumber number && wanted.startsWith("int") ? "number " + number.text() : "number";
            default -> "string";
        };
    }

    void report(String problem) {
        if (first == null) {
            first = problem;
        }
    }

    Optional<String> first() {
        return Optional.ofNullable(first);
    }
}
