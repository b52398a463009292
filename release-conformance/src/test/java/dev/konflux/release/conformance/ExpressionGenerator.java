package dev.konflux.release.conformance;

import java.util.ArrayList;
import java.util.List;

/** Writes random expressions of Jinja2: literals, operators, filters, tests, methods, calls. */
final class ExpressionGenerator {

    private static final int DEEPEST = 3;

    private final Choice choice;
    private final OddCallGenerator oddCalls;
    private final OddMethodGenerator oddMethods;
    private final AnsibleCallGenerator ansibleCalls;
    private final boolean ansible;
    private final List<String> locals = new ArrayList<>();
    private int depth;

    /** Expressions with or without Ansible's filters. */
    ExpressionGenerator(Choice choice, boolean ansible) {
        OddArguments arguments = new OddArguments(choice);
        this.choice = choice;
        this.ansible = ansible;
        this.oddCalls = new OddCallGenerator(choice, arguments);
        this.oddMethods = new OddMethodGenerator(choice, arguments);
        this.ansibleCalls = new AnsibleCallGenerator(choice, arguments);
    }

    /** Says that a name is a variable here. */
    void know(String name) {
        locals.add(name);
    }

    String expression() {
        if (depth >= DEEPEST) {
            return choice.from(this::literal, this::name);
        }
        depth++;
        String text = choice.from(
                this::literal,
                this::name,
                this::name,
                this::element,
                this::operation,
                this::comparison,
                this::logic,
                this::filtered,
                this::filtered,
                this::filtered,
                this::tested,
                this::method,
                this::collection,
                this::call,
                oddCalls::expression,
                oddMethods::expression,
                ansible ? ansibleCalls::expression : oddCalls::expression);
        depth--;
        return text;
    }

    String name() {
        if (!locals.isEmpty() && choice.percent(50)) {
            return locals.get(choice.below(locals.size()));
        }
        return choice.of(
                "a", "b", "word", "text", "html", "words", "numbers", "mixed", "nested", "people", "pairs", "table",
                "empty", "nothing", "yes", "ratio", "missing", "zero", "pair", "safe", "span", "site");
    }

    private String literal() {
        return choice.of(
                "0",
                "1",
                "-1",
                "7",
                "42",
                "1_000",
                "0x1F",
                "0b101",
                "1.5",
                "-0.25",
                "1e3",
                "2.0",
                "12345678901234567890",
                "'x'",
                "'a b'",
                "''",
                "'<b>'",
                "\"it's\"",
                "'a\\nb'",
                "'%s-%s'",
                "'{}-{}'",
                "'é€'",
                "'Ab' 'Cd'",
                "true",
                "False",
                "none",
                "[]",
                "{}",
                "()",
                "(1,)");
    }

    private String collection() {
        return choice.from(
                () -> "[" + choice.several(0, 3, ", ", this::expression) + "]",
                () -> "(" + choice.several(2, 3, ", ", this::expression) + ")",
                () -> "{" + choice.several(0, 2, ", ", () -> key() + ": " + expression()) + "}",
                () -> "(" + expression() + ")");
    }

    private String key() {
        return choice.of("'a'", "'name'", "1", "word", "true", "none", "(1, 2)", "1.0");
    }

    private String element() {
        return choice.from(
                () -> name() + "." + attribute(),
                () -> name() + "['" + attribute() + "']",
                () -> name() + "[" + choice.of("0", "-1", "1", "99", "'a'", "word", "1.0", "true") + "]",
                () -> name() + "[" + slice() + "]",
                () -> name() + "." + choice.of("0", "1"),
                () -> "(" + expression() + ")." + attribute());
    }

    private String attribute() {
        return choice.of("name", "age", "a", "b", "items", "keys", "x", "missing", "tags", "city", "real", "_x");
    }

    private String slice() {
        return choice.of(":", "1:", ":2", "1:3", "::2", "::-1", "-2:", ":-1", "5:1", "2::-1", "none:2", "'a':");
    }

    private String operation() {
        String operator = choice.of(" + ", " - ", " * ", " / ", " // ", " % ", " ~ ", " ~ ", "+", "-");
        return choice.percent(8)
                ? operand() + " ** " + choice.of("2", "0", "-1", "3", "0.5")
                : operand() + operator + operand();
    }

    private String operand() {
        String text = expression();
        return choice.percent(40) ? "(" + text + ")" : choice.percent(10) ? "-" + text : text;
    }

    private String comparison() {
        String operator = choice.of(" == ", " != ", " < ", " <= ", " > ", " >= ", " in ", " not in ");
        String text = operand() + operator + operand();
        return choice.percent(15) ? text + choice.of(" < ", " == ", " in ") + operand() : text;
    }

    private String logic() {
        return choice.from(
                () -> operand() + " and " + operand(),
                () -> operand() + " or " + operand(),
                () -> "not " + operand(),
                () -> operand() + " if " + operand() + " else " + operand(),
                () -> operand() + " if " + operand());
    }

