package dev.konflux.release.notes;

import java.util.Map;
import java.util.Optional;

/** Gives the sources of templates that others include, import or extend. */
@FunctionalInterface
public interface TemplateLoader {

    /** The source of the template of that name, or nothing when there is none. */
    Optional<String> find(String name);

    /** A loader that knows no template. */
    static TemplateLoader none() {
        return name -> Optional.empty();
    }

    /** A loader over sources by name. */
    static TemplateLoader of(Map<String, String> sources) {
        Map<String, String> copy = Map.copyOf(sources);
        return name -> Optional.ofNullable(copy.get(name));
    }
}
