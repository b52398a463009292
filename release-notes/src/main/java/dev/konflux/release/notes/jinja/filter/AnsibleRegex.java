package dev.konflux.release.notes.jinja.filter;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.regex.Flags;
import dev.konflux.release.notes.jinja.regex.Match;
import dev.konflux.release.notes.jinja.regex.Regex;
import dev.konflux.release.notes.jinja.value.Args;
import dev.konflux.release.notes.jinja.value.FilterFunction;
import dev.konflux.release.notes.jinja.value.Interpreter;
import dev.konflux.release.notes.jinja.value.None;
import dev.konflux.release.notes.jinja.value.Numbers;
import dev.konflux.release.notes.jinja.value.PyList;
import dev.konflux.release.notes.jinja.value.PyTuple;
import dev.konflux.release.notes.jinja.value.Signature;
import dev.konflux.release.notes.jinja.value.Strings;
import dev.konflux.release.notes.jinja.value.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ansible's filters with regular expressions. */
final class AnsibleRegex {

    private static final Signature REPLACE =
            Signature.of("regex_replace(value | pattern=, replacement=, ignorecase=, multiline=, count=)");
    private static final Signature FIND = Signature.of("regex_findall(value | regex, multiline=, ignorecase=)");
    private static final String SPECIAL = "()[]{}?*+-|^$\\.&~# \t\n\r\u000b\f";

    private AnsibleRegex() {}

    static void register(Map<String, FilterFunction> filters) {
        filters.put("regex_replace", AnsibleRegex::replace);
        filters.put("regex_findall", AnsibleRegex::findAll);
        filters.put("regex_search", AnsibleRegex::search);
        filters.put("regex_escape", (runtime, value, args) -> escaped(runtime.text(value)));
    }

    private static Object replace(Interpreter runtime, Object value, Args args) {
        Signature.Bound bound = REPLACE.bind(args);
        String text = runtime.text(value);
        Regex regex = Regex.compile(bound.text(0, ""), Flags.of(bound.flag(2, false), bound.flag(3, false)));
        Replacement replacement = Replacement.of(bound.text(1, ""), regex);
        long left = Math.max(0, bound.integer(4, 0));
        boolean all = left == 0;
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (Match match : regex.findAll(text, runtime.budget()::step)) {
            if (!all && left-- == 0) {
                break;
            }
            out.append(Strings.slice(text, at, match.start()));
            replacement.write(match, out);
            at = match.end();
            runtime.budget().text(out.length());
        }
        return out.append(Strings.slice(text, at, Strings.length(text))).toString();
    }

    private static Object findAll(Interpreter runtime, Object value, Args args) {
        Signature.Bound bound = FIND.bind(args);
        Regex regex = Regex.compile(bound.text(0, ""), Flags.of(bound.flag(2, false), bound.flag(1, false)));
        List<Object> found = new ArrayList<>();
        for (Match match : regex.findAll(runtime.text(value), runtime.budget()::step)) {
            found.add(groups(match));
        }
        return new PyList(found);
    }

    private static Object groups(Match match) {
        int count = match.groupCount();
        if (count <= 1) {
            return textOr(match.group(count), "");
        }
        List<Object> groups = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            groups.add(textOr(match.group(i), ""));
        }
        return new PyTuple(groups);
    }

    private static Object textOr(@Nullable String text, Object fallback) {
        return text == null ? fallback : text;
    }

    private static Object search(Interpreter runtime, Object value, Args args) {
        if (args.count() == 0) {
            throw Fault.type("regex_search() missing 1 required positional argument: 'regex'");
        }
        boolean multiline = Truth.of(args.keywords().getOrDefault("multiline", false));
        boolean ignoreCase = Truth.of(args.keywords().getOrDefault("ignorecase", false));
        List<Object> wanted = new ArrayList<>();
        for (Object reference : args.from(1)) {
            wanted.add(reference(runtime.text(reference)));
        }
        Regex regex = Regex.compile(runtime.text(args.at(0)), Flags.of(ignoreCase, multiline));
        Match match = regex.search(runtime.text(value), runtime.budget()::step);
        if (match == null) {
            return None.NONE;
        }
        if (wanted.isEmpty()) {
            return textOr(match.group(0), None.NONE);
        }
        List<Object> groups = new ArrayList<>();
        for (Object group : wanted) {
            String text = group instanceof Integer number ? match.group(number) : match.group(group.toString());
            groups.add(textOr(text, None.NONE));
        }
        return new PyList(groups);
    }

    /** The name or the number of a group. */
    private static Object reference(String text) {
        if (text.startsWith("\\g<") && text.endsWith(">")) {
            return text.substring(3, text.length() - 1);
        }
        if (text.startsWith("\\")) {
            return Numbers.index(NumberParser.integer(text.substring(1), 10L));
        }
        throw Fault.argument("Unknown argument");
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(SPECIAL.indexOf(c) >= 0 ? "\\" : "").append(c);
        }
        return out.toString();
    }
}
