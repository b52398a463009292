package dev.konflux.release.notes.jinja.value;

import dev.konflux.release.notes.jinja.fault.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of a function that is written in Python in the original, with the words Python refuses wrong calls in. */
public final class Signature {

    private final String function;
    private final List<String> passed;
    private final List<String> names;
    private final int required;
    private final boolean takesMore;
    private final boolean takesKeywords;

    private Signature(String function, List<String> passed, List<String> parameters) {
        this.function = function;
        this.passed = passed;
        this.takesMore = parameters.contains("*args");
        this.takesKeywords = parameters.contains("**kwargs");
        List<String> named =
                parameters.stream().filter(name -> !name.startsWith("*")).toList();
        this.names = named.stream().map(name -> name.replace("=", "")).toList();
        this.required = (int) named.stream().filter(name -> !name.endsWith("=")).count();
    }

    /**
     * A signature in the notation {@code do_center(value | width=)}: before the bar what is passed without the template's doing, behind it what
     * a template may give; an equals sign marks what it may leave out, {@code *args} and {@code **kwargs} that there may be more.
     */
    public static Signature of(String notation) {
        int open = notation.indexOf('(');
        int bar = notation.indexOf('|');
        return new Signature(
                notation.substring(0, open),
                words(notation.substring(open + 1, bar)),
                words(notation.substring(bar + 1, notation.length() - 1)));
    }

    private static List<String> words(String list) {
        return list.isBlank() ? List.of() : List.of(list.strip().split(", ", -1));
    }

    /** A filter that is refused arguments that do not fit, and looks at them no further. */
    public FilterFunction guard(FilterFunction filter) {
        return (runtime, value, args) -> {
            bind(args);
            return filter.apply(runtime, value, args);
        };
    }

    /** The arguments in the order of the parameters. */
    public Bound bind(Args args) {
        @Nullable Object[] values = new @Nullable Object[names.size()];
        for (int i = 0; i < Math.min(args.count(), values.length); i++) {
            values[i] = args.at(i);
        }
        for (Map.Entry<String, Object> keyword : args.keywords().entrySet()) {
            int index = indexOf(keyword.getKey(), values);
            if (index >= 0) {
                values[index] = keyword.getValue();
            }
        }
        if (args.count() > names.size() && !takesMore) {
            throw tooMany(args.count());
        }
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < required; i++) {
            if (values[i] == null) {
                missing.add("'" + names.get(i) + "'");
            }
        }
        if (!missing.isEmpty()) {
            throw missing(missing);
        }
        return new Bound(values);
    }

    /** Which parameter a keyword gives; -1 for one that may be given besides. */
    private int indexOf(String name, @Nullable Object[] values) {
        int index = names.indexOf(name);
        if (index < 0 && !passed.contains(name)) {
            if (takesKeywords) {
                return -1;
            }
            throw Fault.type(function + "() got an unexpected keyword argument '" + name + "'");
        }
        if (index < 0 || values[index] != null) {
            throw Fault.type(function + "() got multiple values for argument '" + name + "'");
        }
        return index;
    }

    private Fault tooMany(int count) {
        int most = passed.size() + names.size();
        String taken = required == names.size()
                ? most + (most == 1 ? " positional argument" : " positional arguments")
                : "from " + (passed.size() + required) + " to " + most + " positional arguments";
        int given = passed.size() + count;
        return Fault.type(
                function + "() takes " + taken + " but " + given + (given == 1 ? " was" : " were") + " given");
    }

    private Fault missing(List<String> missing) {
        int last = missing.size() - 1;
        String shown = last == 0
                ? missing.get(0)
                : String.join(", ", missing.subList(0, last)) + (last > 1 ? "," : "") + " and " + missing.get(last);
        return Fault.type(function + "() missing " + missing.size() + " required positional argument"
                + (last == 0 ? "" : "s") + ": " + shown);
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

        /** The truth of an argument that Python's C code wants as an integer, or the default. */
        public boolean integerFlag(int index, boolean fallback) {
            Object value = values[index];
            return value == null ? fallback : Numbers.index(value) != 0;
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
