package dev.konflux.release.notes.jinja.filter;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import dev.konflux.release.notes.jinja.regex.Flags;
import dev.konflux.release.notes.jinja.regex.Match;
import dev.konflux.release.notes.jinja.regex.Regex;
import dev.konflux.release.notes.jinja.value.Args;
import dev.konflux.release.notes.jinja.value.Equality;
import dev.konflux.release.notes.jinja.value.FilterFunction;
import dev.konflux.release.notes.jinja.value.Interpreter;
import dev.konflux.release.notes.jinja.value.None;
import dev.konflux.release.notes.jinja.value.Numbers;
import dev.konflux.release.notes.jinja.value.PyList;
import dev.konflux.release.notes.jinja.value.PyTuple;
import dev.konflux.release.notes.jinja.value.Signature;
import dev.konflux.release.notes.jinja.value.Strings;
import dev.konflux.release.notes.jinja.value.Truth;
import dev.konflux.release.notes.jinja.value.Types;
import dev.konflux.release.notes.jinja.value.Undefined;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ansible's filters with regular expressions. */
final class AnsibleRegex {

    private static final Signature REPLACE = Signature.of("regex_replace(value | pattern=, replacement=, ignorecase=)");
    private static final Signature SEARCH = Signature.of("regex_search(value | regex, *args, **kwargs)");
    private static final Signature ESCAPE = Signature.of("regex_escape(string | re_type=)");
    private static final Signature FIND = Signature.of("regex_findall(value | regex, multiline=, ignorecase=)");
    private static final String SPECIAL_IN_BASIC = "].[^$*\\";
    private static final String SPECIAL = "()[]{}?*+-|^$\\.&~# \t\n\r\u000b\f";

    private AnsibleRegex() {}

    static void register(Map<String, FilterFunction> filters) {
        filters.put("regex_replace", AnsibleRegex::replace);
        filters.put("regex_findall", AnsibleRegex::findAll);
        filters.put("regex_search", AnsibleRegex::search);
        filters.put("regex_escape", AnsibleRegex::escape);
    }

    private static Object replace(Interpreter runtime, Object value, Args args) {
        Signature.Bound bound = REPLACE.bind(args);
        String text = runtime.text(value);
        Regex regex = Regex.compile(pattern(bound.get(0, "")), Flags.of(bound.flag(2, false), false));
        Equality.key(bound.get(1, "")); // Python keeps what it made of it.
        Replacement replacement = Replacement.of(bound.text(1, ""), regex);
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (Match match : regex.findAll(text, runtime.budget()::step)) {
            out.append(Strings.slice(text, at, match.start()));
            replacement.write(match, out);
            at = match.end();
            runtime.budget().grown(out.length());
        }
        out.append(Strings.slice(text, at, Strings.length(text)));
        runtime.budget().text(out.length());
        return out.toString();
    }

    private static Object findAll(Interpreter runtime, Object value, Args args) {
        Signature.Bound bound = FIND.bind(args);
        Regex regex = Regex.compile(pattern(bound.get(0, "")), Flags.of(bound.flag(2, false), bound.flag(1, false)));
        List<Object> found = new ArrayList<>();
        for (Match match : regex.findAll(subject(value), runtime.budget()::step)) {
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
        Signature.Bound bound = SEARCH.bind(args);
        boolean multiline = Truth.of(args.keywords().getOrDefault("multiline", false));
        boolean ignoreCase = Truth.of(args.keywords().getOrDefault("ignorecase", false));
        List<Object> wanted = new ArrayList<>();
        for (Object reference : args.from(1)) {
            wanted.add(reference(reference));
        }
        Regex regex = Regex.compile(pattern(bound.get(0)), Flags.of(ignoreCase, multiline));
        Match match = regex.search(subject(value), runtime.budget()::step);
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
    private static Object reference(Object value) {
        if (value instanceof Undefined undefined) {
            throw undefined.fault();
        }
        if (!Strings.is(value)) {
            throw new Fault(FaultKind.ATTRIBUTE, "'" + Types.name(value) + "' object has no attribute 'startswith'");
        }
        String text = value.toString();
        if (text.startsWith("\\g<") && text.endsWith(">")) {
            return text.substring(3, text.length() - 1);
        }
        if (text.startsWith("\\")) {
            return Numbers.index(NumberParser.integer(text.substring(1), 10L));
        }
        throw Fault.argument("Unknown argument");
    }

    /** A pattern as Python's {@code re} takes it: it looks for it among those compiled before, then wants a string. */
    private static String pattern(Object value) {
        Equality.key(value);
        if (!Strings.is(value)) {
            throw Fault.type("first argument must be string or compiled pattern");
        }
        return value.toString();
    }

    private static String subject(Object value) {
        if (!Strings.is(value)) {
            throw Fault.type("expected string or bytes-like object, got '" + Types.name(value) + "'");
        }
        return value.toString();
    }

    private static Object escape(Interpreter runtime, Object value, Args args) {
        Object type = ESCAPE.bind(args).get(0, "python");
        if (Equality.of(type, "posix_basic")) {
            return escaped(runtime.text(value), SPECIAL_IN_BASIC);
        }
        if (!Equality.of(type, "python")) {
            throw unknownType(runtime.text(type));
        }
        if (!Strings.is(value)) {
            throw Fault.type("decoding to str: need a bytes-like object, " + Types.name(value) + " found");
        }
        return escaped(value.toString(), SPECIAL);
    }

    private static String escaped(String text, String special) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(special.indexOf(c) >= 0 ? "\\" : "").append(c);
        }
        return out.toString();
    }

    private static Fault unknownType(String type) {
        String problem = type.equals("posix_extended")
                ? "Regex type (" + type + ") not yet implemented"
                : "Invalid regex type (" + type + ")";
        return new Fault(FaultKind.NOT_IMPLEMENTED, problem);
    }
}
