package dev.konflux.release.notes.jinja.value;

import dev.konflux.release.notes.jinja.fault.Fault;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of a function written in Java: names in order, how many are required. */
public final class Signature {

    private final String function;
    private final int required;
    private final List<String> names;

    private Signature(String function, int required, List<String> names) {
        this.function = function;
        this.required = required;
        this.names = names;
    }

    /** Parameters of a function; the first {@code required} ones have no default. */
    public static Signature of(String function, int required, String... names) {
        return new Signature(function, required, List.of(names));
    }

    /** The arguments in the order of the parameters. */
    public Bound bind(Args args) {
        if (args.count() > names.size()) {
            throw Fault.type(function + "() takes " + names.size() + " positional arguments but " + args.count()
                    + (args.count() == 1 ? " was" : " were") + " given");
        }
        @Nullable Object[] values = new @Nullable Object[names.size()];
        for (int i = 0; i < args.count(); i++) {
            values[i] = args.at(i);
        }
        for (Map.Entry<String, Object> keyword : args.keywords().entrySet()) {
            values[indexOf(keyword.getKey(), values)] = keyword.getValue();
        }
        for (int i = 0; i < required; i++) {
            if (values[i] == null) {
                throw Fault.type(function + "() missing 1 required positional argument: '" + names.get(i) + "'");
            }
        }
        return new Bound(values);
    }

    private int indexOf(String name, @Nullable Object[] values) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw Fault.type(function + "() got an unexpected keyword argument '" + name + "'");
        }
        if (values[index] != null) {
            throw Fault.type(function + "() got multiple values for argument '" + name + "'");
        }
        return index;
    }

    /** Arguments bound to parameters. */
    public static final class Bound {

        private final @Nullable Object[] values;

        private Bound(@Nullable Object[] values) {
            this.values = values;
        }

        /** The argument, or null when it was not given. */
        public @Nullable Object find(int index) {
            return values[index];
        }

        /** The argument, or the default. */
        public Object get(int index, Object fallback) {
            Object value = values[index];
            return value == null ? fallback : value;
        }

        /** A required argument. */
        public Object get(int index) {
            return get(index, None.NONE);
        }

        /** The truth of the argument, or the default. */
        public boolean flag(int index, boolean fallback) {
            Object value = values[index];
            return value == null ? fallback : Truth.of(value);
        }

        /** The argument as an index, or the default. */
        public int integer(int index, int fallback) {
            Object value = values[index];
            return value == null ? fallback : Numbers.index(value);
        }

        /** The argument as text, or the default. */
        public String text(int index, String fallback) {
            Object value = values[index];
            return value == null ? fallback : Strings.of(value);
        }

        /** Whether the argument was given and is not None. */
        public boolean has(int index) {
            Object value = values[index];
            return value != null && value != None.NONE;
        }
    }
}
