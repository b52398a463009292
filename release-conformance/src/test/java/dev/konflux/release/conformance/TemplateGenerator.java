package dev.konflux.release.conformance;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Writes random templates of Jinja2, the same ones for the same number. Most are valid; some are cut or garbled on purpose. */
final class TemplateGenerator {

    private static final int DEEPEST = 3;

    private final Choice choice;
    private final Delimiters delimiters;
    private final boolean ansible;
    private final ExpressionGenerator expressions;
    private int depth;
    private int loops;
    private int names;

    private TemplateGenerator(long number) {
        // The stream of SplittableRandom is part of Java's specification.
        this.choice = new Choice(new SplittableRandom(number));
        this.delimiters = Delimiters.any(choice);
        this.ansible = choice.percent(12);
        this.expressions = new ExpressionGenerator(choice, ansible);
    }

    /** The template of a number with its options and the templates a loader knows. */
    static DataObject template(long number) {
        TemplateGenerator generator = new TemplateGenerator(number);
        DataObject.Builder templates = DataObject.builder();
        generator.parts().forEach((name, source) -> templates.put(name, generator.delimiters.apply(source)));
        return DataObject.builder()
                .put("template", generator.delimiters.apply(generator.whole()))
                .put("templates", templates.build())
                .put("options", generator.options())
                .put("globals", DataObject.of("site", Data.of("S")))
                .build();
    }

