package dev.konflux.release.notes.jinja.compile;

import dev.konflux.release.notes.jinja.tree.Expr;
import dev.konflux.release.notes.jinja.tree.Stmt;
import dev.konflux.release.notes.jinja.tree.Tree;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds which special names are read before anything sets them, inner scopes included, blocks not. */
final class Undeclared {

    private final Set<String> wanted;
    private final Set<String> found = new HashSet<>();

    private Undeclared(Set<String> wanted) {
        this.wanted = new HashSet<>(wanted);
    }

    static Set<String> in(List<? extends Tree> nodes, String... names) {
        Undeclared search = new Undeclared(Set.of(names));
        nodes.forEach(search::visit);
        return search.found;
    }

    private void visit(Tree node) {
        if (node instanceof Stmt.Block) {
            return;
        }
        if (node instanceof Expr.Name name) {
            if (name.use() == Expr.Use.LOAD && wanted.contains(name.name())) {
                found.add(name.name());
            } else {
                wanted.remove(name.name());
            }
            return;
        }
        node.children().forEach(this::visit);
    }
}
