package dev.konflux.release.notes.jinja.value;

import java.util.Map;

/** What a tag beside those of Jinja2 does. */
@FunctionalInterface
public interface TagFunction {

    /** What stands between the tag and its end tag. */
    @FunctionalInterface
    interface Body {
        /** The rendered text, with further variables. */
        String render(Map<String, Object> variables);
    }

    /**
     * The text of the tag.
     *
     * @param runtime the render it runs in
     * @param words what stands behind the tag's name
     * @param variables what can be seen where it stands
     * @param body its body; renders nothing when the tag has no end tag
     */
    String render(Interpreter runtime, String words, Map<String, Object> variables, Body body);
}
