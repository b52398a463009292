package dev.konflux.release.notes;

import java.util.ArrayList;
import java.util.List;

/** Templates that try to use up time or memory. */
final class HostileTemplates {

    private HostileTemplates() {}

    /** All of them, in an order that stays. */
    static List<String> all() {
        List<String> attacks = new ArrayList<>();
        loops(attacks);
        widths(attacks);
        numbers(attacks);
        recursion(attacks);
        growth(attacks);
        depth(attacks);
        sharing(attacks);
        patterns(attacks);
        constants(attacks);
        return List.copyOf(attacks);
    }

    private static void loops(List<String> attacks) {
        String body =
                "{% for a in range(99999) %}{% for b in range(99999) %}{% for c in range(99999) %}X{% endfor %}{% endfor %}{% endfor %}";
        for (String inner : List.of(
                "",
                "{{ a }}",
                "{{ b * c }}",
                "{% set x = a %}",
                "{{ loop.index }}",
                "{% if c %}{% endif %}",
                "{{ [a, b, c] }}")) {
            attacks.add(body.replace("X", inner));
        }
        for (String consumer : List.of(
                "list",
                "sum",
                "join",
                "sort",
                "max",
                "min",
                "unique | list",
                "map('string') | list",
                "select | list",
                "reject | list",
                "batch(3) | list",
                "slice(3) | list",
                "groupby('x')",
                "reverse | list",
                "last",
                "tojson",
                "map('abs') | sum",
                "join(',') | length")) {
            attacks.add("{{ range(999999999) | " + consumer + " }}");
            attacks.add("{% for i in range(999999999) if i < 0 %}{{ i }}{% endfor %}{{ [1] | " + consumer + " }}");
        }
        attacks.add("{% for i in range(999999999) if false %}{% endfor %}");
        attacks.add("{{ 'x' in range(99999999) | map('string') }}");
        attacks.add("{% set l = [1] %}{% for i in l %}{% set _ = l.append(1) %}{% endfor %}");
        attacks.add("{% set l = [1] %}{% for i in l %}{% set _ = l.extend(l) %}{% endfor %}");
        attacks.add("{% for i in range(99999999) %}{% include 'missing' ignore missing %}{% endfor %}");
        attacks.add("{% macro m() %}{% endmacro %}{% for i in range(99999999) %}{{ m() }}{% endfor %}");
        attacks.add("{% set c = cycler(1) %}{% for i in range(99999999) %}{{ c.next() }}{% endfor %}");
    }

    private static void widths(List<String> attacks) {
        for (String width : List.of("1000000000", "99999999999999999999", "2 ** 31 - 1", "2 ** 40")) {
            for (String call : List.of(
                    "'x' | center(W)",
                    "'x'.center(W)",
                    "'x'.ljust(W)",
                    "'x'.rjust(W)",
                    "'x'.zfill(W)",
                    "'x' * (W)",
                    "[1] * (W)",
                    "(1,) * (W)",
                    "'a\\tb'.expandtabs(W)",
                    "'a\\nb' | indent(W)",
                    "'a\\nb' | indent(W, true)",
                    "[1] | batch(W, 0) | list",
                    "[1] | slice(W) | list",
                    "'%*d' % (W, 1)",
                    "'{:>{}}'.format(1, W)",
                    "'a'.replace('', 'x' * (W))")) {
                attacks.add("{{ " + call.replace("W", width) + " }}");
            }
        }
        for (String format : List.of(
                "'%0999999999d' | format(1)",
                "'%999999999s' | format(1)",
                "'%.999999999f' | format(1.5)",
                "'%.999999999d' % 1",
                "'{:999999999}'.format(1)",
                "'{:.999999999f}'.format(1.5)",
                "'{0:0999999999d}'.format(1)",
                "'%-999999999s|' % 'a'",
                "'{:^999999999}'.format('a')",
                "'%.999999999e' % 1.5",
                "'%.999999999g' % 1.5")) {
            attacks.add("{{ " + format + " }}");
        }
    }

