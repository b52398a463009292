package dev.konflux.release.notes.jinja.compile;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import dev.konflux.release.notes.jinja.run.Eval;
import dev.konflux.release.notes.jinja.run.Exec;
import dev.konflux.release.notes.jinja.tree.Expr;
import dev.konflux.release.notes.jinja.tree.Stmt;
import dev.konflux.release.notes.jinja.tree.Tree;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Compiles loops. */
final class LoopCompiler {

    private final TemplateCompiler template;
    private final StatementCompiler statements;
    private final ExpressionCompiler expressions;

    LoopCompiler(TemplateCompiler template, StatementCompiler statements, ExpressionCompiler expressions) {
        this.template = template;
        this.statements = statements;
        this.expressions = expressions;
    }

    Exec loop(Stmt.For node, Scope scope) {
        Scope loopScope = node.recursive() ? scope.innerFunction() : scope.inner();
        FunctionScope function = loopScope.symbols.function();
        Inside inside = template.hasUnusualLoops() ? Inside.of(node) : new Inside();
        boolean usesLoop = node.recursive() || inside.scopedBlock || Undeclared.reads(node.body(), "loop");
        int loopSlot = usesLoop ? loopScope.symbols.parameter("loop").slot() : -1;
        SymbolFinder.visitLoopTarget(loopScope.symbols, node.target());
        SymbolFinder.visit(loopScope.symbols, node.body());
        Scope elseScope = node.otherwise().isEmpty() ? null : elseScope(node, scope, function);
        LoopFilter filter = node.test() == null ? null : filter(node, node.test(), scope.inner(function));
        inside.refuseLoopAsTarget();
        loopScope.inLoop = true;
        Target target = Target.of(node.target(), loopScope);
        Eval items = expressions.compile(node.items(), scope);
        Exec[] body = statements.body(node.body(), loopScope);
        ForExec.Otherwise otherwise = elseScope == null ? null : otherwise(node, elseScope);
        ForExec.Turns turns = new ForExec.Turns(target, loopSlot, loopScope.symbols.loads(), body);
        ForExec exec = new ForExec(template.name(), node, items, filter, turns, otherwise);
        Tree end = template.lines().last();
        return node.recursive()
                ? new RecursiveForExec(template.name(), node, end, items, exec, function.slots(), scope.escaping)
                : exec;
    }

    private static Scope elseScope(Stmt.For node, Scope scope, FunctionScope function) {
        Scope elseScope = scope.inner(function);
        elseScope.inLoop = scope.inLoop && !node.recursive();
        SymbolFinder.visit(elseScope.symbols, node.otherwise());
        return elseScope;
    }

    private ForExec.Otherwise otherwise(Stmt.For node, Scope scope) {
        Exec[] body = statements.body(node.otherwise(), scope);
        return new ForExec.Otherwise(scope.symbols.loads(), body);
    }

    private LoopFilter filter(Stmt.For node, Expr test, Scope scope) {
        SymbolFinder.visitLoopTarget(scope.symbols, node.target());
        SymbolFinder.visit(scope.symbols, List.of(test));
        Target target = Target.of(node.target(), scope);
        Eval compiled = expressions.compile(test, scope);
        return new LoopFilter(template.name(), test, scope.symbols.loads(), target, compiled);
    }

    /** What the compiler must know of all nodes inside a loop. */
    private static final class Inside implements Consumer<Tree> {

        private boolean scopedBlock;
        private Expr.@Nullable Name loopAsTarget;

        static Inside of(Stmt.For node) {
            Inside inside = new Inside();
            node.eachChild(inside);
            return inside;
        }

        @Override
        public void accept(Tree node) {
            if (node instanceof Stmt.Block block) {
                scopedBlock |= block.scoped();
            } else if (node instanceof Expr.Name name && isLoopAsTarget(name)) {
                loopAsTarget = name;
            }
            node.eachChild(this);
        }

        private boolean isLoopAsTarget(Expr.Name name) {
            return loopAsTarget == null
                    && name.use() == Expr.Use.STORE
                    && name.name().equals("loop");
        }

        void refuseLoopAsTarget() {
            if (loopAsTarget != null) {
                String message = "Can't assign to special loop variable in for-loop target";
                throw new Fault(FaultKind.ASSERTION, message, loopAsTarget.line(), loopAsTarget.offset());
            }
        }
    }
}
