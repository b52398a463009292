package dev.konflux.release.notes.jinja.compile;

import dev.konflux.release.notes.jinja.tree.Expr;
import dev.konflux.release.notes.jinja.tree.Stmt;
import dev.konflux.release.notes.jinja.tree.Tree;
import java.util.List;

/** Fills the symbols of a scope from its statements, without looking into the scopes inside it. */
final class SymbolFinder {

    private Symbols symbols;

    private SymbolFinder(Symbols symbols) {
        this.symbols = symbols;
    }

    static void visit(Symbols symbols, List<? extends Tree> nodes) {
        SymbolFinder finder = new SymbolFinder(symbols);
        nodes.forEach(finder::visit);
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

    private void visit(Tree node) {
        if (node instanceof Expr expression) {
            visitExpression(expression);
        } else if (node instanceof Stmt statement) {
            visitStatement(statement);
        }
    }

    private void visitExpression(Expr node) {
        if (node instanceof Expr.Name name) {
            switch (name.use()) {
                case LOAD -> symbols.load(name.name());
                case STORE -> symbols.store(name.name());
                case PARAMETER -> symbols.parameter(name.name());
            }
        } else if (node instanceof Expr.NamespaceTarget target) {
            symbols.load(target.namespace());
        } else {
            node.children().forEach(this::visit);
        }
    }

    private void visitStatement(Stmt node) {
        if (node instanceof Stmt.If condition) {
            visitIf(condition);
        } else if (node instanceof Stmt.Macro macro) {
            symbols.store(macro.name());
        } else if (node instanceof Stmt.Import all) {
            visit(all.template());
            symbols.store(all.target());
        } else if (node instanceof Stmt.FromImport some) {
            visit(some.template());
            some.names().forEach(alias -> symbols.store(alias.as()));
        } else if (node instanceof Stmt.Assign assign) {
            visit(assign.value());
            visit(assign.target());
        } else if (node instanceof Stmt.For loop) {
            visit(loop.items());
        } else if (node instanceof Stmt.CallBlock call) {
            visit(call.call());
        } else if (node instanceof Stmt.FilterBlock block) {
            visit(block.filter());
        } else if (node instanceof Stmt.With with) {
            with.values().forEach(this::visit);
        } else if (node instanceof Stmt.AssignBlock block) {
            visit(block.target());
        } else if (!(node instanceof Stmt.Block) && !(node instanceof Stmt.Autoescape)) {
            node.children().forEach(this::visit);
        }
    }

    private void visitIf(Stmt.If node) {
        visit(node.test());
        Symbols before = symbols;
        List<Symbols> branches = List.of(branch(node.body()), branch(node.elifs()), branch(node.otherwise()));
        before.merge(branches);
    }

    private Symbols branch(List<? extends Tree> nodes) {
        Symbols before = symbols;
        Symbols branch = before.branch();
        symbols = branch;
        nodes.forEach(this::visit);
        symbols = before;
        return branch;
    }
}
