package dev.konflux.release.model.admission;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataNumber;
import org.jspecify.annotations.Nullable;

/** The types a schema can ask for. */
enum ValueType {
    OBJECT("object"),
    ARRAY("array"),
    STRING("string"),
    INTEGER("integer"),
    NUMBER("number"),
    BOOLEAN("boolean"),
    INTEGER_OR_STRING("integer-or-string"),
    ANY("any");

    private final String word;

    ValueType(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    static ValueType named(String word) {
        for (ValueType type : values()) {
            if (type.word.equals(word)) {
                return type;
            }
        }
        throw new IllegalArgumentException("no such type: " + word);
    }

    /** The cluster's word for the type of a value. */
    static String wordFor(Data value) {
        return switch (value.kind()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case NULL -> "null";
            case NUMBER -> value instanceof DataNumber number && number.asLong().isPresent() ? "integer" : "number";
        };
    }

    /** The cluster's word for the storage format of a value; only numbers have one. */
    static String formatOf(Data value) {
        return switch (wordFor(value)) {
            case "integer" -> "int64";
            case "number" -> "double";
            default -> "";
        };
    }

    boolean fits(Data value) {
        return switch (this) {
            case ANY -> true;
            case INTEGER -> isWhole(value);
            case NUMBER -> value instanceof DataNumber;
            case INTEGER_OR_STRING -> isWhole(value) || wordFor(value).equals("string");
            default -> wordFor(value).equals(word);
        };
    }

    private static boolean isWhole(@Nullable Data value) {
        if (!(value instanceof DataNumber number)) {
            return false;
        }
        // Floats without a fraction count as integers as long as a float is exact.
        return number.asLong().isPresent()
                || (Math.abs(number.doubleValue()) < 0x1p53 && Math.rint(number.doubleValue()) == number.doubleValue());
    }

    /** The word in a message. */
    String wanted() {
        return this == INTEGER_OR_STRING ? "integer,string" : word;
    }
}
