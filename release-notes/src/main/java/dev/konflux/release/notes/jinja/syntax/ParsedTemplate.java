package dev.konflux.release.notes.jinja.syntax;

import dev.konflux.release.notes.jinja.tree.Stmt;
import java.util.List;

/**
 * A template's statements, and what the parser met on its way, which spares the compiler walks through templates without it.
 *
 * @param body the statements
 * @param hasBlocks whether there may be blocks or a parent
 * @param readsSelf whether the name {@code self} may be read
 * @param setsLoop whether the name {@code loop} may be set
 */
public record ParsedTemplate(List<Stmt> body, boolean hasBlocks, boolean readsSelf, boolean setsLoop) {}
