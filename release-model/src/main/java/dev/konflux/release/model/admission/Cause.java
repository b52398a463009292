package dev.konflux.release.model.admission;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataString;
import dev.konflux.release.model.data.FloatText;
import dev.konflux.release.model.golang.GoJson;
import dev.konflux.release.model.golang.GoSyntax;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One thing that is wrong with an object, as the cluster reports it.
 *
 * @param type the cluster's name of the kind of fault
 * @param field path of the field
 * @param message what is wrong, without the path
 */
public record Cause(Type type, String field, String message) {

    /** The cluster lists causes in random order; here they are sorted by field, the one about no field last. */
    static final Comparator<Cause> ORDER =
            Comparator.comparing((Cause cause) -> cause.field.equals("<nil>")).thenComparing(Cause::field);

    /** Kinds of faults. */
    public enum Type {
        /** The value is of the right type and wrong. */
        INVALID("FieldValueInvalid", "Invalid value"),
        /** The value is of the wrong type. */
        TYPE_INVALID("FieldValueTypeInvalid", "Invalid value"),
        /** The field is missing. */
        REQUIRED("FieldValueRequired", "Required value"),
        /** The value is none of those allowed. */
        NOT_SUPPORTED("FieldValueNotSupported", "Unsupported value"),
        /** The value is in the list twice. */
        DUPLICATE("FieldValueDuplicate", "Duplicate value"),
        /** The field may not be set. */
        FORBIDDEN("FieldValueForbidden", "Forbidden"),
        /** The text is too long. */
        TOO_LONG("FieldValueTooLong", "Too long"),
        /** The list is too long. */
        TOO_MANY("FieldValueTooMany", "Too many");

        private final String reason;
        private final String words;

        Type(String reason, String words) {
            this.reason = reason;
            this.words = words;
        }

        /** The name in a response of the cluster. */
        public String reason() {
            return reason;
        }

        /** Whether rules over several fields are no longer looked at after this. */
        boolean blocksRules() {
            return this == NOT_SUPPORTED
                    || this == REQUIRED
                    || this == TOO_LONG
                    || this == TOO_MANY
                    || this == TYPE_INVALID;
        }
    }

    /** The line the cluster prints. */
    @Override
    public String toString() {
        return field + ": " + message;
    }

    static Cause of(Type type, String field, Data value, String detail) {
        return new Cause(type, field, type.words + ": " + quoted(value) + ": " + detail);
    }

    static Cause invalid(String field, Data value, String detail) {
        return of(Type.INVALID, field, value, detail);
    }

    /** A fault of a value whose type is the cluster's own: it is shown as JSON, the names of a struct in their order. */
    static Cause invalidAsJson(String field, Data value, String detail) {
        String words = Type.INVALID.words + ": " + GoJson.writeInOrder(value) + ": " + detail;
        return new Cause(Type.INVALID, field, words);
    }

    /** A fault whose value the cluster does not repeat. */
    static Cause withoutValue(Type type, String field, String detail) {
        return new Cause(type, field, detail.isEmpty() ? type.words : type.words + ": " + detail);
    }

    static Cause wrongType(String field, String nameInMessage, String wanted, String found) {
        return of(
                Type.TYPE_INVALID,
                field,
                Data.of(found),
                nameInMessage + " in body must be of type " + wanted + ": " + GoSyntax.quoted(found));
    }

    static Cause notSupported(String field, Data value, List<String> allowed) {
        String values = allowed.stream().map(GoSyntax::quoted).collect(Collectors.joining(", "));
        return of(Type.NOT_SUPPORTED, field, value, "supported values: " + values);
    }

    static Cause duplicate(String field, Data value) {
        return new Cause(Type.DUPLICATE, field, Type.DUPLICATE.words + ": " + quoted(value));
    }

    /** The cluster's hint that rules over several fields were skipped. */
    static Cause rulesNotChecked() {
        String detail = "some validation rules were not checked because the object was invalid; "
                + "correct the existing errors to complete validation";
        return invalid("<nil>", Data.nothing(), detail);
    }

    private static String quoted(Data value) {
        if (value instanceof DataNumber number && number.asLong().isEmpty()) {
            return FloatText.GO_SHORTEST.write(number.doubleValue());
        }
        return value instanceof DataString text ? GoSyntax.quoted(text.text()) : GoJson.write(value);
    }
}
