package dev.konflux.release.notes.jinja.compile;

import dev.konflux.release.notes.jinja.tree.Expr;
import dev.konflux.release.notes.jinja.tree.Stmt;
import dev.konflux.release.notes.jinja.tree.Tree;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the names that a template looks up outside itself. A name that is set in the same or an outer scope does not count. */
final class ContextNames {

    private final Set<String> found = new HashSet<>();

    private ContextNames() {}

    static Set<String> of(List<Stmt> body) {
        ContextNames names = new ContextNames();
        names.visit(body, new HashSet<>(Set.of("self")));
        return names.found;
    }

    private void visit(List<? extends Tree> nodes, Set<String> known) {
        nodes.forEach(node -> visit(node, known));
    }

    private void visit(Tree node, Set<String> known) {
        if (node instanceof Expr.Name name) {
            if (name.use() != Expr.Use.LOAD) {
                known.add(name.name());
            } else if (!known.contains(name.name())) {
                found.add(name.name());
            }
        } else if (node instanceof Stmt.For loop) {
            loop(loop, known);
        } else if (node instanceof Stmt.Macro macro) {
            known.add(macro.name());
            function(macro.parameters(), macro.body(), known);
        } else if (node instanceof Stmt.CallBlock call) {
            visit(call.call(), known);
            function(call.parameters(), call.body(), known);
        } else if (node instanceof Stmt.Assign assign) {
            visit(assign.value(), known);
            visit(assign.target(), known);
        } else if (node instanceof Stmt.With with) {
            visit(with.values(), known);
            Set<String> inner = new HashSet<>(known);
            visit(with.targets(), inner);
            visit(with.body(), inner);
        } else {
            other(node, known);
        }
    }

    private void other(Tree node, Set<String> known) {
        if (node instanceof Stmt.Import all) {
            visit(all.template(), known);
            known.add(all.target());
        } else if (node instanceof Stmt.FromImport some) {
            visit(some.template(), known);
            some.names().forEach(alias -> known.add(alias.as()));
        } else if (node instanceof Stmt.Block block) {
            Set<String> inner = new HashSet<>(known);
            inner.add("super");
            visit(block.body(), inner);
        } else {
            boolean scope = node instanceof Stmt.FilterBlock || node instanceof Stmt.Autoescape;
            Set<String> inner = scope ? new HashSet<>(known) : known;
            node.eachChild(child -> visit(child, inner));
        }
    }

    private void loop(Stmt.For loop, Set<String> known) {
        visit(loop.items(), known);
        Set<String> inner = new HashSet<>(known);
        visit(loop.target(), inner);
        if (loop.test() != null) {
            visit(loop.test(), inner);
        }
        inner.add("loop");
        visit(loop.body(), inner);
        visit(loop.otherwise(), new HashSet<>(known));
    }

    private void function(Stmt.Parameters parameters, List<Stmt> body, Set<String> known) {
        Set<String> inner = new HashSet<>(known);
        inner.addAll(Set.of("caller", "kwargs", "varargs"));
        visit(parameters.defaults(), inner);
        visit(parameters.names(), inner);
        visit(body, inner);
    }
}
