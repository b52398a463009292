package dev.konflux.release.conformance;

/** Writes calls that few people write: any filter or test with any arguments, formats of all sorts, slices with odd bounds. */
final class OddCallGenerator {

    private static final String[] FILTERS = {
        "abs",
        "attr",
        "batch",
        "capitalize",
        "center",
        "count",
        "default",
        "dictsort",
        "e",
        "filesizeformat",
        "first",
        "float",
        "forceescape",
        "format",
        "groupby",
        "indent",
        "int",
        "items",
        "join",
        "last",
        "length",
        "list",
        "lower",
        "max",
        "map",
        "min",
        "pprint",
        "reject",
        "rejectattr",
        "replace",
        "reverse",
        "round",
        "safe",
        "select",
        "selectattr",
        "slice",
        "sort",
        "string",
        "striptags",
        "sum",
        "title",
        "tojson",
        "trim",
        "truncate",
        "unique",
        "upper",
        "urlencode",
        "urlize",
        "wordcount",
        "wordwrap",
        "xmlattr",
    };
    private static final String[] TESTS = {
        "boolean",
        "callable",
        "defined",
        "divisibleby",
        "eq",
        "escaped",
        "even",
        "false",
        "filter",
        "float",
        "ge",
        "gt",
        "in",
        "integer",
        "iterable",
        "le",
        "lower",
        "lt",
        "mapping",
        "ne",
        "none",
        "number",
        "odd",
        "sameas",
        "sequence",
        "string",
        "test",
        "true",
        "undefined",
        "upper",
    };

    private final Choice choice;
    private final OddArguments arguments;

    OddCallGenerator(Choice choice, OddArguments arguments) {
        this.choice = choice;
        this.arguments = arguments;
    }

    /** An expression. */
    String expression() {
        return choice.from(
                () -> arguments.value() + " | " + filter(),
                () -> arguments.value() + " | " + filter() + " | " + filter(),
                () -> arguments.value() + choice.of(" is ", " is not ") + choice.of(TESTS) + arguments.positional(),
                this::braces,
                this::percent,
                () -> arguments.value() + "[" + slice() + "]",
                this::operation);
    }

    private String filter() {
        return choice.of(FILTERS) + arguments.named();
    }

    private String slice() {
        return choice.from(
                arguments::argument,
                () -> arguments.argument() + ":" + arguments.argument(),
                () -> ":" + arguments.argument(),
                () -> "::" + arguments.argument(),
                () -> arguments.argument() + ":");
    }

    private String operation() {
        return arguments.value()
                + choice.of(
                        " + ",
                        " - ",
                        " * ",
                        " / ",
                        " // ",
                        " % ",
                        " == ",
                        " != ",
                        " < ",
                        " <= ",
                        " > ",
                        " in ",
                        " not in ",
                        " ~ ",
                        " and ",
                        " or ")
                + arguments.value();
    }

    private String braces() {
        String spec = choice.of("", "", "*", "0")
                + choice.of("", "<", ">", "^", "=")
                + choice.of("", "+", " ")
                + choice.of("", "5", "12")
                + choice.of("", "", ",", "_")
                + choice.of("", ".2", ".0")
                + choice.of("", "d", "f", "e", "g", "x", "o", "b", "c", "s", "%", "z");
        String field = "{" + choice.of("", "0", "1", "a", "0.name", "0[0]") + choice.of("", "!r", "!s", "!x")
                + (choice.percent(60) ? ":" + spec : "") + "}";
        return "'" + field + choice.of("", "}}", "}") + "'.format(" + choice.several(0, 2, ", ", arguments::value)
                + ")";
    }

    private String percent() {
        String format = "%" + choice.of("", "", "(a)") + choice.of("", "-", "0", "+", " ", "#")
                + choice.of("", "5", "10") + choice.of("", ".2", ".0")
                + choice.of("d", "i", "o", "x", "X", "e", "f", "g", "c", "r", "s", "a", "z");
        return "'" + format + "' % "
                + choice.of(
                        arguments.value(), "(" + arguments.value() + ",)", "(" + arguments.value() + ", 1)", "table");
    }
}
