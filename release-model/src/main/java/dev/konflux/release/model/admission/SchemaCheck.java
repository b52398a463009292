package dev.konflux.release.model.admission;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataString;
import dev.konflux.release.model.golang.GoSyntax;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds a value against its schema, types and bounds, without the rules over several fields. */
final class SchemaCheck {

    private final List<Cause> causes;
    private final String prefix;
    private final boolean oldWasAdmitted;
    private final StringBuilder path = new StringBuilder();

    /**
     * @param prefix where the checked value stands in the object; messages name paths below it only
     * @param oldWasAdmitted whether the old value passed this check when it was stored
     */
    SchemaCheck(List<Cause> causes, String prefix, boolean oldWasAdmitted) {
        this.causes = causes;
        this.prefix = prefix;
        this.oldWasAdmitted = oldWasAdmitted;
    }

    /** Checks a value. What did not change since the old object is not held against the new one. */
    void check(Data value, @Nullable Data old, Schema schema) {
        if (old != null && old.equals(value)) {
            return;
        }
        type(value, schema);
        if (value instanceof DataObject object) {
            object(object, old, schema);
        } else if (value instanceof DataArray array) {
            array(array, old, schema);
        } else if (value instanceof DataString text) {
            text(text, schema.constraints);
        } else if (value instanceof DataNumber number) {
            number(number, schema.constraints);
        }
        allowed(value, schema.constraints);
    }

    private String field() {
        if (prefix.isEmpty()) {
            return path.toString();
        }
        return path.isEmpty() ? prefix : prefix + "." + path;
    }

    private void type(Data value, Schema schema) {
        String word = ValueType.wordFor(value);
        if (value.isNull()) {
            if (schema.type != ValueType.ANY && !schema.nullable) {
                wrongType(schema.type.wanted(), word);
            }
            return;
        }
        String format = schema.constraints.format();
        boolean fits = schema.type.fits(value);
        boolean textual = value instanceof DataString || value instanceof DataArray;
        if (!format.isEmpty() && !textual && !fits) {
            wrongType(format, ValueType.formatOf(value));
        } else if (!fits && !(textual && !format.isEmpty() && schema.type == ValueType.STRING)) {
            wrongType(schema.type.wanted(), word);
            if (schema.type == ValueType.INTEGER_OR_STRING) {
                neither(word);
            }
        }
    }

    /** Such a schema asks for one of two types besides, and the cluster tells of the first of them, too. */
    private void neither(String found) {
        String detail = GoSyntax.quoted(path.toString()) + " must validate at least one schema (anyOf)";
        causes.add(Cause.invalid("<nil>", Data.of(""), detail));
        wrongType(ValueType.INTEGER.wanted(), found);
    }

    private void wrongType(String wanted, String found) {
        causes.add(Cause.wrongType(field(), path.toString(), wanted, found));
    }

    private void object(DataObject object, @Nullable Data old, Schema schema) {
        for (Map.Entry<String, Data> member : object.members().entrySet()) {
            Schema known = schema.properties.getOrDefault(member.getKey(), schema.values);
            if (known != null) {
                int length = enter(member.getKey());
                Data before = old instanceof DataObject was ? was.member(member.getKey()) : null;
                check(member.getValue(), before, known);
                path.setLength(length);
            }
        }
        for (String name : schema.required) {
            if (!object.has(name)) {
                int length = enter(name);
                causes.add(Cause.withoutValue(Cause.Type.REQUIRED, field(), ""));
                path.setLength(length);
            }
        }
    }

    private int enter(String name) {
        int length = path.length();
        if (length > 0) {
            path.append('.');
        }
        path.append(name);
        return length;
    }

    private void array(DataArray array, @Nullable Data old, Schema schema) {
        if (schema.items != null) {
            for (int i = 0; i < array.size(); i++) {
                if (!isChecked(array, old, i)) {
                    int length = path.length();
                    path.append('[').append(i).append(']');
                    check(array.items().get(i), null, schema.items);
                    path.setLength(length);
                }
            }
        }
        Constraints demands = schema.constraints;
        if (demands.minItems() > array.size()) {
            invalid(Data.of(array.size()), "should have at least " + demands.minItems() + " items");
        }
        if (demands.maxItems() >= 0 && array.size() > demands.maxItems()) {
            String detail = "must have at most " + demands.maxItems() + " items";
            causes.add(Cause.of(Cause.Type.TOO_MANY, field(), Data.of(array.size()), detail));
        }
    }

    /** Items are held against the schema with every change of their list, even those that stay; the very same one has passed already. */
    @SuppressWarnings("ReferenceEquality")
    private boolean isChecked(DataArray array, @Nullable Data old, int index) {
        return oldWasAdmitted
                && old instanceof DataArray before
                && index < before.size()
                && before.items().get(index) == array.items().get(index);
    }

    private void text(DataString text, Constraints demands) {
        int length = text.text().codePointCount(0, text.text().length());
        TextPattern pattern = demands.pattern();
        if (demands.maxLength() >= 0 && length > demands.maxLength()) {
            String detail = "may not be more than " + demands.maxLength() + " bytes";
            causes.add(Cause.withoutValue(Cause.Type.TOO_LONG, field(), detail));
        } else if (demands.minLength() > length) {
            invalid(text, "should be at least " + demands.minLength() + " chars long");
        } else if (pattern != null && !pattern.isFoundIn(text.text())) {
            invalid(text, "should match '" + pattern.text() + "'");
        }
        if (demands.format().equals("date-time") && !DateTimeText.isValid(text.text())) {
            wrongType("date-time", text.text());
        }
    }

    private void number(DataNumber number, Constraints demands) {
        if (demands.hasMinimum() && number.doubleValue() < demands.minimum()) {
            invalid(number, "should be greater than or equal to " + demands.minimum());
        }
    }

    private void allowed(Data value, Constraints demands) {
        boolean counted = !demands.allowed().isEmpty();
        if (counted && !(value instanceof DataString text && demands.allowed().contains(text.text()))) {
            causes.add(Cause.notSupported(field(), value, demands.allowed()));
        }
    }

    private void invalid(Data value, String demand) {
        causes.add(Cause.invalid(field(), value, path + " in body " + demand));
    }
}
