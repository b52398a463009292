package dev.konflux.release.conformance;

/** Writes methods and attributes of values of all types, with any arguments. */
final class OddMethodGenerator {

    private static final String[] OF_STRINGS = {
        "capitalize",
        "casefold",
        "center",
        "count",
        "encode",
        "endswith",
        "expandtabs",
        "find",
        "format",
        "format_map",
        "index",
        "isalnum",
        "isalpha",
        "isascii",
        "isdecimal",
        "isdigit",
        "isidentifier",
        "islower",
        "isnumeric",
        "isprintable",
        "isspace",
        "istitle",
        "isupper",
        "join",
        "ljust",
        "lower",
        "lstrip",
        "partition",
        "removeprefix",
        "removesuffix",
        "replace",
        "rfind",
        "rindex",
        "rjust",
        "rpartition",
        "rsplit",
        "rstrip",
        "split",
        "splitlines",
        "startswith",
        "strip",
        "swapcase",
        "title",
        "translate",
        "upper",
        "zfill",
    };
    private static final String[] OF_MARKUP = {"unescape", "striptags", "escape", "__html__"};
    private static final String[] OF_LISTS = {
        "append", "clear", "copy", "count", "extend", "index", "insert", "pop", "remove", "reverse", "sort",
    };
    private static final String[] OF_TUPLES = {"count", "index"};
    private static final String[] OF_DICTS = {
        "clear", "copy", "fromkeys", "get", "items", "keys", "pop", "popitem", "setdefault", "update", "values",
    };
    private static final String[] OF_INTEGERS = {
        "as_integer_ratio",
        "bit_count",
        "bit_length",
        "conjugate",
        "denominator",
        "imag",
        "numerator",
        "real",
        "to_bytes",
    };
    private static final String[] OF_FLOATS = {"as_integer_ratio", "conjugate", "hex", "imag", "is_integer", "real"};
    private static final String[] OF_RANGES = {"count", "index", "start", "stop", "step"};
    private static final String[] EVERYWHERE = {
        "__class__", "__class__.__name__", "__nosuch__", "_x", "x",
    };

    private final Choice choice;
    private final OddArguments arguments;

    OddMethodGenerator(Choice choice, OddArguments arguments) {
        this.choice = choice;
        this.arguments = arguments;
    }

    /** An expression. */
    String expression() {
        return choice.from(
                () -> text() + "." + call(OF_STRINGS),
                () -> text() + "." + call(OF_STRINGS),
                () -> choice.of("(html | e)", "('<b>' | safe)", "safe") + "." + call(OF_MARKUP),
                () -> choice.of("safe", "('a b' | e)") + "." + call(OF_STRINGS),
                () -> choice.of("words", "numbers", "[1, 2, 1]", "mixed") + "." + call(OF_LISTS),
                () -> choice.of("pair", "(1, 2, 1)", "()") + "." + call(OF_TUPLES),
                () -> choice.of("table", "{'a': 1}", "{}", "nested") + "." + call(OF_DICTS),
                () -> choice.of("a", "(7)", "yes", "(10 ** 20)", "(-1)") + "." + call(OF_INTEGERS),
                () -> choice.of("ratio", "(0.1)", "(2.0)", "(1e300)") + "." + call(OF_FLOATS),
                () -> choice.of("span", "range(5)", "range(9, 1, -3)") + "." + call(OF_RANGES),
                () -> arguments.value() + "." + choice.of(EVERYWHERE),
                () -> arguments.value() + " | attr('" + choice.of(EVERYWHERE) + "')",
                this::view,
                this::helper);
    }

    private String call(String[] names) {
        return choice.of(names) + (choice.percent(10) ? "" : arguments.positional());
    }

    private String view() {
        String view = choice.of("table", "nested", "{}") + "." + choice.of("keys", "values", "items") + "()";
        return choice.from(
                () -> view,
                () -> view + choice.of(" - ", " == ", " + ") + arguments.value(),
                () -> view + choice.of(".isdisjoint([1])", "[0]", " | length", " | first", " | last", " | list"),
                () -> arguments.value() + " in " + view);
    }

    private String helper() {
        return choice.from(
                () -> "cycler" + arguments.positional()
                        + choice.of(".next()", ".current", ".reset()", ".items", ".pos", ""),
                () -> "joiner" + arguments.positional() + choice.of("()", ".sep", ".used", ""),
                () -> "namespace" + arguments.named() + choice.of(".width", ".x", "", "['x']"),
                () -> "dict" + arguments.named(),
                () -> "range" + arguments.positional() + choice.of("", " | list", "[1]", "[::2]", " | length"),
                () -> choice.of("range", "namespace", "cycler", "joiner", "lipsum") + choice.of("", ".__name__", ".x"),
                () -> "missing"
                        + choice.of(".x", "['x']", "()", ".x.y", "[0:1]", " + 1", " is defined", "._undefined_name"));
    }

    private String text() {
        return choice.of(
                "word",
                "text",
                "html",
                "'abc'",
                "''",
                "'a,b;c'",
                "'  pad '",
                "'12'",
                "'é€ß'",
                "'AbC dEf'",
                "'a\\tb\\nc'",
                "'{a}{0}'",
                "'x_1'");
    }
}
