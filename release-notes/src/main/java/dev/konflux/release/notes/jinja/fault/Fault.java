package dev.konflux.release.notes.jinja.fault;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import org.jspecify.annotations.Nullable;

/** A template failed. Where it failed is filled in by the innermost statement that was running. */
public final class Fault extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final FaultKind kind;
    private final String text;
    private @Nullable String template;
    private int line;
    private int offset = -1;
    private boolean placed;

    /** A fault of a kind with its message as Python words it. */
    public Fault(FaultKind kind, String text) {
        super(text, null, false, false);
        this.kind = kind;
        this.text = text;
    }

    /** A fault at a line already known. */
    public Fault(FaultKind kind, String text, int line, int offset) {
        this(kind, text);
        this.line = line;
        this.offset = offset;
    }

    public static Fault type(String text) {
        return new Fault(FaultKind.TYPE, text);
    }

    public static Fault value(String text) {
        return new Fault(FaultKind.VALUE, text);
    }

    public static Fault runtime(String text) {
        return new Fault(FaultKind.RUNTIME, text);
    }

    public static Fault argument(String text) {
        return new Fault(FaultKind.FILTER_ARGUMENT, text);
    }

    public static Fault limit(String text) {
        return new Fault(FaultKind.LIMIT, text);
    }

    /** Which class of error this is. */
    public FaultKind kind() {
        return kind;
    }

    /** The message alone. */
    public String text() {
        return text;
    }

    /** The template it happened in, once known. */
    public @Nullable String template() {
        return template;
    }

    /** The line, counted from 1; 0 when unknown. */
    public int line() {
        return line;
    }

    /** The offset in the template's source; -1 when unknown. */
    public int offset() {
        return offset;
    }

    /** Says that no line of a template can be named. */
    @CanIgnoreReturnValue
    public Fault outsideLines() {
        placed = true;
        return this;
    }

    /** Fills in the place, unless an inner statement did so before. */
    @CanIgnoreReturnValue
    public Fault at(@Nullable String templateName, int atLine, int atOffset) {
        if (!placed && line == 0) {
            line = atLine;
            offset = atOffset;
        }
        if (template == null) {
            template = templateName;
        }
        return this;
    }
}