    private Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("part", body(1, 2));
        parts.put("looped", "{{ loop.index }}{{ i }}{% set v0 = i %}" + body(0, 1));
        parts.put("base", "<{% block head %}H{% endblock %}|{% block main %}" + body(1, 2) + "{% endblock %}>");
        parts.put("middle", "{% extends 'base' %}{% block main %}M{{ super() }}" + body(0, 1) + "{% endblock %}");
        parts.put("strict", "{% block head required %}{% endblock %}{% block main scoped %}{% endblock %}");
        parts.put(
                "lib",
                "{% macro bold(x, y='!') %}<b>{{ x }}{{ y }}</b>{% endmacro %}{% macro _own() %}{% endmacro %}"
                        + "{% macro wrap() %}[{{ caller(1) }}]{% endmacro %}{% set v = " + expressions.expression()
                        + " %}{% set seen = word is defined %}");
        return parts;
    }

    private Data options() {
        List<Data> extensions = new ArrayList<>(List.of(Data.of("do"), Data.of("loopcontrols")));
        if (ansible) {
            extensions.add(Data.of("ansible_core_filters"));
        }
        DataObject.Builder options = DataObject.builder().put("extensions", DataArray.of(extensions));
        delimiters.options().forEach(options::put);
        if (choice.percent(15)) {
            options.put("sandboxed", choice.of("SandboxedEnvironment", "ImmutableSandboxedEnvironment"));
        }
        if (choice.percent(25)) {
            options.put("autoescape", true);
        }
        if (choice.percent(20)) {
            options.put("trim_blocks", true);
        }
        if (choice.percent(20)) {
            options.put("lstrip_blocks", true);
        }
        if (choice.percent(10)) {
            options.put("line_statement_prefix", "%%");
        }
        if (choice.percent(10)) {
            options.put("line_comment_prefix", "##");
        }
        if (choice.percent(5)) {
            options.put("keep_trailing_newline", true);
        }
        if (choice.percent(5)) {
            options.put("newline_sequence", "\r\n");
        }
        if (choice.percent(15)) {
            options.put("undefined", choice.of("ChainableUndefined", "DebugUndefined", "StrictUndefined"));
        }
        return options.build();
    }

    private String whole() {
        String text = choice.percent(12) ? child() : body(1, 4);
        return choice.percent(7) ? garbled(text) : text;
    }

    private String child() {
        return choice.of(
                        "{% extends 'base' %}",
                        "{% extends 'base' %}",
                        "{% extends 'middle' %}",
                        "{% extends 'strict' %}",
                        "{% if a %}{% extends 'base' %}{% endif %}",
                        "{% extends missing %}",
                        "{% extends 'none' %}",
                        "x{% extends 'base' %}{% extends 'middle' %}")
                + statement()
                + "{% block main" + choice.of("", " scoped", " required") + " %}" + body(1, 2)
                + choice.of(
                        "", "{{ super() }}", "{{ super.super() }}", "{{ self.head() }}", "{{ self }}", "{{ super }}")
                + "{% endblock" + choice.of("", " main", " head") + " %}"
                + choice.of("", "text", "{% block head %}{{ self.main() }}{% endblock %}", "{{ self.main() | upper }}");
    }

    private String garbled(String text) {
        if (text.length() < 3) {
            return text + "{%";
        }
        int at = text.offsetByCodePoints(0, choice.below(text.codePointCount(0, text.length())));
        String insert = choice.of(
                "",
                "",
                "{",
                "}",
                "%",
                "'",
                "(",
                ")",
                "|",
                ".",
                "{{",
                "%}",
                "{% endif %}",
                "{% else %}",
                "#",
                "@",
                "\\");
        return text.substring(0, at) + insert + text.substring(text.offsetByCodePoints(at, choice.below(2)));
    }

    private String body(int least, int most) {
        depth++;
        String text = choice.several(
                least, most, "", () -> choice.from(this::text, this::output, this::output, this::statement));
        depth--;
        return text;
    }

    private String text() {
        return choice.of(
                "x",
                " ",
                "\n",
                "a\n",
                "  \n  ",
                "<p>",
                "{ }",
                "1 % 2",
                "\t",
                "é\n",
                "{# c #}",
                "{#- c -#}",
                "# no",
                "\r\n",
                "\n%% set v1 = a\n",
                "\n  %% for i in words\nx{{ i }}\n  %% endfor\n",
                "\n%% if zero:\nx\n%% else\ny\n%% endif\n",
                "x## comment\n");
    }

    private String output() {
        return choice.of("{{ ", "{{", "{{- ", "{{+ ".replace("+", ""))
                + expressions.expression()
                + choice.of(" }}", " }}", "}}", " -}}");
    }

    private String tag(String inside) {
        return choice.of("{% ", "{% ", "{%- ", "{%+ ") + inside + choice.of(" %}", " %}", " -%}", " +%}");
    }

    private String statement() {
        if (depth > DEEPEST) {
            return output();
        }
        return choice.from(
                this::condition,
                this::condition,
                this::loop,
                this::loop,
                this::assignment,
                this::assignedBlock,
                this::with,
                this::macro,
                this::called,
                this::filtered,
                this::raw,
                this::autoescape,
                this::other,
                this::namespace,
                this::control);
    }

    private String condition() {
        return tag("if " + expressions.expression())
                + body(0, 2)
                + (choice.percent(25) ? tag("elif " + expressions.expression()) + body(0, 2) : "")
                + (choice.percent(40) ? tag("else") + body(0, 2) : "")
                + tag("endif");
    }

    private String loop() {
        boolean pair = choice.percent(20);
        String target = pair
                ? choice.of("k, v", "k, v", "k, (v, w)", "(k, v)")
                : choice.of("i", "i", "i", "i", "(i)", "ns.x", "loop");
        String items = pair
                ? choice.of("table.items()", "pairs", "table | items", "table | dictsort", "words", "[(1, 2)]")
                : choice.of(
                        "words",
                        "numbers",
                        "range(3)",
                        "people",
                        "word",
                        "mixed",
                        "nested",
                        "empty",
                        "missing",
                        expressions.expression());
        String head = "for " + target + " in " + items + (choice.percent(15) ? " if " + expressions.expression() : "")
                + (choice.percent(5) ? " recursive" : "");
        loops++;
        expressions.know(pair ? "k" : "i");
        if (choice.percent(60)) {
            expressions.know("loop."
                    + choice.of(
                            "index",
                            "index0",
                            "first",
                            "last",
                            "length",
                            "revindex",
                            "previtem",
                            "nextitem",
                            "depth",
                            "cycle('a', 'b')",
                            "revindex0",
                            "depth0",
                            "changed(1)",
                            "changed(i)",
                            "cycle()",
                            "x"));
        }
        String body = body(1, 3)
                + choice.of(
                        "",
                        "",
                        "",
                        "",
                        "",
                        "{{ loop }}",
                        "{{ loop(words) }}",
                        "{{ loop(i) if loop.depth < 3 }}",
                        "{{ loop.nosuch }}");
        loops--;
        return tag(head) + body + (choice.percent(25) ? tag("else") + body(0, 1) : "") + tag("endfor");
    }

    private String assignment() {
        String name = "v" + names++ % 3;
        String target = choice.percent(85)
                ? name
                : choice.of(name + ", w", "(" + name + ", w)", "ns.y", "(" + name + ")", "self", "none");
        String text = tag("set " + target + " = " + expressions.expression());
        expressions.know(name);
        return text;
    }

    private String assignedBlock() {
        String text =
                tag("set s" + (choice.percent(30) ? " | " + expressions.filter() : "")) + body(0, 2) + tag("endset");
        expressions.know("s");
        return text;
    }

    private String with() {
        String head = "with "
                + choice.several(
                        0,
                        2,
                        ", ",
                        () -> choice.of("p", "q", "(p, q)") + " = " + choice.from(expressions::expression, () -> "p"));
        expressions.know("p");
        return tag(head) + body(1, 2) + tag("endwith");
    }

    private String macro() {
        String parameters = choice.of(
                "",
                "x",
                "x, y=1",
                "x=a, y=x",
                "x, y='d'",
                "caller=none",
                "x, caller",
                "x=" + expressions.expression(),
                "x=1, y");
        expressions.know("x");
        int outside = loops;
        loops = 0;
        String body = body(1, 2)
                + choice.of(
                        "",
                        "",
                        "{{ varargs }}",
                        "{{ kwargs }}",
                        "{{ kwargs }}{{ varargs }}",
                        "{{ caller() if caller }}",
                        "{{ caller('z') }}");
        loops = outside;
        String call = "m("
                + choice.of(
                        "",
                        "1",
                        "a, b",
                        "x=1",
                        "1, y=2, z=3",
                        "1, 2, 3",
                        "*words",
                        "**table",
                        "*words, **{'y': 2}",
                        "caller=bold",
                        "q=1")
                + ")";
        return tag("macro m(" + parameters + ")") + body + tag("endmacro") + "{{ " + call
                + choice.of("", " | upper", ".x", " ~ ''") + " }}"
                + (choice.percent(10)
                        ? "{{ m."
                                + choice.of(
                                        "name",
                                        "arguments",
                                        "catch_kwargs",
                                        "catch_varargs",
                                        "caller",
                                        "x",
                                        "__class__")
                                + " }}"
                        : "");
    }

    private String called() {
        String shout =
                "{% macro w(t='') %}[{{ caller(" + choice.of("", "1", "t", "1, 2", "u=3") + ") }}]{% endmacro %}";
        String call = choice.of(
                "w()", "w('t')", "w(caller=1)", "cycler('a').next()", "word.upper()", "dict(a=1)", "missing()");
        return shout
                + tag("call" + choice.of("", "(u)", "(u=2)", "(u, *r)", "(u, u2=a)") + " "
                        + (choice.percent(75) ? "w()" : call))
                + body(1, 2)
                + choice.of("", "{{ u }}", "{{ caller }}", "{{ varargs }}")
                + tag("endcall");
    }

    private String filtered() {
        return tag("filter " + expressions.filter()) + body(1, 2) + tag("endfilter");
    }

    private String raw() {
        return tag("raw") + choice.of("{{ x }}", " {% if %} ", "\n", "}}") + tag("endraw");
    }

    private String autoescape() {
        return tag("autoescape " + choice.of("true", "false", "yes", "zero", "missing", "1 == 1"))
                + body(1, 2)
                + tag("endautoescape");
    }

    private String other() {
        return choice.from(
                () -> tag("include "
                        + choice.of(
                                "'part'",
                                "'none'",
                                "['none', 'part']",
                                "'none' ignore missing",
                                "'part' without context",
                                "'looped'",
                                "'looped' without context",
                                "'middle'",
                                "missing",
                                "missing ignore missing",
                                "[]",
                                "['none', 'nil'] ignore missing with context",
                                "a",
                                "word")),
                () -> tag("import 'lib' as lib" + choice.of("", " with context")) + "{{ lib."
                        + choice.of("bold(a)", "v", "nosuch", "bold(html, y=1)", "seen", "_own()", "__name__", "bold")
                        + " }}"
                        + choice.of(
                                "",
                                "",
                                "{{ lib }}",
                                "{% call lib.wrap() %}c{% endcall %}",
                                "{% call(n) lib.wrap() %}{{ n }}{% endcall %}"),
                () -> tag("import " + choice.of("missing", "'none'", "'base'", "word") + " as lib") + "{{ lib }}",
                () -> tag("from 'lib' import "
                                + choice.of(
                                        "bold",
                                        "bold as b2, v",
                                        "nosuch",
                                        "v with context",
                                        "seen",
                                        "seen with context",
                                        "_own",
                                        "bold,"))
                        + "{{ " + choice.of("bold('<')", "v", "nosuch", "b2(1)") + " }}",
                () -> {
                    String name = "b" + names++;
                    return tag("block " + name + choice.of("", " scoped", " required"))
                            + body(0, 2)
                            + tag("endblock")
                            + choice.of("", "", "{{ self." + name + "() }}", "{{ self." + name + " }}");
                },
                () -> tag("do "
                        + choice.of(
                                "words.append('z')", "table.update(q=1)", "1", "missing.x", expressions.expression())),
                () -> tag("print " + expressions.expression()),
                () -> tag("nosuchtag"));
    }

    private String namespace() {
        Supplier<String> set = () -> tag("set ns.x = " + choice.of("ns.x + 1", expressions.expression()));
        String text = tag("set ns = namespace(x=" + choice.of("0", "'a'", "none") + ")")
                + tag("for j in " + choice.of("numbers", "words", "[]")) + set.get() + tag("endfor") + "{{ ns.x }}";
        expressions.know("ns.x");
        return text;
    }

    private String control() {
        return loops == 0 && !choice.percent(5)
                ? output()
                : tag("if " + expressions.expression()) + tag(choice.of("break", "continue")) + tag("endif");
    }
}
