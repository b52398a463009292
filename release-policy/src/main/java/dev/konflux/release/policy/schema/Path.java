package dev.konflux.release.policy.schema;

import org.jspecify.annotations.Nullable;

/**
 * Where in a value a walk is; written out only for an error.
 *
 * @param parent the place above; null for a member or item of the value itself
 * @param name the name of the member; null for an item
 * @param index the place of the item
 */
record Path(@Nullable Path parent, @Nullable String name, int index) {

    static Path member(@Nullable Path parent, String name) {
        return new Path(parent, name, -1);
    }

    static Path item(@Nullable Path parent, int index) {
        return new Path(parent, null, index);
    }

    /** Dotted; {@code (Root)} for the value itself. */
    static String text(@Nullable Path path) {
        if (path == null) {
            return "(Root)";
        }
        StringBuilder text = new StringBuilder();
        path.write(text);
        return text.isEmpty() ? "(Root)" : text.toString();
    }

    private void write(StringBuilder text) {
        if (parent != null) {
            parent.write(text);
        }
        if (!text.isEmpty()) {
            text.append('.');
        }
        text.append(name == null ? Integer.toString(index) : name);
    }
}
