package dev.konflux.release.notes.jinja.tree;

import java.util.List;

/** A node of a template's tree. */
public sealed interface Tree permits Expr, Stmt {

    /** The line it counts as standing on, from 1. */
    int line();

    /** The offset of its first token in the source. */
    int offset();

    /** The nodes below it in the order of evaluation analysis. */
    List<Tree> children();
}
