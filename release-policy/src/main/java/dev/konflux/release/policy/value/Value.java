package dev.konflux.release.policy.value;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataString;
import dev.konflux.release.model.text.DataSyntaxException;
import dev.konflux.release.model.text.JsonReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A value that may be undefined. Looking into what is not there, or asking something of a value of the wrong kind, gives
 * {@link #UNDEFINED} and never fails; a question about an undefined value is answered with no. Equality, order and hash are the upstream
 * engine's: {@code 1} equals {@code 1.0}, and values of different kinds are ordered by kind.
 */
public final class Value implements Comparable<Value> {

    /** What is not there. */
    public static final Value UNDEFINED = new Value(null);

    private static final JsonReader JSON = JsonReader.create();

    private final @Nullable Data data;

    private Value(@Nullable Data data) {
        this.data = data;
    }

    /** The given value, which is there. */
    public static Value of(Data data) {
        return new Value(data);
    }

    /** The given text. */
    public static Value of(String text) {
        return new Value(Data.of(text));
    }

    /** The given integer. */
    public static Value of(long number) {
        return new Value(Data.of(number));
    }

    /** The given truth value. */
    public static Value of(boolean truth) {
        return new Value(Data.of(truth));
    }

    /** The given value, or the undefined one. */
    public static Value of(Optional<? extends Data> data) {
        return data.isPresent() ? new Value(data.get()) : UNDEFINED;
    }

    /** The text if there is one. */
    public static Value ofText(Optional<String> text) {
        return text.isPresent() ? of(text.get()) : UNDEFINED;
    }

    /** An array of the given texts. */
    public static Value ofTexts(Iterable<String> texts) {
        return of(DataArray.ofTexts(texts));
    }

    /** An array of the given values that are defined. */
    public static Value ofAll(Iterable<Value> values) {
        ImmutableList.Builder<Data> items = ImmutableList.builder();
        values.forEach(value -> value.data().ifPresent(items::add));
        return of(DataArray.of(items.build()));
    }

    /** Whether it is there; an explicit null is. */
    public boolean isDefined() {
        return data != null;
    }

    /** Whether it is there and not false; an explicit null counts as true. */
    public boolean isTrue() {
        return data != null && !data.asBoolean().equals(Optional.of(false));
    }

    /** The value itself. */
    public Optional<Data> data() {
        return Optional.ofNullable(data);
    }

    /** The characters if it is a text. */
    public Optional<String> text() {
        return data instanceof DataString string ? Optional.of(string.text()) : Optional.empty();
    }

    /** The number if it is one. */
    public Optional<DataNumber> number() {
        return data instanceof DataNumber number ? Optional.of(number) : Optional.empty();
    }

    /** The object if it is one. */
    public Optional<DataObject> object() {
        return data instanceof DataObject object ? Optional.of(object) : Optional.empty();
    }

    public boolean isText() {
        return data instanceof DataString;
    }

    public boolean isArray() {
        return data instanceof DataArray;
    }

    public boolean isObject() {
        return data instanceof DataObject;
    }

    public boolean isNull() {
        return data != null && data.isNull();
    }

    /** The member of that name. */
    public Value get(String name) {
        Data member = data instanceof DataObject object ? object.member(name) : null;
        return member == null ? UNDEFINED : new Value(member);
    }

    /** What is reached by following member names. */
    public Value get(String... names) {
        Data here = data;
        for (String name : names) {
            if (!(here instanceof DataObject object)) {
                return UNDEFINED;
            }
            here = object.member(name);
        }
        return here == null ? UNDEFINED : new Value(here);
    }

    /** The member of that name; the fallback where an object has none; undefined for what is no object. */
    public Value getOr(String name, Value fallback) {
        return isObject() ? get(name).orElse(fallback) : UNDEFINED;
    }

    /** The member of that name, or the empty text as {@link #getOr} says. */
    public Value getOrEmpty(String name) {
        return getOr(name, of(""));
    }

    /** The member or item under that key. */
    public Value at(Value key) {
        Optional<String> name = key.text();
        if (name.isPresent()) {
            return get(name.get());
        }
        return key.number()
                .filter(DataNumber::isInteger)
                .map(n -> at(n.doubleValue()))
                .orElse(UNDEFINED);
    }

    private Value at(double index) {
        return index >= 0 && index < Integer.MAX_VALUE ? at((int) index) : UNDEFINED;
    }

    /** The item at that place of an array. */
    public Value at(int index) {
        if (data instanceof DataArray array && index < array.size()) {
            return new Value(array.items().get(index));
        }
        return UNDEFINED;
    }

    /** This value if it is defined, else the other one. */
    public Value orElse(Value other) {
        return isDefined() ? this : other;
    }

    /** The items of an array, or the values of an object in the order of its names; none of anything else. */
    public List<Value> each() {
        if (data instanceof DataArray array) {
            return Lists.transform(array.items(), Value::new);
        }
        if (data instanceof DataObject object) {
            return Lists.transform(DataOrder.sortedMembers(object), member -> new Value(member.getValue()));
        }
        return List.of();
    }

    /** A key (the name of a member or the place of an item) and the value it leads to. */
    public record Entry(Value key, Value value) {}

    /** The items of an array with their places, or the members of an object in the order of their names; none of anything else. */
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        if (data instanceof DataArray array) {
            for (int i = 0; i < array.size(); i++) {
                entries.add(new Entry(of(i), new Value(array.items().get(i))));
            }
        } else if (data instanceof DataObject object) {
            DataOrder.sortedMembers(object)
                    .forEach(member -> entries.add(new Entry(of(member.getKey()), new Value(member.getValue()))));
        }
        return entries;
    }

    /** The number of items, members or characters; undefined for what has none of these. */
    public Value count() {
        int size = size();
        return size < 0 ? UNDEFINED : of(size);
    }

    /** Negative for what has no count. */
    private int size() {
        if (data instanceof DataString string) {
            return string.text().codePointCount(0, string.text().length());
        }
        if (data instanceof DataArray array) {
            return array.size();
        }
        return data instanceof DataObject object ? object.size() : -1;
    }

    /** Whether it has a count and that is 0. */
    public boolean isEmpty() {
        return size() == 0;
    }

    /** Whether it has a count and that is above 0. */
    public boolean isFilled() {
        return size() > 0;
    }

    /** Whether it is that text. */
    public boolean is(String text) {
        return data instanceof DataString string && string.text().equals(text);
    }

    /** Whether both are there and equal. */
    public boolean same(Value other) {
        return isDefined() && other.isDefined() && equals(other);
    }

    /** Whether both are there and differ. */
    public boolean differs(Value other) {
        return isDefined() && other.isDefined() && !equals(other);
    }

    /** Whether it is there and one of the items or member values of the other. */
    public boolean in(Value collection) {
        return isDefined() && collection.each().contains(this);
    }

    /** Whether this is there and none of the items or member values of the other. */
    public boolean notIn(Value collection) {
        return isDefined() && !collection.each().contains(this);
    }

    /** Whether it is a text that starts so. */
    public boolean startsWith(String start) {
        return data instanceof DataString string && string.text().startsWith(start);
    }

    /** Whether both are texts and this one starts with the other. */
    public boolean startsWith(Value start) {
        return start.text().filter(this::startsWith).isPresent();
    }

    /** Whether this is a text that starts with one of the texts in the collection. */
    public boolean startsWithAny(Value collection) {
        return collection.each().stream().anyMatch(this::startsWith);
    }

    /** Whether it is a text with that in it. */
    public boolean contains(String part) {
        return data instanceof DataString string && string.text().contains(part);
    }

    /** Whether it is a text with a match of that in it. */
    public boolean contains(Pattern pattern) {
        return data instanceof DataString string
                && pattern.matcher(string.text()).find();
    }

    /** Whether it is a text that the pattern matches from beginning to end. */
    public boolean matches(Pattern pattern) {
        return data instanceof DataString string
                && pattern.matcher(string.text()).matches();
    }

    /** Every match of the pattern from left to right; none in what is no text. */
    public List<Value> all(Pattern pattern) {
        return text().map(text -> pattern.matcher(text)
                        .results()
                        .map(match -> of(match.group()))
                        .toList())
                .orElse(List.of());
    }

    /** Whether it is a text that ends so. */
    public boolean endsWith(String end) {
        return data instanceof DataString string && string.text().endsWith(end);
    }

    /** The text without white space around it. */
    public Value trimmed() {
        return ofText(text().map(CharMatcher.whitespace()::trimFrom));
    }

    /** The text in lower case. */
    public Value lower() {
        return ofText(text().map(text -> text.toLowerCase(Locale.ROOT)));
    }

    /** The pieces between the separators; undefined for what is no text. */
    public List<Value> split(String separator) {
        return text().map(text -> Splitter.on(separator).splitToList(text).stream()
                        .map(Value::of)
                        .toList())
                .orElse(List.of());
    }

    /** The texts of an array with the separator between them; undefined when it is no array or not of texts alone. */
    public Value joined(String separator) {
        List<Value> items = each();
        if (!isArray() || !items.stream().allMatch(Value::isText)) {
            return UNDEFINED;
        }
        return of(items.stream().map(item -> item.text().orElseThrow()).collect(Collectors.joining(separator)));
    }

    /** What the text says, read as JSON; undefined when it is no text or no JSON. */
    public Value json() {
        try {
            return text().map(text -> of(JSON.read(text, ""))).orElse(UNDEFINED);
        } catch (DataSyntaxException notJson) {
            return UNDEFINED;
        }
    }

    /** Whether both are there and this one comes after the other. */
    public boolean isAfter(Value other) {
        return isDefined() && other.isDefined() && compareTo(other) > 0;
    }

    @Override
    public int compareTo(Value other) {
        if (data == null || other.data == null) {
            return Boolean.compare(data != null, other.data != null);
        }
        return DataOrder.compare(data, other.data);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof Value that)) {
            return false;
        }
        if (data == null || that.data == null) {
            return isDefined() == that.isDefined();
        }
        return DataOrder.equal(data, that.data);
    }

    @Override
    public int hashCode() {
        return data == null ? 0 : DataOrder.hash(data);
    }

    /** The value in the upstream engine's notation. */
    @Override
    public String toString() {
        return data == null ? "undefined" : Notation.of(data);
    }
}
