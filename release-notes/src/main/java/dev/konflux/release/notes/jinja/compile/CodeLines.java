package dev.konflux.release.notes.jinja.compile;

import dev.konflux.release.notes.jinja.tree.Expr;
import dev.konflux.release.notes.jinja.tree.Stmt;
import dev.konflux.release.notes.jinja.tree.Tree;
import java.util.List;

/**
 * The line that Jinja2 noted last while it wrote Python's code. It notes none for {@code with} and {@code autoescape}, so their expressions
 * count as standing in the line noted before them.
 */
final class CodeLines {

    private Tree last = new Stmt.Output(List.of(), 1, 0);
    private Tree before = last;

    /** What stands in that line. */
    Tree last() {
        return last;
    }

    /** What stood in it before the statement that is being compiled. */
    Tree before() {
        return before;
    }

    /** A statement is about to be compiled. */
    void begin(Stmt node) {
        boolean noted = !(node instanceof Stmt.With
                || node instanceof Stmt.Autoescape
                || node instanceof Stmt.Output
                || isNotedAtEnd(node));
        before = last;
        if (noted) {
            last = node;
        }
    }

    /** A statement was compiled. */
    void end(Stmt node) {
        if (isNotedAtEnd(node) || isNotedTwice(node)) {
            last = node;
        }
    }

    private static boolean isNotedAtEnd(Stmt node) {
        return node instanceof Stmt.AssignBlock || node instanceof Stmt.FilterBlock;
    }

    private static boolean isNotedTwice(Stmt node) {
        return node instanceof Stmt.CallBlock || (node instanceof Stmt.For loop && loop.recursive());
    }

    /** A part of the output that is neither text nor constant is about to be compiled. */
    void output(Expr part) {
        last = part;
    }
}
