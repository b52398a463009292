package dev.konflux.release.conformance;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Writes random templates of Jinja2, the same ones for the same number. Most are valid; some are cut or garbled on purpose. */
final class TemplateGenerator {

    private static final int DEEPEST = 3;

    private final Choice choice;
    private final ExpressionGenerator expressions;
    private int depth;
    private int loops;
    private int names;

    private TemplateGenerator(long number) {
        // The stream of SplittableRandom is part of Java's specification.
        this.choice = new Choice(new SplittableRandom(number));
        this.expressions = new ExpressionGenerator(choice);
    }

    /** The template of a number with its options and the templates a loader knows. */
    static DataObject template(long number) {
        TemplateGenerator generator = new TemplateGenerator(number);
        DataObject templates = DataObject.builder()
                .put("part", generator.body(1, 2))
                .put(
                        "base",
                        "<{% block head %}H{% endblock %}|{% block main %}" + generator.body(1, 2) + "{% endblock %}>")
                .put(
                        "lib",
                        "{% macro bold(x, y='!') %}<b>{{ x }}{{ y }}</b>{% endmacro %}{% set v = "
                                + generator.expressions.expression() + " %}")
                .build();
        return DataObject.builder()
                .put("template", generator.whole())
                .put("templates", templates)
                .put("options", generator.options())
                .build();
    }

    private Data options() {
        DataObject.Builder options =
                DataObject.builder().put("extensions", DataArray.of(Data.of("do"), Data.of("loopcontrols")));
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
        return "{% extends 'base' %}" + statement() + "{% block main %}" + body(1, 2)
                + choice.of("", "{{ super() }}", "{{ self.head() }}") + "{% endblock %}" + choice.of("", "text");
    }

    private String garbled(String text) {
        if (text.length() < 3) {
            return text + "{%";
        }
        int at = choice.below(text.length() - 1);
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
        return text.substring(0, at) + insert + text.substring(at + choice.below(2));
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
        String target = pair ? "k, v" : "i";
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
                            "changed(1)",
                            "x"));
        }
        String body = body(1, 3);
        loops--;
        return tag(head) + body + (choice.percent(25) ? tag("else") + body(0, 1) : "") + tag("endfor");
    }

    private String assignment() {
        String name = "v" + names++ % 3;
        String text = tag("set " + (choice.percent(10) ? name + ", w" : name) + " = " + expressions.expression());
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
        String head =
                "with " + choice.several(0, 2, ", ", () -> choice.of("p", "q") + " = " + expressions.expression());
        expressions.know("p");
        return tag(head) + body(1, 2) + tag("endwith");
    }

    private String macro() {
        String parameters = choice.of("", "x", "x, y=1", "x=a, y=x", "x, y='d'", "caller=none");
        expressions.know("x");
        int outside = loops;
        loops = 0;
        String body = body(1, 2)
                + choice.of("", "", "{{ varargs }}", "{{ kwargs }}", "{{ caller() if caller }}", "{{ caller('z') }}");
        loops = outside;
        String call = "m(" + choice.of("", "1", "a, b", "x=1", "1, y=2, z=3", "1, 2, 3", "*words", "**table") + ")";
        return tag("macro m(" + parameters + ")") + body + tag("endmacro") + "{{ " + call
                + choice.of("", " | upper", ".x", " ~ ''") + " }}"
                + (choice.percent(10)
                        ? "{{ m." + choice.of("name", "arguments", "catch_kwargs", "caller") + " }}"
                        : "");
    }

    private String called() {
        String shout = "{% macro w(t='') %}[{{ caller(" + choice.of("", "1", "t") + ") }}]{% endmacro %}";
        return shout
                + tag("call" + choice.of("", "(u)", "(u=2)") + " w(" + choice.of("", "'t'") + ")")
                + body(1, 2)
                + choice.of("", "{{ u }}")
                + tag("endcall");
    }

    private String filtered() {
        return tag("filter " + expressions.filter()) + body(1, 2) + tag("endfilter");
    }

    private String raw() {
        return tag("raw") + choice.of("{{ x }}", " {% if %} ", "\n", "}}") + tag("endraw");
    }

    private String autoescape() {
        return tag("autoescape " + choice.of("true", "false", "yes", "zero")) + body(1, 2) + tag("endautoescape");
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
                                "missing",
                                "word")),
                () -> tag("import 'lib' as lib" + choice.of("", " with context")) + "{{ lib."
                        + choice.of("bold(a)", "v", "nosuch", "bold(html, y=1)") + " }}",
                () -> tag("from 'lib' import " + choice.of("bold", "bold as b2, v", "nosuch", "v with context")) + "{{ "
                        + choice.of("bold('<')", "v", "nosuch", "b2(1)") + " }}",
                () -> tag("block b" + names++ + choice.of("", " scoped", " required")) + body(0, 2) + tag("endblock"),
                () -> tag("do " + choice.of("words.append('z')", "table.update(q=1)", "1", "missing.x")),
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
