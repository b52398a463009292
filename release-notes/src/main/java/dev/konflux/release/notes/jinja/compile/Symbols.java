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
import java.util.function.Consumer;
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

    /** The variable of a name and what it starts with. */
    private record Entry(
            Variable variable, Kind kind, @Nullable Variable outer) {}

    private final @Nullable Symbols parent;
    private final @Nullable Symbols before;
    private final FunctionScope function;
    private final Consumer<String> lookups;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private @Nullable Map<String, Variable> variables;
    private Set<String> stores = Set.of();

    /** The names of an outermost scope; those that are looked up in the context are told. */
    Symbols(FunctionScope function, Consumer<String> lookups) {
        this(null, null, function, lookups, null);
    }

    /** The names of a scope inside another one. */
    Symbols(Symbols parent, FunctionScope function) {
        this(parent, null, function, parent.lookups, null);
    }

    private Symbols(
            @Nullable Symbols parent,
            @Nullable Symbols before,
            FunctionScope function,
            Consumer<String> lookups,
            @Nullable Map<String, Variable> variables) {
        this.parent = parent;
        this.before = before;
        this.function = function;
        this.lookups = lookups;
        this.variables = variables;
    }

    FunctionScope function() {
        return function;
    }

    /** A branch: it knows what came before it, and a name has the same variable in all branches. */
    Symbols branch() {
        if (variables == null) {
            Map<String, Variable> known = new HashMap<>();
            entries.forEach((name, entry) -> known.put(name, entry.variable()));
            variables = known;
        }
        return new Symbols(parent, this, function, lookups, variables);
    }

    private Variable define(String name, Kind kind, @Nullable Variable outer) {
        Variable variable = variable(name);
        entries.put(name, new Entry(variable, kind, outer));
        return variable;
    }

    private Variable variable(String name) {
        if (variables != null) {
            return variables.computeIfAbsent(name, unknown -> function.allocate());
        }
        Entry known = entries.get(name);
        return known == null ? function.allocate() : known.variable();
    }

    @Nullable
    Variable find(String name) {
        Variable here = findHere(name);
        return here == null && parent != null ? parent.find(name) : here;
    }

    private @Nullable Variable findHere(String name) {
        Entry entry = entries.get(name);
        if (entry != null) {
            return entry.variable();
        }
        return before == null ? null : before.findHere(name);
    }

    /** The variable of a name the scope was analysed to hold. A hyphenated name of label substitution would be an expression in Python's source. */
    Variable require(String name) {
        if (name.indexOf('-') >= 0) {
            throw new Fault(
                    FaultKind.PYTHON_SYNTAX, "cannot assign to expression here. Maybe you meant '==' instead of '='?");
        }
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
            define(name, Kind.RESOLVE, null);
        }
    }

    void store(String name) {
        note(name);
        if (findHere(name) != null) {
            return;
        }
        Variable outer = parent == null ? null : parent.find(name);
        define(name, outer == null ? Kind.MISSING : Kind.ALIAS, outer);
    }

    Variable parameter(String name) {
        note(name);
        return define(name, Kind.PARAMETER, null);
    }

    /** Most scopes set nothing, so the set is made for the first name. */
    private void note(String name) {
        if (stores.isEmpty()) {
            stores = new LinkedHashSet<>();
        }
        stores.add(name);
    }

    /** Takes over what branches did; a name that only some of them set starts with what is outside. */
    void merge(List<Symbols> branches) {
        Set<String> conditional = new HashSet<>();
        branches.forEach(branch -> conditional.addAll(branch.stores));
        stores.forEach(conditional::remove);
        for (Symbols branch : branches) {
            entries.putAll(branch.entries);
            branch.stores.forEach(this::note);
        }
        for (String name : conditional) {
            Variable outer = parent == null ? null : parent.find(name);
            define(name, outer == null ? Kind.RESOLVE : Kind.ALIAS, outer);
        }
    }

    /** What the variables of this scope start with. */
    Loads loads() {
        List<Loads.Load> loads = new ArrayList<>(entries.size());
        entries.forEach((name, entry) -> {
            if (entry.kind() != Kind.PARAMETER) {
                loads.add(new Loads.Load(entry.variable().slot(), start(name, entry)));
            }
        });
        return new Loads(loads);
    }

    private Loads.Start start(String name, Entry entry) {
        if (entry.kind() == Kind.RESOLVE) {
            lookups.accept(name);
            return Loads.resolve(name);
        }
        return entry.outer() == null
                ? Loads.missing()
                : Loads.alias(entry.outer().from(function));
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