    private static void numbers(List<String> attacks) {
        for (String power : List.of(
                "9 ** 9 ** 9",
                "2 ** 9999999999",
                "10 ** 10 ** 10",
                "(9 ** 9999) ** 9999",
                "(-3) ** 99999999",
                "7 ** 7 ** 7 ** 7")) {
            attacks.add("{{ " + power + " }}");
            attacks.add("{% set x = " + power + " %}{{ x > 1 }}");
            attacks.add("{{ (" + power + ") | string | length }}");
        }
        attacks.add("{% set ns = namespace(x=3) %}{% for i in range(99999) %}{% set ns.x = ns.x * ns.x %}{% endfor %}");
        attacks.add("{{ " + "9".repeat(100_000) + " }}");
        attacks.add("{{ '" + "9".repeat(1000) + "' * 99999 | int }}");
        attacks.add("{% set ns = namespace(x=1) %}{% for i in range(99999999) %}{% set ns.x = ns.x + 1 %}{% endfor %}");
    }

    private static void recursion(List<String> attacks) {
        attacks.add("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}");
        attacks.add("{% macro m(n) %}{{ m(n + 1) }}{{ m(n + 2) }}{% endmacro %}{{ m(0) }}");
        attacks.add("{% macro a() %}{{ b() }}{% endmacro %}{% macro b() %}{{ a() }}{% endmacro %}{{ a() }}");
        attacks.add(
                "{% macro m() %}{{ caller() }}{% endmacro %}{% macro n() %}{% call m() %}{{ n() }}{% endcall %}{% endmacro %}{{ n() }}");
        attacks.add("{% for i in [1] recursive %}{{ loop([1]) }}{% endfor %}");
        attacks.add("{% for i in [1, 2] recursive %}{{ loop([1, 2]) }}{% endfor %}");
        attacks.add("{% set l = [] %}{% set _ = l.append(l) %}{% for i in l recursive %}{{ loop(i) }}{% endfor %}");
        attacks.add("{% block b %}{{ self.b() }}{% endblock %}");
        attacks.add("{% set l = [] %}{% set _ = l.append(l) %}{{ l | tojson }}");
        attacks.add("{% set a = [] %}{% set b = [] %}{% set _ = a.append(b) %}{% set _ = b.append(a) %}{{ a == b }}");
        for (String name : List.of("itself", "ping", "child", "importer")) {
            attacks.add("{% include '" + name + "' %}");
            attacks.add("{% import '" + name + "' as x %}{{ x }}");
            attacks.add("{% extends '" + name + "' %}");
        }
    }

    private static void growth(List<String> attacks) {
        String rounds =
                "{% set ns = namespace(x=S) %}{% for i in range(64) %}{% set ns.x = G %}{% endfor %}{{ ns.x U }}";
        for (String grow : List.of(
                "ns.x ~ ns.x",
                "ns.x + ns.x",
                "ns.x * 2",
                "ns.x.replace('a', 'aa')",
                "'%s%s' % (ns.x, ns.x)",
                "'{0}{0}'.format(ns.x)",
                "ns.x | replace('a', 'aa')",
                "[ns.x, ns.x] | join",
                "ns.x.join(['', '', ''])",
                "(ns.x ~ ns.x) | upper")) {
            for (String use : List.of("", "| length", "| upper | length")) {
                attacks.add(rounds.replace("S", "'a'").replace("G", grow).replace("U", use));
            }
        }
        for (String use : List.of(
                "",
                "| tojson",
                "| string | length",
                "== [1]",
                "| pprint",
                "| list | string",
                "| join('-')",
                "| map('string') | list",
                "in [[1]]",
                "< ns.x")) {
            attacks.add(rounds.replace("S", "[1]").replace("G", "[ns.x, ns.x]").replace("U", use));
            attacks.add(rounds.replace("S", "{}")
                    .replace("G", "{'a': ns.x, 'b': ns.x}")
                    .replace("U", use.replace("< ns.x", "| string")));
        }
        attacks.add("{% set ns = namespace(x=[1]) %}{% for i in range(64) %}{% set ns.x = ns.x + ns.x %}{% endfor %}");
        attacks.add("{% set ns = namespace(x=[1]) %}{% for i in range(64) %}{% set ns.x = ns.x * 9 %}{% endfor %}");
        attacks.add("{% set x %}{% for i in range(99999999) %}aaaaaaaaaaaaaaaaaaaaaaaaaaa{% endfor %}{% endset %}");
        attacks.add(
                "{% filter upper %}{% for i in range(99999999) %}aaaaaaaaaaaaaaaaaaaaaaaaaaa{% endfor %}{% endfilter %}");
    }

