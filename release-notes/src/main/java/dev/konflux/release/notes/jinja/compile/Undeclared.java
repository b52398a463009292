package dev.konflux.release.notes.jinja.compile;

import dev.konflux.release.notes.jinja.tree.Expr;
import dev.konflux.release.notes.jinja.tree.Stmt;
import dev.konflux.release.notes.jinja.tree.Tree;
import java.util.List;
import java.util.function.Consumer;

/** Finds out whether a special name is read before anything sets it, inner scopes included, blocks not. */
final class Undeclared implements Consumer<Tree> {

    private final String wanted;
    private boolean decided;
    private boolean read;

    private Undeclared(String wanted) {
        this.wanted = wanted;
    }

    static boolean reads(List<? extends Tree> nodes, String name) {
        Undeclared search = new Undeclared(name);
        nodes.forEach(search);
        return search.read;
    }

    @Override
    public void accept(Tree node) {
        if (decided || node instanceof Stmt.Block) {
            return;
        }
        if (node instanceof Expr.Name name) {
            decided = name.name().equals(wanted);
            read = decided && name.use() == Expr.Use.LOAD;
            return;
        }
        node.eachChild(this);
    }
}
