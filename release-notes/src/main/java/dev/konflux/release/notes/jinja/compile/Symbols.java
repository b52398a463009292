package dev.konflux.release.notes.jinja.compile;

import dev.konflux.release.notes.jinja.compile.FunctionScope.Variable;
import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import dev.konflux.release.notes.jinja.run.Loads;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names of one scope: which variable each one is, and what it starts with. A name read before it is set starts with what the context
 * holds; a name set first starts with the outer variable of that name, or missing.
 */
final class Symbols {

    private enum Kind {
        PARAMETER,
        RESOLVE,
        ALIAS,
        MISSING
    }

    private record Origin(
            Kind kind, @Nullable String name, @Nullable Variable outer) {}

    private final @Nullable Symbols parent;
    private final @Nullable Symbols before;
    private final FunctionScope function;
    private final Map<String, Variable> variables;
    private final Map<String, Variable> refs = new HashMap<>();
    private final Map<Variable, Origin> origins = new LinkedHashMap<>();
    private final Set<String> stores = new LinkedHashSet<>();

    Symbols(@Nullable Symbols parent, FunctionScope function) {
        this(parent, null, function, new HashMap<>());
    }

    private Symbols(
            @Nullable Symbols parent,
            @Nullable Symbols before,
            FunctionScope function,
            Map<String, Variable> variables) {
        this.parent = parent;
        this.before = before;
        this.function = function;
        this.variables = variables;
    }

    FunctionScope function() {
        return function;
    }

    /** A branch: it knows what came before it, and a name has the same variable in all branches. */
    Symbols branch() {
        return new Symbols(parent, this, function, variables);
    }

    private Variable define(String name, Origin origin) {
        Variable variable = variables.get(name);
        if (variable == null) {
            variable = function.allocate();
            variables.put(name, variable);
        }
        refs.put(name, variable);
        origins.put(variable, origin);
        return variable;
    }

    @Nullable
    Variable find(String name) {
        Variable here = findHere(name);
        return here == null && parent != null ? parent.find(name) : here;
    }

    private @Nullable Variable findHere(String name) {
        Variable variable = refs.get(name);
        return variable == null && before != null ? before.findHere(name) : variable;
    }

    /** The variable of a name the scope was analysed to hold. */
    Variable require(String name) {
        Variable variable = find(name);
        if (variable == null) {
            // Jinja2 forgets to analyse the filters of a set block.
            String message = "Tried to resolve a name to a reference that was unknown to the frame ('" + name + "')";
            throw new Fault(FaultKind.PYTHON_ASSERTION, message);
        }
        return variable;
    }

    void load(String name) {
        if (find(name) == null) {
            define(name, new Origin(Kind.RESOLVE, name, null));
        }
    }

    void store(String name) {
        stores.add(name);
        if (findHere(name) != null) {
            return;
        }
        Variable outer = parent == null ? null : parent.find(name);
        define(name, outer == null ? new Origin(Kind.MISSING, null, null) : new Origin(Kind.ALIAS, null, outer));
    }

    Variable parameter(String name) {
        stores.add(name);
        return define(name, new Origin(Kind.PARAMETER, null, null));
    }

    /** Takes over what branches did; a name that only some of them set starts with what is outside. */
    void merge(List<Symbols> branches) {
        Set<String> conditional = new HashSet<>();
        branches.forEach(branch -> conditional.addAll(branch.stores));
        conditional.removeAll(stores);
        for (Symbols branch : branches) {
            refs.putAll(branch.refs);
            origins.putAll(branch.origins);
            stores.addAll(branch.stores);
        }
        for (String name : conditional) {
            Variable outer = parent == null ? null : parent.find(name);
            Origin origin = outer == null ? new Origin(Kind.RESOLVE, name, null) : new Origin(Kind.ALIAS, null, outer);
            origins.put(require(name), origin);
        }
    }

    /** What the variables of this scope start with. */
    Loads loads() {
        List<Loads.Load> loads = new ArrayList<>();
        origins.forEach((variable, origin) -> {
            if (origin.kind() != Kind.PARAMETER) {
                loads.add(new Loads.Load(variable.slot(), start(origin)));
            }
        });
        return new Loads(loads);
    }

    private Loads.Start start(Origin origin) {
        if (origin.kind() == Kind.RESOLVE && origin.name() != null) {
            return Loads.resolve(origin.name());
        }
        if (origin.outer() != null) {
            return Loads.alias(origin.outer().from(function));
        }
        return Loads.missing();
    }

    /** Every name set in this scope or around it, with its variable as seen from here. */
    Map<String, Loads.Place> stored(FunctionScope here) {
        Map<String, Loads.Place> stored = new LinkedHashMap<>();
        for (Symbols scope = this; scope != null; scope = scope.parent) {
            for (String name : scope.stores) {
                stored.computeIfAbsent(name, known -> require(known).from(here));
            }
        }
        return stored;
    }
}