    private static void depth(List<String> attacks) {
        for (int levels : List.of(5_000, 50_000)) {
            attacks.add("{{ " + "(".repeat(levels) + "1" + ")".repeat(levels) + " }}");
            attacks.add("{{ " + "[".repeat(levels) + "]".repeat(levels) + " }}");
            attacks.add("{{ " + "{1:".repeat(levels) + "1" + "}".repeat(levels) + " }}");
            attacks.add("{{ " + "-".repeat(levels) + "1 }}");
            attacks.add("{{ " + "not ".repeat(levels) + "1 }}");
            attacks.add("{% if 1 %}".repeat(levels) + "{% endif %}".repeat(levels));
            attacks.add("{% for x in y %}".repeat(levels) + "{% endfor %}".repeat(levels));
            attacks.add("{{ " + "1 if 1 else ".repeat(levels) + "1 }}");
            attacks.add("{{ " + "f(".repeat(levels) + ")".repeat(levels) + " }}");
            attacks.add("{{ a" + "[a".repeat(levels) + "]".repeat(levels) + " }}");
        }
    }

    private static void sharing(List<String> attacks) {
        String shared =
                "{% set ns = namespace(x=(1,)) %}{% for i in range(64) %}{% set ns.x = (ns.x, ns.x) %}{% endfor %}{{ U }}";
        for (String use : List.of(
                "{ns.x: 1} | length",
                "{}[ns.x]",
                "ns.x in {}",
                "[ns.x] | unique | list | length",
                "[(ns.x, 1), (ns.x, 0)] | sort | length",
                "dict([(ns.x, 1)]) | length",
                "ns.x | string",
                "ns.x | to_json",
                "ns.x | to_nice_yaml",
                "ns.x | flatten | length")) {
            attacks.add(shared.replace("U", use));
        }
    }

    private static void patterns(List<String> attacks) {
        for (String pattern : List.of(
                "(a+)+$",
                "(a|a)*b",
                "(a|aa)+$",
                "(.*)(.*)(.*)(.*)(.*)[^a]",
                "(?=(a+)+$)b",
                "(?<=a)(a|a)*b",
                "(a*)*\\\\1b",
                "(|)".repeat(60) + "b",
                "(?:(?:){999999999}){999999999}b",
                "((a{0,99999}){0,99999}){0,99999}b")) {
            attacks.add("{{ ('a' * 99 ~ 'c') | regex_search('" + pattern + "') }}");
            attacks.add("{{ ('a' * 99 ~ 'c') | regex_replace('" + pattern + "', 'x' * 9999) | length }}");
        }
        attacks.add("{{ 'a' | regex_findall('" + "(".repeat(20_000) + "') }}");
        attacks.add("{{ ('a' * 999999) | regex_replace('(a|b)*c', '') | length }}");
        attacks.add("{{ ('a' * 99999) | regex_replace('', 'x' * 999) | length }}");
    }

    /** Constants are worked out before anything runs; that has to end, too. */
    private static void constants(List<String> attacks) {
        attacks.add("{{ ('a' * 999999) * 999999 }}{{ 1 }}");
        attacks.add("{% if 0 %}{{ [1] * 99999999 }}{% endif %}small");
        attacks.add("{% if 0 %}" + "{{ 'a' * 999999 }}".repeat(2_000) + "{% endif %}small");
        attacks.add("{% if 0 %}{{ 1 and (" + "1 and (".repeat(500) + "x" + ")".repeat(500) + ") }}{% endif %}small");
        attacks.add("{% set x = " + "[".repeat(300) + "1" + "]".repeat(300) + "[y] %}{{ x }}");
    }
}
