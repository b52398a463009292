package dev.konflux.release.notes;

import com.google.common.collect.ImmutableSortedSet;
import dev.konflux.release.notes.jinja.compile.TemplateCompiler;
import dev.konflux.release.notes.jinja.run.CompiledTemplate;
import dev.konflux.release.notes.jinja.run.Environment;
import dev.konflux.release.notes.jinja.tree.Document;
import dev.konflux.release.notes.jinja.tree.Expr;
import java.util.HashSet;
import java.util.Set;

/** Which variables a template reads. */
record VariableNames(Set<String> used, Set<String> undefined) {

    static VariableNames of(Environment environment, CompiledTemplate template) {
        Set<String> used = new HashSet<>();
        Document.forEach(environment.parser().parse(template.source()).body(), node -> {
            if (node instanceof Expr.Name name && name.use() == Expr.Use.LOAD) {
                used.add(name.name());
            }
        });
        Set<String> undefined = new HashSet<>(TemplateCompiler.lookups(environment, template));
        undefined.removeAll(environment.globals().keySet());
        return new VariableNames(ImmutableSortedSet.copyOf(used), ImmutableSortedSet.copyOf(undefined));
    }
}
