package dev.konflux.release.notes.jinja.filter;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import dev.konflux.release.notes.jinja.value.Args;
import dev.konflux.release.notes.jinja.value.Arithmetic;
import dev.konflux.release.notes.jinja.value.Compare;
import dev.konflux.release.notes.jinja.value.FilterFunction;
import dev.konflux.release.notes.jinja.value.HtmlText;
import dev.konflux.release.notes.jinja.value.Interpreter;
import dev.konflux.release.notes.jinja.value.Iteration;
import dev.konflux.release.notes.jinja.value.Markup;
import dev.konflux.release.notes.jinja.value.None;
import dev.konflux.release.notes.jinja.value.Numbers;
import dev.konflux.release.notes.jinja.value.PercentFormat;
import dev.konflux.release.notes.jinja.value.PyList;
import dev.konflux.release.notes.jinja.value.PyTuple;
import dev.konflux.release.notes.jinja.value.Signature;
import dev.konflux.release.notes.jinja.value.Slicing;
import dev.konflux.release.notes.jinja.value.StringCase;
import dev.konflux.release.notes.jinja.value.StringMethods;
import dev.konflux.release.notes.jinja.value.StringPadding;
import dev.konflux.release.notes.jinja.value.StringParts;
import dev.konflux.release.notes.jinja.value.StringSearch;
import dev.konflux.release.notes.jinja.value.Strings;
import dev.konflux.release.notes.jinja.value.Types;
import dev.konflux.release.notes.jinja.value.Undefined;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Filters over one text. */
final class TextFilters {

    private static final Signature CENTER = Signature.of("do_center(value | width=)");
    private static final Signature TRIM = Signature.of("do_trim(value | chars=)");
    private static final Signature INDENT = Signature.of("do_indent(s | width=, first=, blank=)");
    private static final Signature TRUNCATE = Signature.of("do_truncate(env, s | length=, killwords=, end=, leeway=)");
    private static final Signature REPLACE = Signature.of("do_replace(eval_ctx, s | old, new, count=)");
    private static final Signature WRAP =
            Signature.of("do_wordwrap(environment, s | width=, break_long_words=, wrapstring=, break_on_hyphens=)");
    private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern TITLE = Pattern.compile("[^-\\s({\\[<]+", Pattern.UNICODE_CHARACTER_CLASS);

    private TextFilters() {}

    /** Adds them; lines are wrapped with a newline of the environment. */
    static void register(Map<String, FilterFunction> filters, String newline) {
        change(filters, "upper", text -> text.toUpperCase(Locale.ROOT));
        change(filters, "lower", text -> text.toLowerCase(Locale.ROOT));
        change(filters, "capitalize", StringCase::capitalize);
        filters.put("title", Signature.of("do_title(s |)").guard((runtime, value, args) -> title(runtime.text(value))));
        filters.put("center", TextFilters::center);
        filters.put("trim", TextFilters::trim);
        filters.put("indent", TextFilters::indent);
        filters.put("truncate", TextFilters::truncate);
        filters.put("wordwrap", (runtime, value, args) -> wordwrap(runtime, value, args, newline));
        filters.put(
                "wordcount",
                Signature.of("do_wordcount(s |)")
                        .guard((runtime, value, args) ->
                                WORD.matcher(runtime.text(value)).results().count()));
        filters.put("replace", TextFilters::replace);
        filters.put("format", Signature.of("do_format(value | *args, **kwargs)").guard(TextFilters::format));
        filters.put("string", Signature.of("soft_str(s |)").guard((runtime, value, args) -> runtime.soft(value)));
        filters.put(
                "striptags",
                Signature.of("do_striptags(value |)")
                        .guard((runtime, value, args) -> HtmlText.stripTags(runtime.text(value))));
    }

    private static void change(Map<String, FilterFunction> filters, String name, UnaryOperator<String> change) {
        FilterFunction filter = (runtime, value, args) -> {
            CharSequence text = runtime.soft(value);
            return Strings.like(text, change.apply(text.toString()));
        };
        filters.put(name, Signature.of("do_" + name + "(s |)").guard(filter));
    }

    private static String title(String text) {
        StringBuilder out = new StringBuilder();
        Matcher words = TITLE.matcher(text);
        int at = 0;
        while (words.find()) {
            out.append(text, at, words.start());
            String word = words.group();
            int first = word.offsetByCodePoints(0, 1);
            out.append(word.substring(0, first).toUpperCase(Locale.ROOT))
                    .append(word.substring(first).toLowerCase(Locale.ROOT));
            at = words.end();
        }
        return out.append(text, at, text.length()).toString();
    }

    private static Object center(Interpreter runtime, Object value, Args args) {
        CharSequence text = runtime.soft(value);
        int width = CENTER.bind(args).integer(0, 80);
        return Strings.like(text, StringPadding.center(text.toString(), width, " ", runtime));
    }

    private static Object trim(Interpreter runtime, Object value, Args args) {
        Signature.Bound bound = TRIM.bind(args);
        CharSequence text = runtime.soft(value);
        if (bound.has(0) && !Strings.is(bound.get(0))) {
            throw Fault.type("strip arg must be None or str");
        }
        String stripped = bound.has(0)
                ? StringSearch.strip(text.toString(), bound.text(0, ""), true, true)
                : Strings.strip(text.toString());
        return Strings.like(text, stripped);
    }

