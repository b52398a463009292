package dev.konflux.release.model.admission;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataNumber;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what decoding is refused for. After a value of a wrong type Go goes on and reports the first of them in the end; a type that reads its own text, as
 * times do, ends decoding at once, and that is reported instead.
 */
final class GoProblems {

    private @Nullable String misfit;
    private @Nullable String refusal;

    /** A value of another type. Always null, which stands for the zero value that is left behind. */
    @Nullable
    Data mismatch(Data found, GoPath path, String wanted) {
        if (!found.isNull() && misfit == null) {
            misfit = misfit(found, path, wanted);
        }
        return null;
    }

    /** A value of another type, where the type reads its own text. Always null, as above. */
    @Nullable
    Data refuseType(Data found, GoPath path, String wanted) {
        if (!found.isNull()) {
            refuse(misfit(found, path, wanted));
        }
        return null;
    }

    private static String misfit(Data found, GoPath path, String wanted) {
        String where = path.fields().isEmpty() ? "value" : "struct field " + path.struct() + "." + path.fields();
        return "json: cannot unmarshal " + word(found, wanted) + " into Go " + where + " of type " + wanted;
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

    /** A text that its type does not take. */
    void refuse(String problem) {
        if (refusal == null) {
            refusal = problem;
        }
    }

    /** What is reported. */
    Optional<String> reported() {
        return Optional.ofNullable(refusal == null ? misfit : refusal);
    }
}