    /** A filter with its arguments, without the bar. */
    String filter() {
        return choice.from(
                () -> choice.of(
                        "upper",
                        "lower",
                        "capitalize",
                        "title",
                        "trim",
                        "length",
                        "count",
                        "first",
                        "last",
                        "list",
                        "string",
                        "int",
                        "float",
                        "abs",
                        "sum",
                        "sort",
                        "unique | list",
                        "reverse",
                        "min",
                        "max",
                        "join",
                        "escape",
                        "e",
                        "safe",
                        "forceescape",
                        "striptags",
                        "wordcount",
                        "items | list",
                        "dictsort",
                        "tojson",
                        "pprint",
                        "urlencode",
                        "urlize",
                        "round",
                        "filesizeformat",
                        "xmlattr",
                        "reverse | list",
                        "random is defined",
                        "nosuchfilter"),
                () -> "default(" + literal() + choice.of("", ", true", ", boolean=true") + ")",
                () -> "d(" + expression() + ")",
                () -> "join(" + choice.of("', '", "'-'", "'<'", "', ', attribute='name'", "1") + ")",
                () -> "replace(" + choice.of("'a', 'b'", "'', '-'", "'a', '<'", "'o', '0', 1", "1, 2") + ")",
                () -> "truncate(" + choice.of("5", "5, true", "8, false, '!'", "3", "255", "5, leeway=0", "0") + ")",
                () -> "indent(" + choice.of("", "2", "2, true", "width='> '", "2, blank=true", "first=true") + ")",
                () -> "center(" + choice.of("9", "0", "-3", "10") + ")",
                () -> "wordwrap(" + choice.of("5", "3, false", "8, wrapstring='|'", "4, break_on_hyphens=false") + ")",
                () -> "round(" + choice.of("1", "2, 'floor'", "0, 'ceil'", "-1", "1, 'nosuch'") + ")",
                () -> "int(" + choice.of("7", "0, 16", "base=2", "default=none") + ")",
                () -> "float(" + choice.of("1.5", "default='x'") + ")",
                () -> "sort("
                        + choice.of(
                                "true",
                                "attribute='name'",
                                "case_sensitive=true",
                                "false, true, 'age'",
                                "attribute='age,name'")
                        + ")",
                () -> "unique(" + choice.of("true", "attribute='age'") + ") | list",
                () -> choice.of("min", "max") + "(" + choice.of("true", "attribute='age'") + ")",
                () -> "sum(" + choice.of("'age'", "start=10", "attribute='age', start=1", "'name'") + ")",
                () -> "batch(" + choice.of("2", "2, 'x'", "3, none", "0") + ") | list",
                () -> "slice(" + choice.of("2", "2, 'x'", "3", "0") + ") | list",
                () -> "map(" + mapping() + ") | list",
                () -> choice.of("select", "reject") + "("
                        + choice.of("", "'odd'", "'defined'", "'string'", "'gt', 1", "'nosuch'", "'in', [1, 2]")
                        + ") | list",
                () -> choice.of("selectattr", "rejectattr") + "("
                        + choice.of("'name'", "'age', 'gt', 30", "'age', 'defined'", "'x'", "'name', 'equalto', 'Bo'")
                        + ") | list",
                () -> "groupby("
                        + choice.of("'age'", "'city'", "'city', default='?'", "'name', case_sensitive=true", "0")
                        + ") | list",
                () -> "dictsort(" + choice.of("true", "by='value'", "reverse=true", "false, 'value', true", "by='x'")
                        + ")",
                () -> "attr(" + choice.of("'name'", "'upper'", "'real'") + ")",
                () -> "tojson(" + choice.of("2", "indent=1") + ")",
                () -> "filesizeformat(" + choice.of("true", "binary=true") + ")",
                () -> "format(" + choice.several(0, 3, ", ", this::expression) + ")",
                () -> "urlize(" + choice.of("10", "target='_blank'", "20, true") + ")",
                () -> "xmlattr(false)",
                () -> "trim('" + choice.of("a", "x", " ") + "')");
    }

    private String mapping() {
        return choice.of(
                "'upper'",
                "attribute='name'",
                "attribute='x', default='-'",
                "'int'",
                "'default', 'z'",
                "attribute=0",
                "'nosuch'",
                "'replace', 'a', 'b'",
                "'length'",
                "attribute='city.zip'",
                "",
                "'round', 1");
    }

    private String filtered() {
        return operand() + " | " + filter() + (choice.percent(25) ? " | " + filter() : "");
    }

