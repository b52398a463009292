package dev.konflux.release.notes.jinja.filter;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import dev.konflux.release.notes.jinja.value.Args;
import dev.konflux.release.notes.jinja.value.Arithmetic;
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
import dev.konflux.release.notes.jinja.value.StringPadding;
import dev.konflux.release.notes.jinja.value.StringParts;
import dev.konflux.release.notes.jinja.value.StringSearch;
import dev.konflux.release.notes.jinja.value.Strings;
import dev.konflux.release.notes.jinja.value.Types;
import dev.konflux.release.notes.jinja.value.Undefined;
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

    static void register(Map<String, FilterFunction> filters) {
        change(filters, "upper", text -> text.toUpperCase(Locale.ROOT));
        change(filters, "lower", text -> text.toLowerCase(Locale.ROOT));
        change(filters, "capitalize", StringCase::capitalize);
        filters.put("title", Signature.of("do_title(s |)").guard((runtime, value, args) -> title(runtime.text(value))));
        filters.put("center", TextFilters::center);
        filters.put("trim", TextFilters::trim);
        filters.put("indent", TextFilters::indent);
        filters.put("truncate", TextFilters::truncate);
        filters.put("wordwrap", TextFilters::wordwrap);
        filters.put(
                "wordcount",
                Signature.of("do_wordcount(s |)")
                        .guard((runtime, value, args) ->
                                WORD.matcher(runtime.text(value)).results().count()));
        filters.put("replace", TextFilters::replace);
        filters.put("format", TextFilters::format);
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
        String plain = Strings.is(width) ? width.toString() : spaces(Numbers.index(width), runtime);
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
            runtime.budget().text(out.length());
        }
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

    private static String spaces(int count, Interpreter runtime) {
        runtime.budget().text(Math.max(0, count));
        return " ".repeat(Math.max(0, count));
    }

    private static Object truncate(Interpreter runtime, Object value, Args args) {
        Signature.Bound bound = TRUNCATE.bind(args);
        Object end = bound.get(2, "...");
        int length = bound.integer(0, 255);
        Object leewayValue = bound.has(3) ? bound.get(3) : runtime.policy("truncate.leeway", 5L);
        int leeway = Numbers.index(leewayValue);
        int endLength = Iteration.length(end);
        require(length >= endLength, "expected length >= " + endLength + ", got " + length);
        require(leeway >= 0, "expected leeway >= 0, got " + leeway);
        if (Iteration.length(value) <= (long) length + leeway) {
            return value;
        }
        Object start = Slicing.of(value, None.NONE, (long) (length - endLength), None.NONE, runtime);
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

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new Fault(FaultKind.PYTHON_ASSERTION, message);
        }
    }

    private static Object wordwrap(Interpreter runtime, Object value, Args args) {
        Signature.Bound bound = WRAP.bind(args);
        if (value instanceof Undefined undefined) {
            throw undefined.fault();
        }
        if (!Strings.is(value)) {
            throw new Fault(FaultKind.ATTRIBUTE, "'" + Types.name(value) + "' object has no attribute 'splitlines'");
        }
        TextWrap wrap = new TextWrap(bound.integer(0, 79), bound.flag(1, true), bound.flag(3, true));
        String separator = bound.has(2) ? bound.text(2, "") : "\n";
        StringBuilder out = new StringBuilder();
        String between = "";
        for (String line : StringParts.lines(value.toString(), false)) {
            out.append(between).append(String.join(separator, wrap.wrap(line)));
            between = separator;
            runtime.budget().text(out.length());
        }
        return out.toString();
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
