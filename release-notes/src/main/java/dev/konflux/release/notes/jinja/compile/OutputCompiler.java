package dev.konflux.release.notes.jinja.compile;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.run.Exec;
import dev.konflux.release.notes.jinja.tree.Expr;
import dev.konflux.release.notes.jinja.tree.Stmt;
import dev.konflux.release.notes.jinja.value.Markup;
import dev.konflux.release.notes.jinja.value.Strings;
import org.jspecify.annotations.Nullable;

/** Compiles what is written: text, constants and values. */
final class OutputCompiler {

    private final TemplateCompiler template;
    private final ExpressionCompiler expressions;

    OutputCompiler(TemplateCompiler template, ExpressionCompiler expressions) {
        this.template = template;
        this.expressions = expressions;
    }

    @Nullable
    Exec output(Stmt.Output node, Scope scope) {
        if (scope.outputCheck && template.extendsForSure()) {
            return null;
        }
        OutputExec.Part[] parts = new OutputExec.Part[node.parts().size()];
        int joined = 0;
        boolean afterKnown = false;
        for (int i = 0; i < parts.length; i++) {
            Expr part = node.parts().get(i);
            String known = known(part, scope.escaping);
            parts[i] = known == null ? printed(part, scope) : OutputExec.text(part, known);
            joined += known != null && afterKnown ? 0 : 1;
            afterKnown = known != null;
        }
        Exec exec = new OutputExec(template.name(), node, parts, joined);
        return scope.outputCheck ? new UnlessExtendedExec(template.name(), node, exec) : exec;
    }

    /** The text of what is written as it is; null where Jinja2 only asks when it runs whether text is escaped. */
    private @Nullable String known(Expr part, Scope.Escaping escaping) {
        if (part instanceof Expr.Text text) {
            return escaping.unknown ? null : text.text();
        }
        return knownText(part, escaping);
    }

    private OutputExec.Part printed(Expr part, Scope scope) {
        template.lines().output(part);
        if (part instanceof Expr.Text text) {
            return OutputExec.safe(text, text.text());
        }
        return OutputExec.value(part, expressions.compile(part, scope), scope.escaping);
    }

    /** The text of a constant; null when it is not known before running, or goes wrong and is better left to fail with a line. */
    private @Nullable String knownText(Expr part, Scope.Escaping escaping) {
        try {
            Object value = template.optimizer().value(part, escaping);
            return value == null ? null : escaping.on ? Markup.escaped(value).text() : Strings.of(value);
        } catch (Fault failsWhenItRuns) {
            return null;
        }
    }
}
