package dev.konflux.release.notes.jinja.compile;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import dev.konflux.release.notes.jinja.run.Code;
import dev.konflux.release.notes.jinja.run.CompiledTemplate;
import dev.konflux.release.notes.jinja.run.Context;
import dev.konflux.release.notes.jinja.run.Environment;
import dev.konflux.release.notes.jinja.run.Exec;
import dev.konflux.release.notes.jinja.run.Flow;
import dev.konflux.release.notes.jinja.run.Frame;
import dev.konflux.release.notes.jinja.run.Loads;
import dev.konflux.release.notes.jinja.run.TemplateReference;
import dev.konflux.release.notes.jinja.syntax.ParsedTemplate;
import dev.konflux.release.notes.jinja.tree.Document;
import dev.konflux.release.notes.jinja.tree.Stmt;
import dev.konflux.release.notes.jinja.tree.Tree;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Compiles one template. */
public final class TemplateCompiler {

    private final Environment environment;
    private final String name;
    private final ParsedTemplate parsed;
    private final Map<String, Code> blocks = new LinkedHashMap<>();
    private final CodeLines lines = new CodeLines();
    private final Optimizer optimizer;
    private final Consumer<String> lookups;
    private @Nullable Fault refusedByPython;
    private int extendsSoFar;
    private boolean extendsForSure;

    private TemplateCompiler(Environment environment, String name, ParsedTemplate parsed, Consumer<String> lookups) {
        this.environment = environment;
        this.lookups = lookups;
        this.name = name;
        this.parsed = parsed;
        this.optimizer = new Optimizer(new Constants(environment, () -> Context.beforeRunning(environment, name)));
    }

    /** The template of a source. */
    public static CompiledTemplate compile(Environment environment, String name, String source) {
        try {
            ParsedTemplate parsed = environment.parser().parse(source);
            return new TemplateCompiler(environment, name, parsed, lookup -> {}).template(source);
        } catch (StackOverflowError tooDeep) {
            throw new Fault(FaultKind.RECURSION, "template nested too deeply", 1, 0).at(name, 1, 0);
        }
    }

    /** The names a template looks up in its context, blocks included; it must be one that compiles. */
    public static Set<String> lookups(Environment environment, CompiledTemplate template) {
        ParsedTemplate parsed = environment.parser().parse(template.source());
        Set<String> lookups = new HashSet<>();
        new TemplateCompiler(environment, template.name(), parsed, lookups::add).template(template.source());
        return lookups;
    }

    Environment environment() {
        return environment;
    }

    String name() {
        return name;
    }

    Optimizer optimizer() {
        return optimizer;
    }

    CodeLines lines() {
        return lines;
    }

    /** Whether a loop can hold what loops refuse or must know of: blocks, and targets called {@code loop}. */
    boolean hasUnusualLoops() {
        return parsed.hasBlocks() || parsed.setsLoop();
    }

    /** Notes what Python refuses when it reads the code Jinja2 writes: only once all of it is written. */
    void refuseAtEnd(Fault fault) {
        refusedByPython = refusedByPython == null ? fault : refusedByPython;
    }

    int extendsSoFar() {
        return extendsSoFar;
    }

    boolean extendsForSure() {
        return extendsForSure;
    }

    void extended(boolean forSure) {
        extendsSoFar++;
        extendsForSure |= forSure;
    }

    private CompiledTemplate template(String source) {
        CompiledTemplate template =
                parsed.hasBlocks() ? withBlocks(source) : new CompiledTemplate(name, source, root(false), Map.of());
        if (refusedByPython != null) {
            throw refusedByPython;
        }
        return template;
    }

    private CompiledTemplate withBlocks(String source) {
        Map<String, Stmt.Block> found = new LinkedHashMap<>();
        boolean[] hasExtends = new boolean[1];
        Document.forEachStatement(parsed.body(), node -> {
            if (node instanceof Stmt.Block block && found.put(block.name(), block) != null) {
                throw new Fault(
                        FaultKind.ASSERTION,
                        "block '" + block.name() + "' defined twice",
                        block.line(),
                        block.offset());
            }
            hasExtends[0] |= node instanceof Stmt.Extends;
        });
        found.keySet().forEach(block -> blocks.put(block, new Code(block)));
        Code root = root(hasExtends[0]);
        found.forEach(this::block);
        return new CompiledTemplate(name, source, root, Map.copyOf(blocks));
    }

    private Scope.Escaping escaping() {
        Scope.Escaping escaping = new Scope.Escaping();
        escaping.on = environment.autoescape();
        return escaping;
    }

    private Code root(boolean hasExtends) {
        Scope scope = Scope.function(escaping(), lookups);
        Loads.Start self = Loads.made(TemplateReference::new);
        boolean usesSelf = parsed.readsSelf() && Undeclared.reads(parsed.body(), "self");
        int selfSlot = usesSelf ? scope.symbols.parameter("self").slot() : -1;
        SymbolFinder.visit(scope.symbols, parsed.body());
        scope.topLevel = true;
        scope.rootLevel = true;
        scope.outputCheck = hasExtends;
        Exec[] statements = new StatementCompiler(this).body(parsed.body(), scope);
        Code code = new Code("root");
        code.fill(scope.symbols.function().slots(), withStart(scope, selfSlot, self), statements);
        return code;
    }

    private static Loads withStart(Scope scope, int slot, Loads.Start start) {
        return slot < 0 ? scope.symbols.loads() : scope.symbols.loads().and(new Loads.Load(slot, start));
    }

    private void block(String blockName, Stmt.Block block) {
        Code code = code(blockName);
        lines.begin(block);
        Scope scope = Scope.function(escaping(), lookups);
        int selfSlot = special(scope, block, "self");
        int superSlot = special(scope, block, "super");
        SymbolFinder.visit(scope.symbols, block.body());
        Exec[] statements = new StatementCompiler(this).body(block.body(), scope);
        Loads loads = withStart(scope, selfSlot, Loads.made(TemplateReference::new));
        if (superSlot >= 0) {
            loads = loads.and(new Loads.Load(superSlot, Loads.made(context -> context.parentOf(blockName, code))));
        }
        code.fill(scope.symbols.function().slots(), loads, statements);
    }

    /** The code of a custom tag's body. */
    Code body(String tag, List<Stmt> body) {
        Code code = new Code(tag);
        Scope scope = Scope.function(escaping(), lookups);
        SymbolFinder.visit(scope.symbols, body);
        Exec[] statements = new StatementCompiler(this).body(body, scope);
        code.fill(scope.symbols.function().slots(), scope.symbols.loads(), statements);
        return code;
    }

    private static int special(Scope scope, Stmt.Block block, String special) {
        return Undeclared.reads(block.body(), special)
                ? scope.symbols.parameter(special).slot()
                : -1;
    }

    private Code code(String blockName) {
        Code code = blocks.get(blockName);
        if (code == null) {
            throw new IllegalStateException(blockName);
        }
        return code;
    }

    /** A statement that always fails. */
    static Exec failing(String template, Tree node, String message) {
        return new Exec(template, node) {
            @Override
            protected Flow run(Frame frame) {
                throw Fault.runtime(message);
            }
        };
    }
}
