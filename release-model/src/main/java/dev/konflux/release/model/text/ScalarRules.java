package dev.konflux.release.model.text;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.Position;
import dev.konflux.release.model.golang.GoSyntax;
import org.jspecify.annotations.Nullable;

/** What scalars and keys mean in one dialect. Whatever is wrong goes to the {@link Faults}, and reading goes on with some value. */
interface ScalarRules {

    /** The value of an unquoted scalar without a tag. */
    Data plain(String text, Position place, Faults faults);

    /** The value of a scalar with an explicit tag, quoted or not. */
    Data tagged(String tag, String text, Position place, Faults faults);

    /** The key that a node and its value make; null when they make none, which {@link #refuse} is then asked about. */
    @Nullable
    Key key(YamlNode node, Data value, Faults faults);

    /** Says what is wrong with a member whose key makes none. */
    void refuse(YamlNode key, Data member, Position place, Faults faults);

    /** Judges a collection's explicit tag. */
    void collectionTag(String tag, Position place, Faults faults);

    /** Whether a key is a text though elsewhere its characters would mean something else. */
    boolean isTextAsKey(YamlNode key);

    /** Whether a later merge key overrides keys set before it, or an explicit key always wins. */
    boolean mergesInPlace();

    /** The text of the refusal of a merge key whose value cannot be merged. */
    String notMergeable();

    /**
     * A mapping key.
     *
     * @param name the name of the member it makes
     * @param literal how a key that is no text is written in reports; null for a text
     */
    record Key(String name, @Nullable String literal) {

        static Key text(String name) {
            return new Key(name, null);
        }

        /** The key in a report. */
        String reported() {
            return literal == null ? GoSyntax.quoted(name) : literal;
        }
    }
}
