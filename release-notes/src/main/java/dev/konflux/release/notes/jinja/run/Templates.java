package dev.konflux.release.notes.jinja.run;

import org.jspecify.annotations.Nullable;

/** Where included, imported and extended templates come from. */
@FunctionalInterface
public interface Templates {

    /** The compiled template of a name; null when there is none. */
    @Nullable
    CompiledTemplate find(String name);
}
