package dev.konflux.release.notes.jinja.compile;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import dev.konflux.release.notes.jinja.run.Eval;
import dev.konflux.release.notes.jinja.run.Exec;
import dev.konflux.release.notes.jinja.run.MacroCode;
import dev.konflux.release.notes.jinja.tree.Expr;
import dev.konflux.release.notes.jinja.tree.Stmt;
import dev.konflux.release.notes.jinja.tree.Tree;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiles macros and the bodies of call blocks. */
final class MacroCompiler {

    private final TemplateCompiler template;
    private final StatementCompiler statements;
    private final ExpressionCompiler expressions;

    MacroCompiler(TemplateCompiler template, StatementCompiler statements, ExpressionCompiler expressions) {
        this.template = template;
        this.statements = statements;
        this.expressions = expressions;
    }

    MacroCode compile(@Nullable String name, Stmt node, Stmt.Parameters parameters, List<Stmt> body, Scope outer) {
        Scope scope = outer.innerFunction();
        scope.outputCheck = false;
        Symbols symbols = scope.symbols;
        analyse(symbols, parameters, body);
        List<String> names = parameters.names().stream().map(Expr.Name::name).toList();
        refuseRepeated(names);
        boolean usesCaller = Undeclared.reads(body, "caller");
        if (usesCaller) {
            refuseBareCaller(node, parameters, names);
        }
        int caller = usesCaller && !names.contains("caller")
                ? symbols.parameter("caller").slot()
                : -1;
        int kwargs = special(symbols, body, names, "kwargs");
        int varargs = special(symbols, body, names, "varargs");
        analyse(symbols, parameters, body);
        int[] slots = names.stream()
                .mapToInt(parameter -> symbols.require(parameter).slot())
                .toArray();
        @Nullable Eval[] defaults = defaults(parameters, scope);
        Exec[] compiled = statements.body(body, scope);
        MacroCode.Signature signature =
                new MacroCode.Signature(names, slots, defaults, caller, usesCaller, kwargs, varargs);
        Tree end = template.lines().last();
        return new MacroCode(
                name, template.name(), node, end, signature, symbols.function().slots(), symbols.loads(), compiled);
    }

    private static void analyse(Symbols symbols, Stmt.Parameters parameters, List<Stmt> body) {
        SymbolFinder.visit(symbols, parameters.names());
        SymbolFinder.visit(symbols, parameters.defaults());
        SymbolFinder.visit(symbols, body);
    }

    private static int special(Symbols symbols, List<Stmt> body, List<String> names, String name) {
        return Undeclared.reads(body, name) && !names.contains(name)
                ? symbols.parameter(name).slot()
                : -1;
    }

    private static void refuseRepeated(List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                String message = "duplicate argument '" + name + "' in function definition";
                throw new Fault(FaultKind.PYTHON_SYNTAX, message);
            }
        }
    }

    private static void refuseBareCaller(Stmt node, Stmt.Parameters parameters, List<String> names) {
        int index = names.indexOf("caller");
        if (index >= 0 && index < names.size() - parameters.defaults().size()) {
            String message =
                    "When defining macros or call blocks the special \"caller\" argument must be omitted or be given a default.";
            throw new Fault(FaultKind.ASSERTION, message, node.line(), node.offset());
        }
    }

    private @Nullable Eval[] defaults(Stmt.Parameters parameters, Scope scope) {
        int count = parameters.names().size();
        int first = count - parameters.defaults().size();
        @Nullable Eval[] defaults = new @Nullable Eval[count];
        for (int i = first; i < count; i++) {
            defaults[i] = expressions.compile(parameters.defaults().get(i - first), scope);
        }
        return defaults;
    }
}
