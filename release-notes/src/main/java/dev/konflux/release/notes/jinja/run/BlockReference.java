package dev.konflux.release.notes.jinja.run;

import dev.konflux.release.notes.jinja.value.Args;
import dev.konflux.release.notes.jinja.value.Interpreter;
import dev.konflux.release.notes.jinja.value.Markup;
import dev.konflux.release.notes.jinja.value.Printer;
import dev.konflux.release.notes.jinja.value.PyObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A block that can be called: {@code super} and the members of {@code self}. */
final class BlockReference extends PyObject {

    private final String name;
    private final Context context;
    private final List<Code> stack;
    private final int depth;

    BlockReference(String name, Context context, List<Code> stack, int depth) {
        this.name = name;
        this.context = context;
        this.stack = stack;
        this.depth = depth;
    }

    @Override
    public String typeName() {
        return "BlockReference";
    }

    @Override
    public String objectName() {
        return "jinja2.runtime.BlockReference object";
    }

    @Override
    public void repr(Printer out) {
        out.instance(this, "jinja2.runtime.BlockReference");
    }

    @Override
    public @Nullable Object attribute(String attribute, Interpreter runtime) {
        if (attribute.equals("name")) {
            return name;
        }
        if (!attribute.equals("super")) {
            return null;
        }
        if (depth + 1 >= stack.size()) {
            return runtime.undefined("there is no parent block called '" + name + "'.", "super");
        }
        return new BlockReference(name, context, stack, depth + 1);
    }

    @Override
    public boolean isCallable() {
        return true;
    }

    @Override
    public Object call(Interpreter runtime, Args args) {
        Output out = new Output();
        stack.get(depth).runBlock(context, out);
        runtime.budget().text(out.text().length());
        String text = out.joined();
        return context.autoescape() ? new Markup(text) : text;
    }
}
