package dev.konflux.release.notes.jinja.run;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import dev.konflux.release.notes.jinja.value.Budget;
import dev.konflux.release.notes.jinja.value.Equality;
import dev.konflux.release.notes.jinja.value.Interpreter;
import dev.konflux.release.notes.jinja.value.Iteration;
import dev.konflux.release.notes.jinja.value.PyDict;
import dev.konflux.release.notes.jinja.value.PyRange;
import dev.konflux.release.notes.jinja.value.PySequence;
import dev.konflux.release.notes.jinja.value.Strings;
import dev.konflux.release.notes.jinja.value.Truth;
import dev.konflux.release.notes.jinja.value.Types;
import dev.konflux.release.notes.jinja.value.Undefined;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The templates that values name, as Jinja2's environment finds them. Each is asked for once a render. */
public final class TemplateChoice {

    private final Templates templates;
    private final Budget budget;
    private final Map<String, CompiledTemplate> loaded = new HashMap<>();

    TemplateChoice(Templates templates, Budget budget) {
        this.templates = templates;
        this.budget = budget;
    }

    /** The template of one name ({@code get_template}): a list is no name, anything else that is no text has no template. */
    public CompiledTemplate get(Object name) {
        if (name instanceof Undefined undefined) {
            throw undefined.fault();
        }
        refuseUnhashable(name);
        CompiledTemplate template = Strings.is(name) ? find(name.toString()) : null;
        if (template == null) {
            throw new Fault(FaultKind.NOT_FOUND, Strings.of(name, budget));
        }
        return template;
    }

    /** The template of a name or the first there is of several ({@code get_or_select_template}). */
    public CompiledTemplate getOrSelect(Object names, Interpreter runtime) {
        if (Strings.is(names) || names instanceof Undefined) {
            return get(names);
        }
        if (!Truth.of(names)) {
            throw new Fault(FaultKind.NONE_FOUND, "Tried to select from an empty list of templates.");
        }
        List<Object> candidates = Iteration.list(names, runtime);
        for (Object name : candidates) {
            try {
                return get(name);
            } catch (Fault fault) {
                if (!fault.kind().isA(FaultKind.NOT_FOUND) && !fault.kind().isA(FaultKind.UNDEFINED)) {
                    throw fault;
                }
            }
        }
        throw noneOf(names, candidates);
    }

    /** Jinja2 looks a name up among the templates it has loaded, so that a list fails as a key. */
    private static void refuseUnhashable(Object name) {
        Equality.key(name);
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

    /** Jinja2 names the last candidate as the missing one, which it asks the value for. */
    private Fault noneOf(Object names, List<Object> candidates) {
        if (names instanceof PyDict) {
            return new Fault(FaultKind.KEY, "-1");
        }
        if (!(names instanceof PySequence || names instanceof PyRange)) {
            return Fault.type("'" + Types.name(names) + "' object is not subscriptable");
        }
        String tried = candidates.stream()
                .map(name ->
                        name instanceof Undefined undefined ? undefined.fault().text() : Strings.of(name, budget))
                .collect(Collectors.joining(", "));
        return new Fault(FaultKind.NONE_FOUND, "none of the templates given were found: " + tried);
    }
}
