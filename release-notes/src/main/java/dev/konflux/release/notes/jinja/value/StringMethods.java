package dev.konflux.release.notes.jinja.value;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The methods of strings. A method of a safe string gives a safe string and escapes what it is given. */
public final class StringMethods {

    /** What a method does with its string. */
    @FunctionalInterface
    interface Method {
        Object call(CharSequence self, Args args, Interpreter runtime);
    }

    private static final Map<String, Method> METHODS = methods();

    private static final Signature ENCODE = Signature.of("encode(self | encoding=, errors=)");
    private static final Set<String> ASCII_NAMES = Set.of("ascii", "us-ascii", "latin-1", "latin1", "iso-8859-1");

    private StringMethods() {}

    private static Map<String, Method> methods() {
        Map<String, Method> methods = new HashMap<>();
        StringCase.register(methods);
        StringSearch.register(methods);
        StringParts.register(methods);
        StringPadding.register(methods);
        methods.put("join", StringMethods::join);
        methods.put("format", (self, args, runtime) -> Strings.like(self, BraceFormat.format(self, args, runtime)));
        methods.put("format_map", StringMethods::formatMap);
        methods.put("translate", StringMethods::translate);
        methods.put("encode", (self, args, runtime) -> encode(self, args));
        return Map.copyOf(methods);
    }

    /** Only UTF-8 is known; of the others only what they write in the same way. */
    private static PyBytes encode(CharSequence self, Args args) {
        Signature.Bound bound = ENCODE.bind(args);
        Object encoding = bound.get(0, "utf-8");
        if (!Strings.is(encoding)) {
            throw Fault.type("encode() argument 'encoding' must be str, not " + Types.shown(encoding));
        }
        Object errors = bound.get(1, "strict");
        if (!Strings.is(errors)) {
            throw Fault.type("encode() argument 'errors' must be str, not " + Types.shown(errors));
        }
        String name = encoding.toString().toLowerCase(Locale.ROOT).replace('_', '-');
        boolean utf8 = name.equals("utf-8") || name.equals("utf8");
        boolean likeUtf8 = self.chars().allMatch(c -> c < 0x80) && ASCII_NAMES.contains(name);
        if (!utf8 && !likeUtf8) {
            throw new Fault(FaultKind.LOOKUP, "unknown encoding: " + encoding);
        }
        return new PyBytes(self.toString().getBytes(StandardCharsets.UTF_8));
    }

    static @Nullable Object find(CharSequence self, String name) {
        Method method = METHODS.get(name);
        if (method != null) {
            return PyFunction.method(name, self, (runtime, args) -> method.call(self, args, runtime));
        }
        if (self instanceof Markup markup) {
            return ofMarkup(markup, name);
        }
        return null;
    }

    private static @Nullable Object ofMarkup(Markup self, String name) {
        PyFunction.Body body = switch (name) {
            case "unescape" -> (runtime, args) -> HtmlText.unescape(self.text());
            case "striptags" -> (runtime, args) -> HtmlText.stripTags(self.text());
            case "escape" -> (runtime, args) -> runtime.escaped(args.at(0));
            case "__html__" -> (runtime, args) -> self;
            default -> null;
        };
        if (body == null) {
            return null;
        }
        Signature signature = Signature.of("Markup." + name + (name.equals("escape") ? "(cls | s)" : "(self |)"));
        return PyFunction.method(name, self, (runtime, args) -> {
            signature.bind(args);
            return body.call(runtime, args);
        });
    }

    /** The text of an argument that must be a string. */
    static String argument(Object value, String refusal) {
        if (!Strings.is(value)) {
            throw Fault.type(refusal + Types.shown(value));
        }
        return value.toString();
    }

    /** The text of an argument that becomes a part of the string: a safe string takes anything and escapes it. */
    static String part(CharSequence self, Object value, String refusal, Interpreter runtime) {
        return self instanceof Markup ? runtime.escaped(value).text() : argument(value, refusal);
    }

    /** Python's {@code separator.join(items)}. */
    public static Object join(CharSequence self, Args args, Interpreter runtime) {
        if (args.count() != 1) {
            throw Fault.type("str.join() takes exactly one argument (" + args.count() + " given)");
        }
        Iterator<Object> items = Iteration.find(args.at(0));
        if (items == null) {
            boolean safe = self instanceof Markup;
            throw Fault.type(
                    safe ? "'" + Types.name(args.at(0)) + "' object is not iterable" : "can only join an iterable");
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; items.hasNext(); i++) {
            Object item = items.next();
            runtime.budget().step();
            if (i > 0) {
                out.append(self);
            }
            if (self instanceof Markup) {
                out.append(runtime.escaped(item).text());
            } else if (item instanceof CharSequence text) {
                out.append(text);
            } else {
                throw Fault.type("sequence item " + i + ": expected str instance, " + Types.name(item) + " found");
            }
            runtime.budget().grown(out.length());
        }
        runtime.budget().text(out.length());
        return Strings.like(self, out.toString());
    }

    private static Object formatMap(CharSequence self, Args args, Interpreter runtime) {
        if (args.count() != 1 || !args.keywords().isEmpty()) {
            throw Fault.type("str.format_map() takes exactly one argument (" + args.count() + " given)");
        }
        return Strings.like(self, BraceFormat.format(self, Args.NONE, args.at(0), runtime));
    }

    private static Object translate(CharSequence self, Args args, Interpreter runtime) {
        StringBuilder out = new StringBuilder();
        self.toString().codePoints().forEach(c -> {
            Object mapped = translated(args.at(0), c, runtime);
            if (mapped == null) {
                out.appendCodePoint(c);
            } else if (Numbers.isInteger(mapped)) {
                out.appendCodePoint(codePoint(mapped));
            } else if (mapped != None.NONE) {
                out.append(argument(mapped, "character mapping must return integer, None or str, not "));
            }
        });
        runtime.budget().text(out.length());
        return Strings.like(self, out.toString());
    }

    /** What a table has for a character; null when it has nothing. */
    private static @Nullable Object translated(Object table, int c, Interpreter runtime) {
        try {
            return Subscript.of(table, (long) c, runtime);
        } catch (Fault fault) {
            if (fault.kind().isA(FaultKind.LOOKUP)) {
                return null;
            }
            throw fault;
        }
    }

    private static int codePoint(Object mapped) {
        int c = Numbers.clamped(mapped);
        if (!Character.isValidCodePoint(c)) {
            throw Fault.value("character mapping must be in range(0x110000)");
        }
        return c;
    }
}