    private String tested() {
        String test = choice.from(
                () -> choice.of(
                        "defined",
                        "undefined",
                        "none",
                        "string",
                        "number",
                        "integer",
                        "float",
                        "boolean",
                        "true",
                        "false",
                        "mapping",
                        "sequence",
                        "iterable",
                        "callable",
                        "odd",
                        "even",
                        "lower",
                        "upper",
                        "escaped",
                        "filter",
                        "test",
                        "nosuchtest"),
                () -> choice.of("eq", "ne", "lt", "le", "gt", "ge", "sameas", "in", "equalto", "==")
                                .replace("==", "equalto")
                        + "(" + expression() + ")",
                () -> "divisibleby " + choice.of("2", "3", "0", "1.5", "'a'"),
                () -> "in " + choice.of("words", "[1, 2]", "'abc'", "table"));
        return operand() + choice.of(" is ", " is ", " is not ") + test;
    }

    private String method() {
        return choice.from(
                () -> text() + "."
                        + choice.of(
                                "upper()",
                                "lower()",
                                "title()",
                                "capitalize()",
                                "swapcase()",
                                "strip()",
                                "lstrip()",
                                "rstrip('x')",
                                "split()",
                                "split(',')",
                                "split('a', 1)",
                                "rsplit(none, 1)",
                                "splitlines()",
                                "splitlines(true)",
                                "startswith('a')",
                                "endswith(('b', 'x'))",
                                "find('b')",
                                "rfind('o')",
                                "index('zz')",
                                "count('o')",
                                "replace('a', 'b')",
                                "replace('o', '', 1)",
                                "join(words)",
                                "join(numbers)",
                                "isdigit()",
                                "isalpha()",
                                "isupper()",
                                "isspace()",
                                "isalnum()",
                                "zfill(5)",
                                "center(9, '*')",
                                "ljust(7)",
                                "rjust(7, '.')",
                                "partition('b')",
                                "rpartition(' ')",
                                "format(1, 2)",
                                "format(word)",
                                "expandtabs(4)",
                                "casefold()",
                                "encode()",
                                "removeprefix('a')",
                                "removesuffix('d')",
                                "isidentifier()",
                                "nosuch()",
                                "istitle()",
                                "format(a=1)",
                                "format(*words)",
                                "title"),
                () -> choice.of("words", "numbers", "mixed", "[1, 2, 1]", "('a', 'b')") + "."
                        + choice.of(
                                "index(1)",
                                "count(1)",
                                "index('Bo')",
                                "append(1)",
                                "pop()",
                                "nosuch()",
                                "copy()",
                                "reverse()",
                                "sort()",
                                "insert(0, 'z')",
                                "extend([1])",
                                "remove(1)"),
                () -> choice.of("table", "nested", "{'a': 1, 'b': 2}") + "."
                        + choice.of(
                                "keys()",
                                "values()",
                                "items()",
                                "get('a')",
                                "get('zz', 5)",
                                "get()",
                                "items() | list",
                                "keys() | list",
                                "copy()",
                                "pop('a')",
                                "pop('zz')",
                                "update(a=2)",
                                "setdefault('q', 1)",
                                "nosuch()",
                                "popitem()",
                                "update({'z': 1})"),
                () -> choice.of("a", "ratio", "yes", "zero") + "."
                        + choice.of("bit_length()", "is_integer()", "real", "as_integer_ratio()", "conjugate()"));
    }

    private String text() {
        return choice.of("word", "text", "html", "'abc def'", "''", "('%s' % a)", "'{}{}'", "'{a} {0!r:>4}'", "'a\tb'");
    }

    private String call() {
        return choice.from(
                () -> "range(" + choice.of("3", "1, 4", "5, 0, -2", "0", "1, 2, 0", "'a'", "1.5") + ") | list",
                () -> "range(5)" + choice.of("[1]", "[::2]", "[9]", " | sum", " | length"),
                () -> "dict(" + choice.of("", "a=1", "[('a', 1)]", "table, z=2", "pairs", "numbers") + ")",
                () -> "namespace(x=" + expression() + ").x",
                () -> "joiner('|')()",
                () -> "cycler(" + choice.of("1, 2", "'a'", "") + ")" + choice.of(".next()", ".current", ".x"),
                () -> name() + "(" + choice.several(0, 2, ", ", this::expression) + ")",
                () -> "'" + choice.of("%d", "%5.1f", "%x", "%r", "%-4s|", "%%", "%05d", "%e", "%(a)s", "%c", "%+d")
                        + "' % " + choice.of("a", "ratio", "word", "(a,)", "table", "(a, b)"),
                () -> "\""
                        + choice.of(
                                "{}",
                                "{0:>5}",
                                "{:05.2f}",
                                "{!r}",
                                "{0[0]}",
                                "{:,}",
                                "{:x}",
                                "{a}",
                                "{:^7}",
                                "{:%}",
                                "{:+d}",
                                "{:e}")
                        + "\".format(" + choice.of("a", "ratio", "word", "words", "a=a", "b") + ")");
    }
}
