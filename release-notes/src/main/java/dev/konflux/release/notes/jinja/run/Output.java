package dev.konflux.release.notes.jinja.run;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.value.Strings;
import dev.konflux.release.notes.jinja.value.Types;
import org.jspecify.annotations.Nullable;

/**
 * The text of a template, block or macro while it is written. Python collects the parts of such a text and joins them when it is complete; only
 * then a part that is no string is refused, by its number.
 */
public final class Output {

    private final StringBuilder text = new StringBuilder();
    private int parts;
    private int refused = -1;
    private @Nullable Object refusedPart;

    /** The text so far, to be added to. */
    public StringBuilder text() {
        return text;
    }

    /** Says how many parts were added to the text. */
    public void count(int added) {
        parts += added;
    }

    /** Adds a part as it is. */
    public void add(Object part) {
        if (Strings.is(part)) {
            text.append((CharSequence) part);
        } else if (refusedPart == null) {
            refused = parts;
            refusedPart = part;
        }
        parts++;
    }

    /** Adds the parts of another output. */
    public void addAll(Output other) {
        text.append(other.text);
        if (refusedPart == null && other.refusedPart != null) {
            refused = parts + other.refused;
            refusedPart = other.refusedPart;
        }
        parts += other.parts;
    }

    /** The complete text. */
    public String joined() {
        if (refusedPart != null) {
            throw Fault.type(
                    "sequence item " + refused + ": expected str instance, " + Types.name(refusedPart) + " found");
        }
        return text.toString();
    }
}
