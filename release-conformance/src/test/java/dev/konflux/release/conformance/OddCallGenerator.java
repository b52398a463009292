package dev.konflux.release.conformance;

/** Writes calls that few people write: any filter, test or method with any arguments, formats of all sorts, slices with odd bounds. */
final class OddCallGenerator {

    private static final String[] VALUES = {
        "a",
        "b",
        "zero",
        "ratio",
        "yes",
        "nothing",
        "word",
        "text",
        "html",
        "empty",
        "words",
        "numbers",
        "mixed",
        "nested",
        "pairs",
        "table",
        "people",
        "missing",
        "(1, 2)",
        "[]",
        "{}",
        "''",
        "'abc'",
        "('<b>' | e)",
        "('x' | safe)",
        "1",
        "0",
        "(-1)",
        "2.5",
        "(10 ** 20)",
        "true",
        "none",
        "'12'",
        "'3.7'",
        "'  pad '",
        "'a,b;c'",
        "range(5)",
        "['a', 'B', 'c']",
        "{'b': 1, 'a': 2}",
        "[[1, 2], [3]]",
        "'é€ß'",
        "'a\\nb\\n\\nc'",
        "'http://example.org/a?b=1'",
        "[none, 1]",
        "people[0]",
        "1.0",
        "(-0.0)",
        "1e16",
        "0.1",
        "[1, 1.0, true]",
        "'😀x'",
    };
    private static final String[] SMALL = {
        "2", "3", "10", "'name'", "'age'", "'-'", "','", "' '", "true", "false", "none", "'a'", "'b'", "5", "0", "-2",
        "'upper'", "'odd'", "1.5",
    };
    private static final String[] KEYWORDS = {
        "attribute",
        "default",
        "case_sensitive",
        "reverse",
        "by",
        "width",
        "first",
        "blank",
        "length",
        "killwords",
        "end",
        "leeway",
        "indent",
        "binary",
        "boolean",
        "base",
        "precision",
        "method",
        "start",
        "chars",
        "old",
        "new",
        "count",
        "linecount",
        "fill_with",
        "slices",
        "d",
        "trim_url_limit",
        "target",
        "rel",
        "nofollow",
        "autospace",
        "break_long_words",
        "wrapstring",
        "break_on_hyphens",
        "value",
        "s",
    };
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
        "join",
        "last",
        "length",
        "list",
        "lower",
        "max",
        "min",
        "replace",
        "round",
        "safe",
        "sort",
        "string",
        "striptags",
        "sum",
        "title",
        "tojson",
        "trim",
        "truncate",
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
    private static final String[] STRING_METHODS = {
        "capitalize",
        "casefold",
        "center",
        "count",
        "endswith",
        "expandtabs",
        "find",
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
        "upper",
        "zfill",
    };
    private static final String[] LIST_METHODS = {
        "append", "clear", "copy", "count", "extend", "insert", "pop", "remove", "reverse", "sort",
    };
    private static final String[] DICT_METHODS = {
        "clear", "copy", "get", "items", "keys", "pop", "popitem", "setdefault", "values",
    };

    private final Choice choice;

    OddCallGenerator(Choice choice) {
        this.choice = choice;
    }

    /** An expression. */
    String expression() {
        return choice.from(
                () -> value() + " | " + filter(),
                () -> value() + " | " + filter() + " | " + filter(),
                () -> value() + choice.of(" is ", " is not ") + choice.of(TESTS) + arguments(false),
                () -> text() + "." + choice.of(STRING_METHODS) + arguments(false),
                () -> choice.of("words", "numbers", "[1, 2, 1]") + "." + choice.of(LIST_METHODS) + arguments(false),
                () -> choice.of("table", "{'a': 1}", "{}") + "." + choice.of(DICT_METHODS) + arguments(false),
                this::braces,
                this::percent,
                () -> value() + "[" + slice() + "]",
                this::operation);
    }

    private String value() {
        return choice.of(VALUES);
    }

    private String argument() {
        return choice.percent(50) ? choice.of(SMALL) : value();
    }

    private String filter() {
        return choice.of(FILTERS) + arguments(true);
    }

    private String arguments(boolean named) {
        String positional = choice.several(0, 3, ", ", this::argument);
        String keyword = named && choice.percent(30) ? choice.of(KEYWORDS) + "=" + argument() : "";
        return "(" + positional + (positional.isEmpty() || keyword.isEmpty() ? "" : ", ") + keyword + ")";
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
                "'x_1'");
    }

    private String slice() {
        return choice.from(
                this::argument,
                () -> argument() + ":" + argument(),
                () -> ":" + argument(),
                () -> "::" + argument(),
                () -> argument() + ":");
    }

    private String operation() {
        return value()
                + choice.of(
                        " + ",
                        " - ",
                        " * ",
                        " / ",
                        " // ",
                        " % ",
                        " ** ",
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
                + value();
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
        return "'" + field + choice.of("", "}}", "}") + "'.format(" + choice.several(0, 2, ", ", this::value) + ")";
    }

    private String percent() {
        String format = "%" + choice.of("", "", "(a)") + choice.of("", "-", "0", "+", " ", "#")
                + choice.of("", "5", "10") + choice.of("", ".2", ".0")
                + choice.of("d", "i", "o", "x", "X", "e", "f", "g", "c", "r", "s", "a", "z");
        return "'" + format + "' % " + choice.of(value(), "(" + value() + ",)", "(" + value() + ", 1)", "table");
    }
}
