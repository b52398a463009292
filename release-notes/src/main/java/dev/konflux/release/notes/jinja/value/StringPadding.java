package dev.konflux.release.notes.jinja.value;

import dev.konflux.release.notes.jinja.fault.Fault;
import java.util.Map;

/** String methods that fill a string up to a width. */
public final class StringPadding {

    private static final Signature TABS = Signature.of("expandtabs(self | tabsize=)");

    private StringPadding() {}

    static void register(Map<String, StringMethods.Method> methods) {
        methods.put("center", (self, args, runtime) -> pad(self, args, runtime, "center"));
        methods.put("ljust", (self, args, runtime) -> pad(self, args, runtime, "ljust"));
        methods.put("rjust", (self, args, runtime) -> pad(self, args, runtime, "rjust"));
        methods.put("zfill", StringPadding::zeros);
        methods.put("expandtabs", StringPadding::tabs);
    }

    private static Object pad(CharSequence self, Args args, Interpreter runtime, String method) {
        if (args.count() < 1 || args.count() > 2) {
            throw Fault.type(method + " expected at least 1 argument, got " + args.count());
        }
        int width = Numbers.index(args.at(0));
        String fill = args.count() > 1 ? fillOf(self, args.at(1), runtime) : " ";
        if (Strings.length(fill) != 1) {
            throw Fault.type("The fill character must be exactly one character long");
        }
        String text = self.toString();
        return Strings.like(
                self,
                switch (method) {
                    case "center" -> center(text, width, fill, runtime);
                    case "ljust" -> text + fill(text, width, fill, runtime);
                    default -> fill(text, width, fill, runtime) + text;
                });
    }

    private static String fillOf(CharSequence self, Object value, Interpreter runtime) {
        return StringMethods.part(self, value, "The fill character must be a unicode character, not ", runtime);
    }

    private static String fill(String text, int width, String fill, Interpreter runtime) {
        runtime.budget().text(Math.max(0, width));
        return fill.repeat(Math.max(0, width - Strings.length(text)));
    }

    /** The text in the middle of a width; an odd blank goes where Python puts it. */
    public static String center(String text, int width, String fill, Interpreter runtime) {
        runtime.budget().text(Math.max(0, width));
        int missing = width - Strings.length(text);
        if (missing <= 0) {
            return text;
        }
        int left = missing / 2 + (missing & width & 1);
        return fill.repeat(left) + text + fill.repeat(missing - left);
    }

    private static Object zeros(CharSequence self, Args args, Interpreter runtime) {
        if (args.count() != 1) {
            throw Fault.type("str.zfill() takes exactly one argument (" + args.count() + " given)");
        }
        String text = self.toString();
        String zeros = fill(text, Numbers.index(args.at(0)), "0", runtime);
        boolean signed = text.startsWith("-") || text.startsWith("+");
        return Strings.like(self, signed ? text.charAt(0) + zeros + text.substring(1) : zeros + text);
    }

    private static Object tabs(CharSequence self, Args args, Interpreter runtime) {
        int size = TABS.bind(args).integer(0, 8);
        StringBuilder out = new StringBuilder();
        int column = 0;
        for (int c : self.toString().codePoints().toArray()) {
            if (c == '\t') {
                int width = size <= 0 ? 0 : size - column % size;
                runtime.budget().text((long) out.length() + width);
                out.append(" ".repeat(width));
                column += width;
            } else {
                out.appendCodePoint(c);
                column = c == '\n' || c == '\r' ? 0 : column + 1;
            }
        }
        return Strings.like(self, out.toString());
    }
}
