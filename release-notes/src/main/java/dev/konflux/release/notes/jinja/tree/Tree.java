package dev.konflux.release.notes.jinja.tree;

import java.util.function.Consumer;

/** A node of a template's tree. */
public sealed interface Tree permits Expr, Stmt {

    /** The line it counts as standing on, from 1. */
    int line();

    /** The offset of its first token in the source. */
    int offset();

    /** Whether it is a statement. Asked of every node, so it is quicker than a look at its types. */
    boolean isStatement();

    /** Shows the nodes right below it, in the order in which Jinja2 analyses them. */
    void eachChild(Consumer<? super Tree> visitor);
}