    private static Object indent(Interpreter runtime, Object value, Args args) {
        Signature.Bound bound = INDENT.bind(args);
        Object width = bound.get(0, 4L);
        boolean safe = value instanceof Markup;
        String plain = Strings.of(Strings.is(width) ? width : Arithmetic.multiply(" ", width, runtime));
        String indention = safe && !(width instanceof Markup) ? Markup.escape(plain) : plain;
        if (!Strings.is(value)) {
            throw cannotIndent(value);
        }
        List<String> lines = StringParts.lines(runtime.text(value) + "\n", false);
        StringBuilder out = new StringBuilder(bound.flag(1, false) ? indention : "");
        boolean blank = bound.flag(2, false);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            out.append(i > 0 ? "\n" : "")
                    .append(i > 0 && (blank || !line.isEmpty()) ? indention : "")
                    .append(line);
            runtime.budget().grown(out.length());
        }
        runtime.budget().text(out.length());
        return Strings.like(value, out.toString());
    }

    private static Fault cannotIndent(Object value) {
        if (value instanceof Undefined undefined) {
            return undefined.fault();
        }
        String type = Types.name(value);
        if (value instanceof PyTuple) {
            return Fault.type("can only concatenate tuple (not \"str\") to tuple");
        }
        return value instanceof PyList
                ? new Fault(FaultKind.ATTRIBUTE, "'list' object has no attribute 'splitlines'")
                : Fault.type("unsupported operand type(s) for +=: '" + type + "' and 'str'");
    }

    private static Object truncate(Interpreter runtime, Object value, Args args) {
        Signature.Bound bound = TRUNCATE.bind(args);
        Object end = bound.get(2, "...");
        Object length = bound.get(0, 255L);
        Object leeway = bound.has(3) ? bound.get(3) : runtime.policy("truncate.leeway", 5L);
        Object endLength = (long) Iteration.length(end);
        requireAtLeast("length", length, endLength, runtime);
        requireAtLeast("leeway", leeway, 0L, runtime);
        Object valueLength = (long) Iteration.length(value);
        if (Compare.holds(valueLength, Arithmetic.add(length, leeway, runtime), Compare.Order.AT_MOST)) {
            return value;
        }
        Object start =
                Slicing.of(value, None.NONE, Arithmetic.subtract(length, endLength, runtime), None.NONE, runtime);
        if (!bound.flag(1, false)) {
            if (!Strings.is(start)) {
                throw new Fault(FaultKind.ATTRIBUTE, "'" + Types.name(start) + "' object has no attribute 'rsplit'");
            }
            String text = runtime.text(start);
            int blank = text.lastIndexOf(' ');
            start = Strings.like(start, blank < 0 ? text : text.substring(0, blank));
        }
        return Arithmetic.add(start, end, runtime);
    }

    private static void requireAtLeast(String name, Object value, Object least, Interpreter runtime) {
        if (!Compare.holds(value, least, Compare.Order.AT_LEAST)) {
            String message = "expected " + name + " >= " + runtime.text(least) + ", got " + runtime.text(value);
            throw new Fault(FaultKind.PYTHON_ASSERTION, message);
        }
    }

    private static Object wordwrap(Interpreter runtime, Object value, Args args, String newline) {
        Signature.Bound bound = WRAP.bind(args);
        CharSequence separator = textWith("join", bound.has(2) ? bound.get(2) : newline);
        CharSequence text = textWith("splitlines", value);
        List<Object> wrapped = new ArrayList<>();
        for (String line : StringParts.lines(text.toString(), false)) {
            TextWrap wrap = new TextWrap(width(bound.get(0, 79L)), bound.flag(1, true), bound.flag(3, true));
            PyList lines = new PyList(new ArrayList<>(wrap.wrap(line)));
            wrapped.add(StringMethods.join(separator, Args.of(lines), runtime));
        }
        return StringMethods.join(separator, Args.of(new PyList(wrapped)), runtime);
    }

    /** A width, which Python compares before it counts with it. */
    private static int width(Object value) {
        Compare.holds(value, 0L, Compare.Order.AT_MOST);
        return Numbers.index(value);
    }

    /** A text, because a method is called that only texts have. */
    private static CharSequence textWith(String method, Object value) {
        if (value instanceof Undefined undefined) {
            throw undefined.fault();
        }
        if (value instanceof CharSequence text) {
            return text;
        }
        throw new Fault(FaultKind.ATTRIBUTE, "'" + Types.name(value) + "' object has no attribute '" + method + "'");
    }

    private static Object replace(Interpreter runtime, Object value, Args args) {
        Signature.Bound bound = REPLACE.bind(args);
        Object old = bound.get(0);
        Object replacement = bound.get(1);
        int most = bound.has(2) ? bound.integer(2, -1) : -1;
        if (!runtime.autoescape()) {
            return StringSearch.replace(
                    runtime.text(value), runtime.text(old), runtime.text(replacement), most, runtime);
        }
        boolean escape = old instanceof Markup || (replacement instanceof Markup && !(value instanceof Markup));
        CharSequence text = escape ? runtime.escaped(value) : runtime.soft(value);
        boolean safe = text instanceof Markup;
        // Markup escapes what is put in, not what is looked for.
        String from = runtime.text(old);
        String to = safe ? runtime.escaped(runtime.soft(replacement)).text() : runtime.text(replacement);
        return Strings.like(text, StringSearch.replace(text.toString(), from, to, most, runtime));
    }

    private static Object format(Interpreter runtime, Object value, Args args) {
        if (args.count() > 0 && !args.keywords().isEmpty()) {
            throw Fault.argument("can't handle positional and keyword arguments at the same time");
        }
        Object values = args.keywords().isEmpty() ? new PyTuple(args.positional()) : args.keywordDict();
        return PercentFormat.format(runtime.soft(value), values, runtime);
    }
}
