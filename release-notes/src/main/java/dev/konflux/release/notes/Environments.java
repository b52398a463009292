package dev.konflux.release.notes;

import dev.konflux.release.notes.jinja.filter.AnsibleFilters;
import dev.konflux.release.notes.jinja.filter.BuiltInFilters;
import dev.konflux.release.notes.jinja.run.BuiltInGlobals;
import dev.konflux.release.notes.jinja.run.Environment;
import dev.konflux.release.notes.jinja.syntax.Syntax;
import dev.konflux.release.notes.jinja.syntax.TemplateParser;
import dev.konflux.release.notes.jinja.test.BuiltInTests;
import dev.konflux.release.notes.jinja.value.Budget;
import dev.konflux.release.notes.jinja.value.FilterFunction;
import dev.konflux.release.notes.jinja.value.None;
import dev.konflux.release.notes.jinja.value.Undefined;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Makes environments from options. */
final class Environments {

    private Environments() {}

    static Environment of(
            TemplateOptions options, Map<String, Object> variables, RandomGenerator random, Supplier<Budget> budgets) {
        Map<String, FilterFunction> filters = BuiltInFilters.all(random, options.newlineSequence());
        if (options.ansibleFilters()) {
            AnsibleFilters.register(filters, random);
        }
        Map<String, Object> globals = new HashMap<>(BuiltInGlobals.all(random));
        globals.putAll(variables);
        Object rel = options.urlizeRel().isEmpty() ? None.NONE : options.urlizeRel();
        return new Environment(
                new TemplateParser(syntax(options)),
                Undefined.Kind.valueOf(options.undefined().name()),
                options.autoescape(),
                sandbox(options.sandbox()),
                Map.copyOf(filters),
                Map.copyOf(BuiltInTests.all()),
                Map.copyOf(globals),
                Map.of(),
                Map.of("urlize.rel", rel),
                budgets);
    }

    private static Environment.Sandbox sandbox(TemplateOptions.Sandbox sandbox) {
        return switch (sandbox) {
            case OFF -> Environment.Sandbox.OFF;
            case SANDBOXED -> Environment.Sandbox.ON;
            case IMMUTABLE -> Environment.Sandbox.IMMUTABLE;
        };
    }

    private static Syntax syntax(TemplateOptions options) {
        return new Syntax(
                options.blockStart(),
                options.blockEnd(),
                options.variableStart(),
                options.variableEnd(),
                options.commentStart(),
                options.commentEnd(),
                options.lineStatementPrefix().orElse(null),
                options.lineCommentPrefix().orElse(null),
                options.trimBlocks(),
                options.lstripBlocks(),
                options.newlineSequence(),
                options.keepTrailingNewline(),
                options.doTag(),
                options.loopControls(),
                options.hyphenatedNames(),
                Map.of());
    }
}
