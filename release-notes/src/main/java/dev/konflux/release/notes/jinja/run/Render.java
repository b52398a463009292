package dev.konflux.release.notes.jinja.run;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import dev.konflux.release.notes.jinja.value.Budget;
import java.util.HashMap;
import java.util.Map;

/** One run of a template. Not shared between threads. */
public final class Render {

    private final Environment environment;
    private final TemplateChoice templates;
    private final Budget budget;
    private final Map<CompiledTemplate, TemplateModule> modules = new HashMap<>();

    /** A run with a budget of its own. */
    public Render(Environment environment, Templates templates, Budget budget) {
        this.environment = environment;
        this.templates = new TemplateChoice(templates, budget);
        this.budget = budget;
    }

    /** Renders a template with data. */
    public String run(CompiledTemplate template, Map<String, Object> data) {
        Output out = new Output();
        try {
            template.render(Context.of(this, template, data, true), out);
            budget.output(out.text().length());
        } catch (StackOverflowError tooDeep) {
            throw new Fault(FaultKind.RECURSION, "maximum recursion depth exceeded").at(template.name(), 1, 0);
        }
        try {
            return out.joined();
        } catch (Fault unjoinable) {
            throw unjoinable.outsideLines();
        }
    }

    Environment environment() {
        return environment;
    }

    Budget budget() {
        return budget;
    }

    /** The templates that values name. */
    public TemplateChoice templates() {
        return templates;
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
