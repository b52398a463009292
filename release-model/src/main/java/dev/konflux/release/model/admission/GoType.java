package dev.konflux.release.model.admission;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A Go type that JSON is decoded into and written from again. */
sealed interface GoType {

    /** The name in messages. */
    String name();

    /**
     * What is written after decoding the value; null for the type's zero value, which is also what JSON's null leaves. What does not fit
     * goes to the problems.
     */
    @Nullable
    Data passed(Data value, GoPath path, GoProblems problems);

    /** What is written for the zero value where it may not be left out. */
    Data zero();

    /** Adds the paths of the members below a value that no struct has a field for. */
    default void noteUnknown(Data value, String path, List<String> unknown) {}

    /** Values that pass as they are. */
    record Any() implements GoType {
        @Override
        public String name() {
            return "interface {}";
        }

        @Override
        public @Nullable Data passed(Data value, GoPath path, GoProblems problems) {
            return value;
        }

        @Override
        public Data zero() {
            return Data.nothing();
        }
    }

    /** A pointer: only absence is left out. */
    record Pointer(GoType target) implements GoType {
        @Override
        public String name() {
            return target.name();
        }

        @Override
        public @Nullable Data passed(Data value, GoPath path, GoProblems problems) {
            if (value.isNull()) {
                return null;
            }
            Data passed = target.passed(value, path, problems);
            return passed == null ? target.zero() : passed;
        }

        @Override
        public Data zero() {
            return Data.nothing();
        }

        @Override
        public void noteUnknown(Data value, String path, List<String> unknown) {
            target.noteUnknown(value, path, unknown);
        }
    }

    /** A list. */
    record Slice(GoType item) implements GoType {
        @Override
        public String name() {
            return "[]" + item.name();
        }

        @Override
        public @Nullable Data passed(Data value, GoPath path, GoProblems problems) {
            if (!(value instanceof DataArray array)) {
                return problems.mismatch(value, path, name());
            }
            List<Data> items = new ArrayList<>(array.size());
            for (Data element : array) {
                Data passed = item.passed(element, path, problems);
                items.add(passed == null ? item.zero() : passed);
            }
            return DataArray.of(items).at(array.position());
        }

        @Override
        public Data zero() {
            return Data.nothing();
        }

        @Override
        public void noteUnknown(Data value, String path, List<String> unknown) {
            if (value instanceof DataArray array) {
                int index = 0;
                for (Data element : array) {
                    item.noteUnknown(element, path + "[" + index++ + "]", unknown);
                }
            }
        }
    }

    /** A map from texts. */
    record Mapping(GoType value) implements GoType {
        @Override
        public String name() {
            return "map[string]" + value.name();
        }

        @Override
        public @Nullable Data passed(Data given, GoPath path, GoProblems problems) {
            if (!(given instanceof DataObject object)) {
                return problems.mismatch(given, path, name());
            }
            DataObject.Builder passed = object.toBuilder();
            for (Map.Entry<String, Data> member : new TreeMap<>(object.members()).entrySet()) {
                Data written = value.passed(member.getValue(), path, problems);
                passed.put(member.getKey(), written == null ? value.zero() : written);
            }
            return passed.build();
        }

        @Override
        public Data zero() {
            return Data.nothing();
        }
    }

    /** A plain value. */
    record Scalar(GoScalar kind) implements GoType {
        @Override
        public String name() {
            return kind.goName();
        }

        @Override
        public @Nullable Data passed(Data value, GoPath path, GoProblems problems) {
            return kind.passed(value, path, problems);
        }

        @Override
        public Data zero() {
            return kind.zero();
        }
    }

    /** A struct, known by name because structs may be described in any order. */
    record Named(Supplier<GoStruct> struct) implements GoType {
        @Override
        public String name() {
            return struct.get().qualifiedName();
        }

        @Override
        public @Nullable Data passed(Data value, GoPath path, GoProblems problems) {
            return struct.get().passed(value, path, problems);
        }

        @Override
        public Data zero() {
            return struct.get().empty();
        }

        @Override
        public void noteUnknown(Data value, String path, List<String> unknown) {
            struct.get().noteUnknown(value, path, unknown);
        }
    }

    /** Whether a written value is one that Go leaves out where it may. */
    static boolean isEmpty(Data value) {
        if (value instanceof DataObject object) {
            return object.isEmpty();
        }
        if (value instanceof DataArray array) {
            return array.isEmpty();
        }
        if (value instanceof DataNumber number) {
            return number.text().equals("0");
        }
        return value.isNull()
                || value.equals(Data.of(false))
                || value.asText().filter(String::isEmpty).isPresent();
    }
}
