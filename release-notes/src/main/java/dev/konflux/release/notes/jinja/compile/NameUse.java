package dev.konflux.release.notes.jinja.compile;

import dev.konflux.release.notes.jinja.tree.Document;
import dev.konflux.release.notes.jinja.tree.Expr;
import dev.konflux.release.notes.jinja.tree.Stmt;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The names a template reads.
 *
 * @param loaded all that are read
 * @param undeclared those looked up in the context
 */
public record NameUse(Set<String> loaded, Set<String> undeclared) {

    /** The names of a template's statements. */
    public static NameUse of(List<Stmt> body) {
        Set<String> loaded = new HashSet<>();
        Document.forEach(body, node -> {
            if (node instanceof Expr.Name name && name.use() == Expr.Use.LOAD) {
                loaded.add(name.name());
            }
        });
        return new NameUse(Set.copyOf(loaded), Set.copyOf(ContextNames.of(body)));
    }
}
