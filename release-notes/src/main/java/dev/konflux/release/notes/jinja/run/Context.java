package dev.konflux.release.notes.jinja.run;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.value.Args;
import dev.konflux.release.notes.jinja.value.Budget;
import dev.konflux.release.notes.jinja.value.Equality;
import dev.konflux.release.notes.jinja.value.FilterFunction;
import dev.konflux.release.notes.jinja.value.Interpreter;
import dev.konflux.release.notes.jinja.value.Printer;
import dev.konflux.release.notes.jinja.value.PyObject;
import dev.konflux.release.notes.jinja.value.Strings;
import dev.konflux.release.notes.jinja.value.TestFunction;
import dev.konflux.release.notes.jinja.value.Truth;
import dev.konflux.release.notes.jinja.value.Types;
import dev.konflux.release.notes.jinja.value.Undefined;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variables of one running template, its blocks, and whether text is escaped. */
public final class Context implements Interpreter {

    /** Whether text is escaped now; shared by contexts derived from one another. */
    static final class Escaping {
        private Object on = false;
    }

    private final Render render;
    private final CompiledTemplate template;
    private final Map<String, Object> data;
    private final Map<String, Object> globals;
    private final Map<String, Object> vars = new LinkedHashMap<>();
    private final Set<String> exported = new LinkedHashSet<>();
    private final Map<String, List<Code>> blocks = new HashMap<>();
    private final Escaping escaping;

    private Context(
            Render render,
            CompiledTemplate template,
            Map<String, Object> data,
            Map<String, Object> globals,
            Escaping escaping) {
        this.render = render;
        this.template = template;
        this.data = data;
        this.globals = globals;
        this.escaping = escaping;
    }

    /** A context of a template with data, and with or without the globals. */
    static Context of(Render render, CompiledTemplate template, Map<String, Object> data, boolean withGlobals) {
        Escaping escaping = new Escaping();
        escaping.on = render.environment().autoescape();
        Map<String, Object> globals = withGlobals ? render.environment().globals() : Map.of();
        Context context = new Context(render, template, data, globals, escaping);
        template.blocks().forEach((name, code) -> context.blocks.put(name, new ArrayList<>(List.of(code))));
        return context;
    }

    /** A context without variables and blocks, for what is worked out before a template runs. */
    public static Context beforeRunning(Environment environment, String name) {
        Render render =
                new Render(environment, missing -> null, environment.budgets().get());
        return of(render, new CompiledTemplate(name, "", new Code("root"), Map.of()), Map.of(), false);
    }

    /** This context with local variables on top. */
    public Context derived(Map<String, Object> locals) {
        Map<String, Object> all = all();
        all.putAll(locals);
        Context context = new Context(render, template, all, Map.of(), escaping);
        blocks.forEach((name, codes) -> context.blocks.put(name, new ArrayList<>(codes)));
        return context;
    }

    /** Everything that can be looked up. */
    public Map<String, Object> all() {
        Map<String, Object> all = new LinkedHashMap<>(globals);
        all.putAll(data);
        all.putAll(vars);
        return all;
    }

    /** The value of a name; null when nobody defined it. */
    public @Nullable Object resolve(String name) {
        Object value = vars.isEmpty() ? null : vars.get(name);
        if (value == null) {
            value = data.get(name);
        }
        return value == null ? globals.get(name) : value;
    }

    /** Sets a variable of the template's top level. */
    public void put(String name, Object value) {
        vars.put(name, value);
    }

    /** Says that importing templates see a variable. */
    public void export(String name) {
        if (!name.startsWith("_")) {
            exported.add(name);
        }
    }

    /** Says that importing templates do not see a variable. */
    public void hide(String name) {
        exported.remove(name);
    }

    /** The variables that importing templates see. */
    Map<String, Object> exports() {
        Map<String, Object> exports = new LinkedHashMap<>();
        for (String name : exported) {
            Object value = vars.get(name);
            if (value != null) {
                exports.put(name, value);
            }
        }
        return exports;
    }

    /** The name of the template. */
    public String name() {
        return template.name();
    }

    /** The running render. */
    public Render render() {
        return render;
    }

    /** Adds the blocks of a parent template below the ones known. */
    public void inherit(CompiledTemplate parent) {
        parent.blocks()
                .forEach((name, code) -> blocks.computeIfAbsent(name, missing -> new ArrayList<>())
                        .add(code));
    }

    /** The block of a name and those it overrides. */
    public List<Code> blockStack(String name) {
        return blocks.getOrDefault(name, List.of());
    }

    /** What {@code super} is in a block. */
    public PyObject parentOf(String name, Code current) {
        List<Code> stack = blockStack(name);
        int next = stack.indexOf(current) + 1;
        if (next <= 0 || next >= stack.size()) {
            return undefined("there is no parent block called '" + name + "'.", "super");
        }
        return new BlockReference(name, this, stack, next);
    }

    /** Switches escaping by the truth of a value, which is asked for when it matters, and tells how it was. */
    @CanIgnoreReturnValue
    public Object escape(Object on) {
        Object before = escaping.on;
        escaping.on = on;
        return before;
    }

    @Override
    public Budget budget() {
        return render.budget();
    }

    @Override
    public boolean autoescape() {
        return escaping.on instanceof Boolean on ? on : Truth.of(escaping.on);
    }

    @Override
    public Undefined undefined(Undefined.Cause cause) {
        return new Undefined(render.environment().undefined(), cause);
    }

    @Override
    public Object attribute(Object value, String name) {
        return Access.attribute(value, name, this);
    }

    @Override
    public boolean hasAttribute(Object value, String name) {
        return Access.find(value, name, this) != null;
    }

    @Override
    public Object item(Object value, Object key) {
        return Access.item(value, key, this);
    }

    @Override
    public boolean isSandboxed() {
        return sandbox() != Environment.Sandbox.OFF;
    }

    Environment.Sandbox sandbox() {
        return render.environment().sandbox();
    }

    @Override
    public Object filter(Object name, Object value, Args args) {
        FilterFunction filter = render.environment().filters().get(known(name));
        if (filter == null) {
            throw unknown("filter", name);
        }
        return filter.apply(this, value, args);
    }

    @Override
    public boolean test(Object name, Object value, Args args) {
        TestFunction test = render.environment().tests().get(known(name));
        if (test == null) {
            throw unknown("test", name);
        }
        return test.holds(this, value, args);
    }

    /** A name to look up; only what can be a key of a dict may be asked for. */
    private static String known(Object name) {
        Equality.key(name);
        return Strings.is(name) ? name.toString() : "";
    }

    private static Fault unknown(String sort, Object name) {
        String message = "No " + sort + " named " + Printer.reprOf(name) + ".";
        return Fault.runtime(
                name instanceof Undefined undefined
                        ? message + " (" + undefined.fault().text() + "; did you forget to quote the callable name?)"
                        : message);
    }

    @Override
    public boolean hasFilter(String name) {
        return render.environment().filters().containsKey(name);
    }

    @Override
    public boolean hasTest(String name) {
        return render.environment().tests().containsKey(name);
    }

    @Override
    public Object call(Object callable, Args args) {
        budget().charge(2);
        if (callable instanceof PyObject object) {
            return object.call(this, args);
        }
        throw Fault.type("'" + Types.name(callable) + "' object is not callable");
    }

    @Override
    public Object policy(String name, Object fallback) {
        return render.environment().policies().getOrDefault(name, fallback);
    }
}
