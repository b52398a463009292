package dev.konflux.release.notes.jinja.run;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import dev.konflux.release.notes.jinja.value.Budget;
import dev.konflux.release.notes.jinja.value.Iteration;
import dev.konflux.release.notes.jinja.value.PyObject;
import dev.konflux.release.notes.jinja.value.Strings;
import dev.konflux.release.notes.jinja.value.Types;
import dev.konflux.release.notes.jinja.value.Undefined;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One run of a template. Not shared between threads. */
public final class Render {

    private final Environment environment;
    private final Templates templates;
    private final Budget budget;
    private final StringBuilder out = new StringBuilder();
    private @Nullable Fault unjoinable;
    private final Map<String, CompiledTemplate> loaded = new HashMap<>();
    private final Map<CompiledTemplate, TemplateModule> modules = new HashMap<>();

    /** A run with a budget of its own. */
    public Render(Environment environment, Templates templates, Budget budget) {
        this.environment = environment;
        this.templates = templates;
        this.budget = budget;
    }

    /** Renders a template with data. */
    public String run(CompiledTemplate template, Map<String, Object> data) {
        try {
            template.render(Context.of(this, template, data, true), out);
            budget.output(out.length());
            if (unjoinable != null) {
                throw unjoinable;
            }
        } catch (StackOverflowError tooDeep) {
            throw new Fault(FaultKind.RECURSION, "maximum recursion depth exceeded").at(template.name(), 1, 0);
        }
        return out.toString();
    }

    /** Fails because of a part of a text that is no text: the whole text only when it is complete, and then in no line. */
    public void refuseToJoin(StringBuilder text, Fault fault) {
        if (text != out) {
            throw fault;
        }
        unjoinable = unjoinable == null ? fault.outsideLines() : unjoinable;
    }

    Environment environment() {
        return environment;
    }

    Budget budget() {
        return budget;
    }

    /** The template a value names: the first that exists of several names. */
    public CompiledTemplate template(Object name, Context context) {
        if (name instanceof Undefined undefined) {
            throw undefined.fault();
        }
        if (Strings.is(name)) {
            return byName(name.toString());
        }
        if (!(name instanceof PyObject)) {
            throw Fault.type("'" + Types.name(name) + "' object is not iterable");
        }
        return first(Iteration.list(name, context));
    }

    private CompiledTemplate byName(String name) {
        CompiledTemplate template = find(name);
        if (template == null) {
            throw new Fault(FaultKind.NOT_FOUND, name);
        }
        return template;
    }

    private CompiledTemplate first(List<Object> names) {
        if (names.isEmpty()) {
            throw new Fault(FaultKind.NONE_FOUND, "Tried to select from an empty list of templates.");
        }
        for (Object name : names) {
            if (name instanceof Undefined undefined) {
                throw undefined.fault();
            }
            CompiledTemplate template = find(Strings.of(name));
            if (template != null) {
                return template;
            }
        }
        String tried = names.stream().map(Strings::of).collect(Collectors.joining(", "));
        throw new Fault(FaultKind.NONE_FOUND, "none of the templates given were found: " + tried);
    }

    private @Nullable CompiledTemplate find(String name) {
        budget.charge(8);
        CompiledTemplate known = loaded.get(name);
        if (known != null) {
            return known;
        }
        CompiledTemplate template = templates.find(name);
        if (template != null) {
            loaded.put(name, template);
        }
        return template;
    }

    /** The module of a template without the importing template's variables; made once a run. */
    public TemplateModule module(CompiledTemplate template) {
        TemplateModule known = modules.get(template);
        if (known != null) {
            return known;
        }
        TemplateModule module = TemplateModule.of(Context.of(this, template, Map.of(), true), template);
        modules.put(template, module);
        return module;
    }

    /** A context for a template that sees another one's variables. */
    public Context shared(CompiledTemplate template, Map<String, Object> variables) {
        return Context.of(this, template, variables, false);
    }
}
