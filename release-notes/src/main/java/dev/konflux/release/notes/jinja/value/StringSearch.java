package dev.konflux.release.notes.jinja.value;

import dev.konflux.release.notes.jinja.fault.Fault;
import java.util.Map;

/** String methods that look for parts, and replace or remove them. */
public final class StringSearch {

    private static final Signature REPLACE = Signature.of("replace(self | old, new, count=)");

    private StringSearch() {}

    static void register(Map<String, StringMethods.Method> methods) {
        methods.put("find", (self, args, runtime) -> find(self, args, false, "find"));
        methods.put("rfind", (self, args, runtime) -> find(self, args, true, "rfind"));
        methods.put("index", (self, args, runtime) -> found(find(self, args, false, "index")));
        methods.put("rindex", (self, args, runtime) -> found(find(self, args, true, "rindex")));
        methods.put("count", StringSearch::count);
        methods.put("startswith", (self, args, runtime) -> edge(self, args, true));
        methods.put("endswith", (self, args, runtime) -> edge(self, args, false));
        methods.put("removeprefix", (self, args, runtime) -> remove(self, args, true));
        methods.put("removesuffix", (self, args, runtime) -> remove(self, args, false));
        methods.put("replace", StringSearch::replace);
        methods.put("strip", (self, args, runtime) -> strip(self, args, true, true));
        methods.put("lstrip", (self, args, runtime) -> strip(self, args, true, false));
        methods.put("rstrip", (self, args, runtime) -> strip(self, args, false, true));
    }

    private record Window(String text, int from, int to) {

        static Window of(CharSequence self, Args args) {
            String text = self.toString();
            int length = Strings.length(text);
            int from = bound(args, 1, 0, length);
            int to = bound(args, 2, length, length);
            return from > to || from > length
                    ? new Window("", from, -1)
                    : new Window(Strings.slice(text, from, to), from, to);
        }

        private static int bound(Args args, int index, int fallback, int length) {
            if (args.count() <= index || args.at(index) == None.NONE) {
                return fallback;
            }
            int at = Slicing.place(Slicing.index(args.at(index)), length);
            return index == 2 ? Math.min(at, length) : at;
        }

        boolean isVoid() {
            return to < 0;
        }
    }

    private static String part(Args args, String method) {
        if (args.count() == 0) {
            throw Fault.type(method + "() takes at least 1 argument (0 given)");
        }
        if (args.at(0) instanceof CharSequence text) {
            return text.toString();
        }
        String subject = method.startsWith("remove") ? method + "() argument " : "";
        throw Fault.type(subject + "must be str, not " + Types.shown(args.at(0)));
    }

    private static long find(CharSequence self, Args args, boolean last, String method) {
        Window window = Window.of(self, args);
        String part = part(args, method);
        int at = window.isVoid() ? -1 : last ? window.text.lastIndexOf(part) : window.text.indexOf(part);
        return at < 0 ? -1 : window.from + Strings.codePointAt(window.text, at);
    }

    private static Object found(long at) {
        if (at < 0) {
            throw Fault.value("substring not found");
        }
        return at;
    }

    private static Object count(CharSequence self, Args args, Interpreter runtime) {
        Window window = Window.of(self, args);
        String part = part(args, "count");
        if (window.isVoid()) {
            return 0L;
        }
        if (part.isEmpty()) {
            return Strings.length(window.text) + 1L;
        }
        long count = 0;
        for (int at = window.text.indexOf(part); at >= 0; at = window.text.indexOf(part, at + part.length())) {
            count++;
        }
        return count;
    }

    private static Object edge(CharSequence self, Args args, boolean start) {
        String method = start ? "startswith" : "endswith";
        if (args.count() == 0) {
            throw Fault.type(method + "() takes at least 1 argument (0 given)");
        }
        Window window = Window.of(self, args);
        if (args.at(0) instanceof PyTuple options) {
            return options.items().stream().anyMatch(option -> edge(window, textOf(option, method), start));
        }
        if (!(args.at(0) instanceof CharSequence)) {
            throw Fault.type(method + " first arg must be str or a tuple of str, not " + Types.name(args.at(0)));
        }
        return edge(window, args.at(0), start);
    }

    private static Object textOf(Object option, String method) {
        if (!Strings.is(option)) {
            throw Fault.type("tuple for " + method + " must only contain str, not " + Types.name(option));
        }
        return option;
    }

    private static boolean edge(Window window, Object option, boolean start) {
        String part = Strings.of(option);
        return !window.isVoid() && (start ? window.text.startsWith(part) : window.text.endsWith(part));
    }

    private static Object remove(CharSequence self, Args args, boolean start) {
        String part = part(args, start ? "removeprefix" : "removesuffix");
        String text = self.toString();
        if (start ? !text.startsWith(part) : !text.endsWith(part)) {
            return self;
        }
        return Strings.like(
                self, start ? text.substring(part.length()) : text.substring(0, text.length() - part.length()));
    }

    /** Python's {@code replace}. */
    static Object replace(CharSequence self, Args args, Interpreter runtime) {
        Signature.Bound bound = REPLACE.bind(args);
        String old = StringMethods.argument(bound.get(0), "replace() argument 1 must be str, not ");
        String replacement = StringMethods.part(self, bound.get(1), "replace() argument 2 must be str, not ", runtime);
        int most = bound.integer(2, -1);
        return Strings.like(self, replace(self.toString(), old, replacement, most, runtime));
    }

    /** The text with the first parts replaced; all of them when the number is negative. */
    public static String replace(String text, String old, String replacement, int most, Interpreter runtime) {
        int left = most < 0 ? Integer.MAX_VALUE : most;
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (left > 0) {
            int next = text.indexOf(
                    old, old.isEmpty() && out.length() > 0 && at < text.length() ? text.offsetByCodePoints(at, 1) : at);
            boolean beyond = next < 0 || (old.isEmpty() && at >= text.length() && out.length() > 0);
            if (beyond) {
                break;
            }
            out.append(text, at, next).append(replacement);
            runtime.budget().grown(out.length());
            at = next + old.length();
            left--;
            if (old.isEmpty() && next >= text.length()) {
                break;
            }
        }
        out.append(text, at, text.length());
        runtime.budget().text(out.length());
        return out.toString();
    }

    private static Object strip(CharSequence self, Args args, boolean left, boolean right) {
        String text = self.toString();
        if (args.count() == 0 || args.at(0) == None.NONE) {
            String stripped = left ? Strings.stripStart(text) : text;
            return Strings.like(self, right ? Strings.stripEnd(stripped) : stripped);
        }
        if (!(args.at(0) instanceof CharSequence set)) {
            String method = (left ? right ? "" : "l" : "r") + "strip";
            throw Fault.type(method + " arg must be None or str");
        }
        return Strings.like(self, strip(text, set.toString(), left, right));
    }

    /** The text without characters of a set at its ends. */
    public static String strip(String text, String set, boolean left, boolean right) {
        int from = 0;
        int to = text.length();
        while (left && from < to && set.indexOf(text.codePointAt(from)) >= 0) {
            from += Character.charCount(text.codePointAt(from));
        }
        while (right && to > from && set.indexOf(text.codePointBefore(to)) >= 0) {
            to -= Character.charCount(text.codePointBefore(to));
        }
        return text.substring(from, to);
    }
}
