package dev.konflux.release.notes.jinja.value;

import dev.konflux.release.notes.jinja.fault.Fault;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Writes values as Python's {@code str()} and {@code repr()} do. */
public final class Printer {

    private static final long LONGEST = 1 << 24;

    private final StringBuilder out;
    private final List<Object> open = new ArrayList<>(0);
    private final Walk walk;
    private final long longest;
    private final int start;

    /** A printer outside of a render, for the words of errors. */
    Printer() {
        this(new StringBuilder(), Walk.unasked(), LONGEST);
    }

    /** A printer that appends, within the limits of a render. */
    public Printer(StringBuilder out, Budget budget) {
        this(out, budget.walk(), budget.longestText());
    }

    private Printer(StringBuilder out, Walk walk, long longest) {
        this.out = out;
        this.walk = walk;
        this.longest = longest;
        this.start = out.length();
    }

    /** What {@code repr()} gives. */
    public static String reprOf(Object value) {
        Printer printer = new Printer();
        printer.repr(value);
        return printer.toString();
    }

    /** Appends text as it is. */
    public void append(String text) {
        out.append(text);
        if (out.length() - start > longest) {
            throw Fault.limit("a value of more than " + longest + " characters");
        }
    }

    /** Appends what {@code str()} gives. */
    public void str(Object value) {
        if (value instanceof CharSequence text) {
            append(text.toString());
        } else if (value instanceof PyObject object) {
            object.print(this);
        } else {
            repr(value);
        }
    }

    /** Appends what {@code repr()} gives. */
    public void repr(Object value) {
        if (value instanceof String text) {
            quoted(text);
        } else if (value instanceof Markup markup) {
            append("Markup(");
            quoted(markup.text());
            append(")");
        } else if (value instanceof Boolean truth) {
            append(truth ? "True" : "False");
        } else if (value instanceof Double number) {
            append(FloatText.of(number));
        } else if (value instanceof BigInteger number) {
            append(Numbers.digits(number));
        } else if (value instanceof PyObject object) {
            walk.enter();
            object.repr(this);
            walk.leave();
        } else {
            append(value.toString());
        }
    }

    /** Appends how an object without a text of its own is shown. The real one has an address, which no template can rely on. */
    public void instance(Object object, String className) {
        append("<" + className + " object at " + address(object) + ">");
    }

    /** Something like the address of an object. */
    static String address(Object object) {
        return "0x" + String.format("%012x", System.identityHashCode(object));
    }

    /** Notes that a container is being written; false when it already is, further out. */
    @SuppressWarnings("ReferenceEquality") // Identity is what Python asks for here.
    boolean open(Object container) {
        for (Object other : open) {
            if (other == container) {
                return false;
            }
        }
        open.add(container);
        return true;
    }

    /** The innermost container is written. */
    void close() {
        open.remove(open.size() - 1);
    }

    private void quoted(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        out.append(quote);
        int length = text.length();
        for (int i = 0; i < length; ) {
            int c = text.codePointAt(i);
            character(c, quote);
            i += Character.charCount(c);
        }
        out.append(quote);
        append("");
    }

    private void character(int c, char quote) {
        if (c == quote || c == '\\') {
            out.append('\\').append((char) c);
        } else if (c == '\n') {
            out.append("\\n");
        } else if (c == '\r') {
            out.append("\\r");
        } else if (c == '\t') {
            out.append("\\t");
        } else if (c < ' ' || c == 0x7f) {
            out.append(String.format("\\x%02x", c));
        } else if (c < 0x7f || isPrintable(c)) {
            out.appendCodePoint(c);
        } else {
            out.append(
                    c < 0x100
                            ? String.format("\\x%02x", c)
                            : c < 0x10000 ? String.format("\\u%04x", c) : String.format("\\U%08x", c));
        }
    }

    /** Whether Python prints a code point as it is. */
    public static boolean isPrintable(int c) {
        if (c == ' ') {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> false;
            default -> true;
        };
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
