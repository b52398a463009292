package dev.konflux.release.notes.jinja.filter;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.value.Args;
import dev.konflux.release.notes.jinja.value.FilterFunction;
import dev.konflux.release.notes.jinja.value.Interpreter;
import dev.konflux.release.notes.jinja.value.Iteration;
import dev.konflux.release.notes.jinja.value.Markup;
import dev.konflux.release.notes.jinja.value.None;
import dev.konflux.release.notes.jinja.value.Printer;
import dev.konflux.release.notes.jinja.value.PyDict;
import dev.konflux.release.notes.jinja.value.PyTuple;
import dev.konflux.release.notes.jinja.value.Signature;
import dev.konflux.release.notes.jinja.value.Strings;
import dev.konflux.release.notes.jinja.value.Types;
import dev.konflux.release.notes.jinja.value.Undefined;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** Filters about HTML and addresses. */
final class HtmlFilters {

    private static final Signature XML = Signature.of("do_xmlattr(eval_ctx, d | autospace=)");
    private static final Pattern BAD_KEY = Pattern.compile("[\\s/>=]");
    private static final String UNQUOTED = "_.-~";

    private HtmlFilters() {}

    static void register(Map<String, FilterFunction> filters) {
        FilterFunction escape = Signature.of("escape(s |)").guard((runtime, value, args) -> runtime.escaped(value));
        filters.put("e", escape);
        filters.put("escape", escape);
        filters.put(
                "forceescape",
                Signature.of("do_forceescape(value |)")
                        .guard((runtime, value, args) -> new Markup(Markup.escape(runtime.text(value)))));
        filters.put(
                "safe",
                Signature.of("do_mark_safe(value |)")
                        .guard((runtime, value, args) ->
                                value instanceof Markup ? value : new Markup(runtime.text(value))));
        filters.put("urlencode", Signature.of("do_urlencode(value |)").guard(HtmlFilters::urlencode));
        filters.put("urlize", Urlize::apply);
        filters.put("xmlattr", HtmlFilters::xmlattr);
    }

    private static Object urlencode(Interpreter runtime, Object value, Args args) {
        if (Strings.is(value) || Iteration.find(value) == null) {
            return quoted(value, "/");
        }
        List<Object> pairs = value instanceof PyDict dict ? dict.pairs() : Iteration.list(value, runtime);
        StringJoiner query = new StringJoiner("&");
        for (Object pair : pairs) {
            List<Object> parts = pair instanceof PyTuple tuple ? tuple.items() : Iteration.list(pair, runtime);
            if (parts.size() != 2) {
                throw Fault.value((parts.size() < 2
                                ? "not enough values to unpack (expected 2, got " + parts.size()
                                : "too many values to unpack (expected 2")
                        + ")");
            }
            query.add(quoted(parts.get(0), "").replace("%20", "+") + "="
                    + quoted(parts.get(1), "").replace("%20", "+"));
        }
        return query.toString();
    }

    private static String quoted(Object value, String alsoSafe) {
        StringBuilder out = new StringBuilder();
        for (byte b : Strings.of(value).getBytes(StandardCharsets.UTF_8)) {
            int c = b & 0xff;
            boolean plain =
                    c < 128 && (Character.isLetterOrDigit(c) || UNQUOTED.indexOf(c) >= 0 || alsoSafe.indexOf(c) >= 0);
            if (plain) {
                out.append((char) c);
            } else {
                out.append(String.format("%%%02X", c));
            }
        }
        return out.toString();
    }

    private static Object xmlattr(Interpreter runtime, Object value, Args args) {
        boolean space = XML.bind(args).flag(0, true);
        if (!(value instanceof PyDict dict)) {
            throw DictFilters.noItems(value);
        }
        StringJoiner attributes = new StringJoiner(" ", "", "");
        for (Object key : dict.keys()) {
            Object attribute = dict.get(key);
            if (attribute == null || attribute == None.NONE || attribute instanceof Undefined) {
                continue;
            }
            if (!Strings.is(key)) {
                throw Fault.type("expected string or bytes-like object, got '" + Types.name(key) + "'");
            }
            if (BAD_KEY.matcher(runtime.text(key)).find()) {
                throw Fault.value("Invalid character in attribute name: " + Printer.reprOf(key));
            }
            attributes.add(runtime.escaped(key).text() + "=\""
                    + runtime.escaped(attribute).text() + "\"");
        }
        String text = attributes.toString();
        String shown = space && !text.isEmpty() ? " " + text : text;
        return runtime.autoescape() ? new Markup(shown) : shown;
    }
}
