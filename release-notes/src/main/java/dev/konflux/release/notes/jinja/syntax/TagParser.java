package dev.konflux.release.notes.jinja.syntax;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import dev.konflux.release.notes.jinja.tree.Expr;
import dev.konflux.release.notes.jinja.tree.Stmt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses the inside of tags, one method a tag. */
final class TagParser {

    private final TokenStream stream;
    private final ExpressionParser expressions;
    private final BodyParser template;
    private final TargetParser targets;
    private final TemplateTags templateTags;
    private final boolean doTag;
    private final boolean loopControls;

    TagParser(Syntax syntax, TokenStream stream, ExpressionParser expressions, BodyParser template) {
        this.stream = stream;
        this.expressions = expressions;
        this.template = template;
        this.targets = new TargetParser(stream, expressions);
        this.templateTags = new TemplateTags(stream, expressions, template, targets, syntax.customTags());
        this.doTag = syntax.doTag();
        this.loopControls = syntax.loopControls();
    }

    /** The statement of a tag whose name is the current token; null when there is no such tag. */
    @Nullable
    Stmt parse(String tag) {
        return switch (tag) {
            case "for" -> forLoop();
            case "if" -> condition();
            case "set" -> set();
            case "print" -> print();
            case "with" -> with();
            case "autoescape" -> autoescape();
            case "macro" -> macro();
            case "call" -> call();
            case "filter" -> filter();
            case "do" -> doTag ? doExpression() : null;
            case "break" -> loopControls ? control(true) : null;
            case "continue" -> loopControls ? control(false) : null;
            default -> templateTags.parse(tag);
        };
    }

    /** Whether there were blocks or a parent. */
    boolean metBlocks() {
        return templateTags.metBlocks();
    }

    /** Whether anything was called {@code loop}. */
    boolean metLoopAsTarget() {
        return targets.metLoop();
    }

    private Stmt forLoop() {
        Token at = stream.expectName("for");
        Expr target = targets.target(false);
        stream.expectName("in");
        Expr items = expressions.tuple(false);
        Expr test = stream.skipIfName("if") ? expressions.expression() : null;
        boolean recursive = stream.skipIfName("recursive");
        List<Stmt> body = template.statements("endfor", "else");
        boolean ended = stream.next().isName("endfor");
        List<Stmt> otherwise = ended ? List.of() : template.statementsThrough("endfor");
        return new Stmt.For(target, items, body, otherwise, test, recursive, at.line(), at.offset());
    }

    private Stmt condition() {
        Token at = stream.expectName("if");
        Expr test = expressions.tuple(false);
        List<Stmt> body = template.statements("elif", "else", "endif");
        List<Stmt.If> elifs = new ArrayList<>();
        List<Stmt> otherwise = List.of();
        Token end = stream.next();
        while (end.isName("elif")) {
            Token branch = stream.current();
            Expr branchTest = expressions.tuple(false);
            List<Stmt> branchBody = template.statements("elif", "else", "endif");
            elifs.add(new Stmt.If(branchTest, branchBody, List.of(), List.of(), branch.line(), branch.offset()));
            end = stream.next();
        }
        if (end.isName("else")) {
            otherwise = template.statementsThrough("endif");
        }
        return new Stmt.If(test, body, List.copyOf(elifs), otherwise, at.line(), at.offset());
    }

    private Stmt set() {
        Token at = stream.next();
        Expr target = targets.target(true);
        if (stream.skipIf(TokenType.ASSIGN)) {
            return new Stmt.Assign(target, expressions.tuple(true), at.line(), at.offset());
        }
        Expr.Filter filter = null;
        while (stream.skipIf(TokenType.PIPE)) {
            filter = expressions.primary().filter(filter);
        }
        List<Stmt> body = template.statementsThrough("endset");
        return new Stmt.AssignBlock(target, filter, body, at.line(), at.offset());
    }

    private Stmt print() {
        Token at = stream.next();
        List<Expr> parts = new ArrayList<>();
        while (!stream.current().is(TokenType.BLOCK_END)) {
            if (!parts.isEmpty()) {
                stream.expect(TokenType.COMMA);
            }
            parts.add(expressions.expression());
        }
        return new Stmt.Output(List.copyOf(parts), at.line(), at.offset());
    }

    private Stmt with() {
        Token at = stream.next();
        List<Expr> names = new ArrayList<>();
        List<Expr> values = new ArrayList<>();
        while (!stream.current().is(TokenType.BLOCK_END)) {
            if (!names.isEmpty()) {
                stream.expect(TokenType.COMMA);
            }
            names.add(TargetParser.used(targets.target(false), Expr.Use.PARAMETER));
            stream.expect(TokenType.ASSIGN);
            values.add(expressions.expression());
        }
        List<Stmt> body = template.statementsThrough("endwith");
        return new Stmt.With(List.copyOf(names), List.copyOf(values), body, at.line(), at.offset());
    }

    private Stmt autoescape() {
        Token at = stream.next();
        Expr enabled = expressions.expression();
        return new Stmt.Autoescape(enabled, template.statementsThrough("endautoescape"), at.line(), at.offset());
    }

    private Stmt macro() {
        Token at = stream.next();
        String name = targets.name().name();
        Stmt.Parameters parameters = parameters();
        return new Stmt.Macro(name, parameters, template.statementsThrough("endmacro"), at.line(), at.offset());
    }

    private Stmt.Parameters parameters() {
        List<Expr.Name> names = new ArrayList<>();
        List<Expr> defaults = new ArrayList<>();
        stream.expect(TokenType.LPAREN);
        while (!stream.current().is(TokenType.RPAREN)) {
            if (!names.isEmpty()) {
                stream.expect(TokenType.COMMA);
            }
            Expr.Name name = targets.name();
            if (stream.skipIf(TokenType.ASSIGN)) {
                defaults.add(expressions.expression());
            } else if (!defaults.isEmpty()) {
                throw expressions.fail("non-default argument follows default argument", stream.current());
            }
            names.add(new Expr.Name(name.name(), Expr.Use.PARAMETER, name.line(), name.offset()));
        }
        stream.expect(TokenType.RPAREN);
        return new Stmt.Parameters(List.copyOf(names), List.copyOf(defaults));
    }

    private Stmt call() {
        Token at = stream.next();
        Stmt.Parameters parameters =
                stream.current().is(TokenType.LPAREN) ? parameters() : new Stmt.Parameters(List.of(), List.of());
        if (!(expressions.expression() instanceof Expr.Call call)) {
            throw new Fault(FaultKind.SYNTAX, "expected call", at.line(), at.offset());
        }
        return new Stmt.CallBlock(call, parameters, template.statementsThrough("endcall"), at.line(), at.offset());
    }

    private Stmt filter() {
        Token at = stream.next();
        Expr.Filter filter = expressions.primary().filter(null);
        while (stream.skipIf(TokenType.PIPE)) {
            filter = expressions.primary().filter(filter);
        }
        return new Stmt.FilterBlock(template.statementsThrough("endfilter"), filter, at.line(), at.offset());
    }

    private Stmt doExpression() {
        Token at = stream.next();
        return new Stmt.Do(expressions.tuple(true), at.line(), at.offset());
    }

    private Stmt control(boolean isBreak) {
        Token at = stream.next();
        return new Stmt.LoopControl(isBreak, at.line(), at.offset());
    }
}
