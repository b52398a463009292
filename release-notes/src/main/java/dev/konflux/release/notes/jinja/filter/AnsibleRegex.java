package dev.konflux.release.notes.jinja.filter;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
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

/** Ansible's filters with regular expressions, on an engine whose time grows with the text only. */
final class AnsibleRegex {

    private static final Signature REPLACE =
            Signature.of("regex_replace(value | pattern=, replacement=, ignorecase=, multiline=)");
    private static final Signature FIND = Signature.of("regex_findall(value | regex, multiline=, ignorecase=)");
    private static final String SPECIAL = "()[]{}?*+-|^$\\.&~# \t\n\r\u000b\f";

    private AnsibleRegex() {}

    static void register(Map<String, FilterFunction> filters) {
        filters.put("regex_replace", AnsibleRegex::replace);
        filters.put("regex_findall", AnsibleRegex::findAll);
        filters.put("regex_search", AnsibleRegex::search);
        filters.put("regex_escape", (runtime, value, args) -> escaped(Strings.of(value)));
    }

    private static Pattern compile(String regex, boolean multiline, boolean ignoreCase) {
        int flags = (multiline ? Pattern.MULTILINE : 0) | (ignoreCase ? Pattern.CASE_INSENSITIVE : 0);
        try {
            return Pattern.compile(regex, flags);
        } catch (PatternSyntaxException e) {
            throw new Fault(FaultKind.REGEX, String.valueOf(e.getMessage()));
        }
    }

    private static Object replace(Interpreter runtime, Object value, Args args) {
        Signature.Bound bound = REPLACE.bind(args);
        Matcher matcher =
                compile(bound.text(0, ""), false, bound.flag(2, false)).matcher(Strings.of(value));
        String text = Strings.of(value);
        String replacement = bound.text(1, "");
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (matcher.find()) {
            runtime.budget().step();
            out.append(text, at, matcher.start());
            expand(replacement, matcher, out);
            at = matcher.end();
            runtime.budget().text(out.length());
        }
        return out.append(text, at, text.length()).toString();
    }

    private static void expand(String replacement, Matcher matcher, StringBuilder out) {
        for (int i = 0; i < replacement.length(); i++) {
            char c = replacement.charAt(i);
            if (c != '\\' || i + 1 >= replacement.length()) {
                out.append(c);
                continue;
            }
            char next = replacement.charAt(++i);
            if (next >= '0' && next <= '9') {
                int group = next - '0';
                boolean two = i + 1 < replacement.length() && Character.isDigit(replacement.charAt(i + 1));
                group = two ? group * 10 + replacement.charAt(++i) - '0' : group;
                out.append(group(matcher, String.valueOf(group)));
            } else if (next == 'g' && replacement.indexOf('>', i) > 0) {
                int end = replacement.indexOf('>', i);
                out.append(group(matcher, replacement.substring(i + 2, end)));
                i = end;
            } else {
                out.append(next == 'n' ? "\n" : next == 't' ? "\t" : next == '\\' ? "\\" : "\\" + next);
            }
        }
    }

    private static String group(Matcher matcher, String name) {
        try {
            boolean number =
                    !name.isEmpty() && name.length() < 4 && name.chars().allMatch(Character::isDigit);
            String text = number ? matcher.group(Integer.parseInt(name)) : matcher.group(name);
            return text == null ? "" : text;
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new Fault(FaultKind.REGEX, "invalid group reference " + name);
        }
    }

    private static Object findAll(Interpreter runtime, Object value, Args args) {
        Signature.Bound bound = FIND.bind(args);
        Matcher matcher = compile(bound.text(0, ""), bound.flag(1, false), bound.flag(2, false))
                .matcher(Strings.of(value));
        List<Object> found = new ArrayList<>();
        while (matcher.find()) {
            runtime.budget().step();
            found.add(match(matcher));
        }
        return new PyList(found);
    }

    private static Object match(Matcher matcher) {
        if (matcher.groupCount() <= 1) {
            return group(matcher, String.valueOf(matcher.groupCount()));
        }
        List<Object> groups = new ArrayList<>();
        for (int i = 1; i <= matcher.groupCount(); i++) {
            groups.add(group(matcher, String.valueOf(i)));
        }
        return new PyTuple(groups);
    }

    private static Object search(Interpreter runtime, Object value, Args args) {
        if (args.count() == 0) {
            throw Fault.type("regex_search() missing 1 required positional argument: 'regex'");
        }
        boolean multiline = Truth.of(args.keywords().getOrDefault("multiline", false));
        boolean ignoreCase = Truth.of(args.keywords().getOrDefault("ignorecase", false));
        List<String> wanted = new ArrayList<>();
        for (Object reference : args.from(1)) {
            wanted.add(reference(Strings.of(reference)));
        }
        Matcher matcher = compile(Strings.of(args.at(0)), multiline, ignoreCase).matcher(Strings.of(value));
        if (!matcher.find()) {
            return None.NONE;
        }
        if (wanted.isEmpty()) {
            return matcher.group();
        }
        List<Object> groups = new ArrayList<>();
        wanted.forEach(name -> groups.add(group(matcher, name)));
        return new PyList(groups);
    }

    private static String reference(String text) {
        if (text.startsWith("\\g<") && text.endsWith(">")) {
            return text.substring(3, text.length() - 1);
        }
        if (text.startsWith("\\")) {
            return Strings.of(Numbers.index(NumberParser.integer(text.substring(1), 10L)) + 0L);
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
