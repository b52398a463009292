package dev.konflux.release.notes.jinja.run;

import java.util.Map;

/**
 * A template made ready to run. Immutable; one instance serves many threads.
 *
 * @param name its name
 * @param source its source, for excerpts
 * @param root its body
 * @param blocks its blocks by name
 */
public record CompiledTemplate(String name, String source, Code root, Map<String, Code> blocks) {

    /** Runs the body, then the parent's if it extends one. */
    public void render(Context context, Output out) {
        Frame frame = new Frame(context, root.slots(), out);
        context.budget().enter();
        root.run(frame);
        CompiledTemplate parent = frame.parent();
        if (parent != null) {
            parent.render(context, out);
        }
        context.budget().leave();
    }
}
