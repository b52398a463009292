package dev.konflux.release.notes.jinja.compile;

import dev.konflux.release.notes.jinja.tree.Expr;
import dev.konflux.release.notes.jinja.tree.Stmt;
import dev.konflux.release.notes.jinja.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Fills the symbols of a scope from its statements, without looking into the scopes inside it. */
final class SymbolFinder implements Consumer<Tree> {

    private Symbols symbols;

    private SymbolFinder(Symbols symbols) {
        this.symbols = symbols;
    }

    static void visit(Symbols symbols, List<? extends Tree> nodes) {
        SymbolFinder finder = new SymbolFinder(symbols);
        nodes.forEach(finder);
    }

    static void visitChildren(Symbols symbols, Tree node) {
        node.eachChild(new SymbolFinder(symbols));
    }

    /** The names of a loop's target are set by the loop itself. */
    static void visitLoopTarget(Symbols symbols, Expr target) {
        if (target instanceof Expr.Name name) {
            symbols.parameter(name.name());
        } else if (target instanceof Expr.Tuple tuple) {
            tuple.items().forEach(item -> visitLoopTarget(symbols, item));
        } else {
            visit(symbols, List.of(target));
        }
    }

    @Override
    public void accept(Tree node) {
        if (node instanceof Expr.Name name) {
            switch (name.use()) {
                case LOAD -> symbols.load(name.name());
                case STORE -> symbols.store(name.name());
                case PARAMETER -> symbols.parameter(name.name());
            }
        } else if (node instanceof Expr.NamespaceTarget target) {
            symbols.load(target.namespace());
        } else {
            visitInside(node);
        }
    }

    private void visitInside(Tree node) {
        if (node instanceof Stmt.Output) {
            node.eachChild(this);
        } else if (node instanceof Stmt.If condition) {
            visitIf(condition);
        } else if (node instanceof Stmt.Macro macro) {
            symbols.store(macro.name());
        } else if (node instanceof Stmt.Import all) {
            accept(all.template());
            symbols.store(all.target());
        } else if (node instanceof Stmt.FromImport some) {
            accept(some.template());
            some.names().forEach(alias -> symbols.store(alias.as()));
        } else if (node instanceof Stmt.Assign assign) {
            accept(assign.value());
            accept(assign.target());
        } else if (node instanceof Stmt.For loop) {
            accept(loop.items());
        } else if (node instanceof Stmt.CallBlock call) {
            accept(call.call());
        } else if (node instanceof Stmt.FilterBlock block) {
            accept(block.filter());
        } else if (node instanceof Stmt.With with) {
            with.values().forEach(this);
        } else if (node instanceof Stmt.AssignBlock block) {
            accept(block.target());
        } else if (!(node instanceof Stmt.Block || node instanceof Stmt.Custom || node instanceof Stmt.Autoescape)) {
            node.eachChild(this);
        }
    }

    private void visitIf(Stmt.If node) {
        accept(node.test());
        Symbols before = symbols;
        List<Symbols> branches = new ArrayList<>();
        for (List<? extends Tree> nodes : List.of(node.body(), node.elifs(), node.otherwise())) {
            if (!nodes.isEmpty()) {
                branches.add(branch(nodes));
            }
        }
        before.merge(branches);
    }

    private Symbols branch(List<? extends Tree> nodes) {
        Symbols before = symbols;
        Symbols branch = before.branch();
        symbols = branch;
        nodes.forEach(this);
        symbols = before;
        return branch;
    }
}
