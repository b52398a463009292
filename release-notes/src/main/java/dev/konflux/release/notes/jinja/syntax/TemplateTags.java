package dev.konflux.release.notes.jinja.syntax;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import dev.konflux.release.notes.jinja.tree.Expr;
import dev.konflux.release.notes.jinja.tree.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parses the tags about blocks and other templates. */
final class TemplateTags {

    private final TokenStream stream;
    private final ExpressionParser expressions;
    private final BodyParser template;
    private final TargetParser targets;
    private final Map<String, String> customTags;
    private boolean metBlocks;

    TemplateTags(
            TokenStream stream,
            ExpressionParser expressions,
            BodyParser template,
            TargetParser targets,
            Map<String, String> customTags) {
        this.customTags = customTags;
        this.stream = stream;
        this.expressions = expressions;
        this.template = template;
        this.targets = targets;
    }

    /** The statement of a tag whose name is the current token; null when there is no such tag. */
    @Nullable
    Stmt parse(String tag) {
        return switch (tag) {
            case "block" -> block();
            case "extends" -> extend();
            case "include" -> include();
            case "import" -> importAll();
            case "from" -> importSome();
            default -> custom(tag);
        };
    }

    boolean metBlocks() {
        return metBlocks;
    }

    private @Nullable Stmt custom(String tag) {
        String end = customTags.get(tag);
        if (end == null) {
            return null;
        }
        Token at = stream.next();
        while (!stream.current().is(TokenType.BLOCK_END) && !stream.current().is(TokenType.EOF)) {
            stream.next();
        }
        String words = stream.text(at.offset() + tag.length(), stream.current().offset());
        List<Stmt> body = end.isEmpty() ? List.of() : template.statementsThrough(end);
        return new Stmt.Custom(tag, words.strip(), body, at.line(), at.offset());
    }

    private Stmt block() {
        metBlocks = true;
        Token at = stream.next();
        String name = stream.expect(TokenType.NAME).text();
        boolean scoped = stream.skipIfName("scoped");
        boolean required = stream.skipIfName("required");
        if (stream.current().is(TokenType.SUB)) {
            throw expressions.fail(
                    "Block names in Jinja have to be valid Python identifiers and may not contain hyphens, use an underscore instead.",
                    stream.current());
        }
        List<Stmt> body = template.statementsThrough("endblock");
        if (required && !body.stream().allMatch(TemplateTags::isBlank)) {
            throw expressions.fail("Required blocks can only contain comments or whitespace", stream.current());
        }
        stream.skipIfName(name);
        return new Stmt.Block(name, body, scoped, required, at.line(), at.offset());
    }

    private static boolean isBlank(Stmt statement) {
        return statement instanceof Stmt.Output output
                && output.parts().stream()
                        .allMatch(part -> part instanceof Expr.Text text
                                && text.text().chars().allMatch(Scanning::isSpace));
    }

    private Stmt extend() {
        metBlocks = true;
        Token at = stream.next();
        return new Stmt.Extends(expressions.expression(), at.line(), at.offset());
    }

    private Stmt include() {
        Token at = stream.next();
        Expr source = expressions.expression();
        boolean ignore = stream.current().isName("ignore") && stream.look().isName("missing");
        if (ignore) {
            stream.skip(2);
        }
        Boolean withContext = context();
        return new Stmt.Include(source, withContext == null || withContext, ignore, at.line(), at.offset());
    }

    private @Nullable Boolean context() {
        Token word = stream.current();
        boolean given =
                (word.isName("with") || word.isName("without")) && stream.look().isName("context");
        if (!given) {
            return null;
        }
        stream.skip(2);
        return word.isName("with");
    }

    private Stmt importAll() {
        Token at = stream.next();
        Expr source = expressions.expression();
        stream.expectName("as");
        String target = targets.name().name();
        Boolean withContext = context();
        return new Stmt.Import(source, target, withContext != null && withContext, at.line(), at.offset());
    }

    private Stmt importSome() {
        Token at = stream.next();
        Expr source = expressions.expression();
        stream.expectName("import");
        List<Stmt.Alias> names = new ArrayList<>();
        Boolean withContext = null;
        while (true) {
            if (!names.isEmpty()) {
                stream.expect(TokenType.COMMA);
            }
            if (!stream.current().is(TokenType.NAME)) {
                stream.expect(TokenType.NAME);
            }
            withContext = context();
            if (withContext != null) {
                break;
            }
            names.add(alias());
            withContext = context();
            if (withContext != null || !stream.current().is(TokenType.COMMA)) {
                break;
            }
        }
        boolean shared = withContext != null && withContext;
        return new Stmt.FromImport(source, List.copyOf(names), shared, at.line(), at.offset());
    }

    private Stmt.Alias alias() {
        Expr.Name name = targets.name();
        if (name.name().startsWith("_")) {
            throw new Fault(
                    FaultKind.ASSERTION,
                    "names starting with an underline can not be imported",
                    name.line(),
                    name.offset());
        }
        String as = stream.skipIfName("as") ? targets.name().name() : name.name();
        return new Stmt.Alias(name.name(), as);
    }
}
