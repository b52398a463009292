package dev.konflux.release.conformance;

/** Writes values of all types, and the argument lists of calls that few people write. */
final class OddArguments {

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
        "pair",
        "safe",
        "span",
        "missing.x",
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
        "table.items()",
        "table.keys()",
        "(words | map('upper'))",
        "range",
        "cycler",
        "words.append",
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

    private final Choice choice;

    OddArguments(Choice choice) {
        this.choice = choice;
    }

    /** A value. */
    String value() {
        return choice.of(VALUES);
    }

    /** An argument, mostly a small one. */
    String argument() {
        return choice.percent(50) ? choice.of(SMALL) : value();
    }

    /** Arguments by position, in parentheses. */
    String positional() {
        return "(" + choice.several(0, 3, ", ", this::argument) + ")";
    }

    /** Arguments by position and now and then one by name, in parentheses. */
    String named() {
        String positional = choice.several(0, 3, ", ", this::argument);
        String keyword = choice.percent(30) ? choice.of(KEYWORDS) + "=" + argument() : "";
        return "(" + positional + (positional.isEmpty() || keyword.isEmpty() ? "" : ", ") + keyword + ")";
    }
}
