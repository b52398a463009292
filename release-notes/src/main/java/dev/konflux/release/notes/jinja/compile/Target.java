package dev.konflux.release.notes.jinja.compile;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.run.Frame;
import dev.konflux.release.notes.jinja.run.Loads;
import dev.konflux.release.notes.jinja.tree.Expr;
import dev.konflux.release.notes.jinja.value.Iteration;
import dev.konflux.release.notes.jinja.value.Namespace;
import dev.konflux.release.notes.jinja.value.PySequence;
import dev.konflux.release.notes.jinja.value.Types;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Something that can be assigned to. */
@FunctionalInterface
interface Target {

    /** Assigns a value. */
    void assign(Frame frame, Object value);

    /** The target of an expression in a scope. */
    static Target of(Expr node, Scope scope) {
        if (node instanceof Expr.Name name) {
            Loads.Place place = scope.symbols.require(name.name()).from(scope.symbols.function());
            int slot = place.slot();
            return place.depth() == 0 ? (frame, value) -> frame.set(slot, value) : place::write;
        }
        if (node instanceof Expr.NamespaceTarget target) {
            Loads.Place place = scope.symbols.require(target.namespace()).from(scope.symbols.function());
            return (frame, value) -> namespace(place.read(frame)).set(target.attribute(), value);
        }
        List<Target> items = ((Expr.Tuple) node)
                .items().stream().map(item -> of(item, scope)).toList();
        return new Unpacking(items.toArray(new Target[0]));
    }

    private static Namespace namespace(@org.jspecify.annotations.Nullable Object value) {
        if (value instanceof Namespace namespace) {
            return namespace;
        }
        throw Fault.runtime("cannot assign attribute on non-namespace object");
    }

    /** The names a target sets. */
    static List<String> names(Expr node) {
        List<String> names = new ArrayList<>();
        if (node instanceof Expr.Name name) {
            names.add(name.name());
        } else if (node instanceof Expr.Tuple tuple) {
            tuple.items().forEach(item -> names.addAll(names(item)));
        }
        return names;
    }

    /** The variables that must hold namespaces. */
    static List<Loads.Place> namespaces(Expr node, Scope scope) {
        List<Loads.Place> places = new ArrayList<>();
        if (node instanceof Expr.NamespaceTarget target) {
            places.add(scope.symbols.require(target.namespace()).from(scope.symbols.function()));
        } else if (node instanceof Expr.Tuple tuple) {
            tuple.items().forEach(item -> places.addAll(namespaces(item, scope)));
        }
        return places;
    }

    /** Several targets at once. */
    final class Unpacking implements Target {

        private final Target[] targets;

        Unpacking(Target[] targets) {
            this.targets = targets;
        }

        @Override
        public void assign(Frame frame, Object value) {
            if (value instanceof PySequence sequence && sequence.length() == targets.length) {
                for (int i = 0; i < targets.length; i++) {
                    targets[i].assign(frame, sequence.items().get(i));
                }
                return;
            }
            Iterator<Object> items = Iteration.find(value);
            if (items == null) {
                throw Fault.type("cannot unpack non-iterable " + Types.name(value) + " object");
            }
            List<Object> values = new ArrayList<>();
            while (items.hasNext()) {
                if (values.size() == targets.length) {
                    throw Fault.value("too many values to unpack (expected " + targets.length + ")");
                }
                values.add(items.next());
            }
            if (values.size() < targets.length) {
                throw Fault.value(
                        "not enough values to unpack (expected " + targets.length + ", got " + values.size() + ")");
            }
            for (int i = 0; i < targets.length; i++) {
                targets[i].assign(frame, values.get(i));
            }
        }
    }
}
