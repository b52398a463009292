package dev.konflux.release.notes.jinja.value;

import dev.konflux.release.notes.jinja.fault.Fault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** String methods that cut a string into parts. */
public final class StringParts {

    private static final Signature SPLIT = Signature.of("split(self | sep=, maxsplit=)");
    private static final Signature LINES = Signature.of("splitlines(self | keepends=)");

    private StringParts() {}

    static void register(Map<String, StringMethods.Method> methods) {
        methods.put("split", (self, args, runtime) -> split(self, args, false));
        methods.put("rsplit", (self, args, runtime) -> split(self, args, true));
        methods.put(
                "splitlines",
                (self, args, runtime) ->
                        listLike(self, lines(self.toString(), LINES.bind(args).integerFlag(0, false))));
        methods.put("partition", (self, args, runtime) -> partition(self, args, false));
        methods.put("rpartition", (self, args, runtime) -> partition(self, args, true));
    }

    private static PyList listLike(CharSequence model, List<String> parts) {
        List<Object> items = new ArrayList<>(parts.size());
        for (String part : parts) {
            items.add(Strings.like(model, part));
        }
        return new PyList(items);
    }

    private static Object split(CharSequence self, Args args, boolean fromRight) {
        Signature.Bound bound = SPLIT.bind(args);
        int most = bound.integer(1, -1);
        String text = self.toString();
        if (!bound.has(0)) {
            return listLike(self, fromRight ? wordsFromRight(text, most) : words(text, most));
        }
        if (!(bound.get(0) instanceof CharSequence)) {
            throw Fault.type("must be str or None, not " + Types.name(bound.get(0)));
        }
        String separator = bound.text(0, "");
        if (separator.isEmpty()) {
            throw Fault.value("empty separator");
        }
        return listLike(self, fromRight ? splitFromRight(text, separator, most) : split(text, separator, most));
    }

    /** The words between white space. */
    public static List<String> words(String text, int most) {
        List<String> words = new ArrayList<>();
        int at = skip(text, 0, true);
        while (at < text.length()) {
            if (most >= 0 && words.size() >= most) {
                words.add(Strings.stripEnd(text.substring(at)));
                return words;
            }
            int end = skip(text, at, false);
            words.add(text.substring(at, end));
            at = skip(text, end, true);
        }
        return words;
    }

    private static int skip(String text, int from, boolean space) {
        int at = from;
        while (at < text.length() && Strings.isSpace(text.charAt(at)) == space) {
            at++;
        }
        return at;
    }

    private static List<String> wordsFromRight(String text, int most) {
        String reversed = new StringBuilder(text).reverse().toString();
        List<String> words = new ArrayList<>();
        for (String word : words(reversed, most)) {
            words.add(new StringBuilder(word).reverse().toString());
        }
        Collections.reverse(words);
        return words;
    }

    private static List<String> split(String text, String separator, int most) {
        List<String> parts = new ArrayList<>();
        int at = 0;
        int next = text.indexOf(separator);
        while (next >= 0 && (most < 0 || parts.size() < most)) {
            parts.add(text.substring(at, next));
            at = next + separator.length();
            next = text.indexOf(separator, at);
        }
        parts.add(text.substring(at));
        return parts;
    }

    private static List<String> splitFromRight(String text, String separator, int most) {
        List<String> parts = new ArrayList<>();
        int end = text.length();
        int next = text.lastIndexOf(separator);
        while (next >= 0 && (most < 0 || parts.size() < most)) {
            parts.add(text.substring(next + separator.length(), end));
            end = next;
            next = end - separator.length() < 0 ? -1 : text.lastIndexOf(separator, end - separator.length());
        }
        parts.add(text.substring(0, end));
        Collections.reverse(parts);
        return parts;
    }

    /** The lines by all of Python's line ends. */
    public static List<String> lines(String text, boolean keepEnds) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (!isLineEnd(c)) {
                at++;
                continue;
            }
            int end = c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n' ? at + 2 : at + 1;
            lines.add(text.substring(start, keepEnds ? end : at));
            at = end;
            start = end;
        }
        if (start < text.length()) {
            lines.add(text.substring(start));
        }
        return lines;
    }

    private static boolean isLineEnd(char c) {
        return (c >= '\n' && c <= '\r') || (c >= 0x1c && c <= 0x1e) || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    private static Object partition(CharSequence self, Args args, boolean last) {
        if (args.count() != 1) {
            throw Fault.type(
                    "str." + (last ? "r" : "") + "partition() takes exactly one argument (" + args.count() + " given)");
        }
        String separator = StringMethods.argument(args.at(0), "must be str, not ");
        String text = self.toString();
        int at = last ? text.lastIndexOf(separator) : text.indexOf(separator);
        if (separator.isEmpty()) {
            throw Fault.value("empty separator");
        }
        if (at < 0) {
            return last ? tuple(self, "", "", text) : tuple(self, text, "", "");
        }
        return tuple(self, text.substring(0, at), separator, text.substring(at + separator.length()));
    }

    private static PyTuple tuple(CharSequence model, String a, String b, String c) {
        return PyTuple.of(Strings.like(model, a), Strings.like(model, b), Strings.like(model, c));
    }
}
