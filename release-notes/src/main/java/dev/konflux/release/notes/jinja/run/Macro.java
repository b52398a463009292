package dev.konflux.release.notes.jinja.run;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.value.Args;
import dev.konflux.release.notes.jinja.value.Interpreter;
import dev.konflux.release.notes.jinja.value.Markup;
import dev.konflux.release.notes.jinja.value.None;
import dev.konflux.release.notes.jinja.value.Printer;
import dev.konflux.release.notes.jinja.value.PyDict;
import dev.konflux.release.notes.jinja.value.PyObject;
import dev.konflux.release.notes.jinja.value.PyTuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A macro, or the body of a call block. */
public final class Macro extends PyObject {

    private final MacroCode code;
    private final Frame outer;

    /** Code with the frame it was defined in. */
    public Macro(MacroCode code, Frame outer) {
        this.code = code;
        this.outer = outer;
    }

    @Override
    public String typeName() {
        return "Macro";
    }

    @Override
    public String objectName() {
        return "jinja2.runtime.Macro object";
    }

    @Override
    public void repr(Printer out) {
        out.append(code.name() == null ? "<Macro anonymous>" : "<Macro '" + code.name() + "'>");
    }

    @Override
    public @Nullable Object attribute(String name, Interpreter runtime) {
        return switch (name) {
            case "name" -> code.name() == null ? None.NONE : code.name();
            case "arguments" -> new PyTuple(List.copyOf(code.parameters()));
            case "catch_kwargs" -> code.kwargsSlot() >= 0;
            case "catch_varargs" -> code.varargsSlot() >= 0;
            case "caller" -> code.usesCaller();
            default -> null;
        };
    }

    @Override
    public boolean isCallable() {
        return true;
    }

    @Override
    public Object call(Interpreter runtime, Args args) {
        Frame frame = new Frame(outer, code.slots(), new Output());
        bind(frame, args, runtime);
        runtime.budget().enter();
        String text = code.run(frame);
        runtime.budget().leave();
        runtime.budget().text(text.length());
        return runtime.autoescape() ? new Markup(text) : text;
    }

    private void bind(Frame frame, Args args, Interpreter runtime) {
        List<String> parameters = code.parameters();
        Map<String, Object> keywords = args.keywords().isEmpty() ? Map.of() : new LinkedHashMap<>(args.keywords());
        boolean foundCaller = args.count() >= parameters.size() && parameters.contains("caller");
        for (int i = 0; i < parameters.size(); i++) {
            String name = parameters.get(i);
            if (i < args.count()) {
                frame.set(code.slot(i), args.at(i));
                continue;
            }
            foundCaller |= name.equals("caller");
            if (keywords.containsKey(name)) {
                frame.set(code.slot(i), keywords.remove(name));
            }
        }
        if (code.usesCaller() && !foundCaller) {
            Object caller = keywords.isEmpty() ? null : keywords.remove("caller");
            frame.set(code.callerSlot(), caller == null ? runtime.undefined("No caller defined", "caller") : caller);
        }
        bindRest(frame, args, keywords);
    }

    private void bindRest(Frame frame, Args args, Map<String, Object> keywords) {
        int count = code.parameters().size();
        if (code.kwargsSlot() >= 0) {
            PyDict rest = new PyDict();
            keywords.forEach(rest::put);
            frame.set(code.kwargsSlot(), rest);
        } else if (!keywords.isEmpty()) {
            throw unexpected(keywords);
        }
        if (code.varargsSlot() >= 0) {
            List<Object> rest = args.count() > count ? args.positional().subList(count, args.count()) : List.of();
            frame.set(code.varargsSlot(), new PyTuple(new ArrayList<>(rest)));
        } else if (args.count() > count) {
            throw Fault.type("macro " + quotedName() + " takes not more than " + count + " argument(s)");
        }
    }

    private Fault unexpected(Map<String, Object> keywords) {
        if (keywords.containsKey("caller")) {
            return Fault.type("macro " + quotedName()
                    + " was invoked with two values for the special caller argument. This is most likely a bug.");
        }
        String first = keywords.keySet().iterator().next();
        return Fault.type("macro " + quotedName() + " takes no keyword argument " + Printer.reprOf(first));
    }

    private String quotedName() {
        return code.name() == null ? "None" : "'" + code.name() + "'";
    }
}
