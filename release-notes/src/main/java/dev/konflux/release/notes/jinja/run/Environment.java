package dev.konflux.release.notes.jinja.run;

import dev.konflux.release.notes.jinja.syntax.TemplateParser;
import dev.konflux.release.notes.jinja.value.Budget;
import dev.konflux.release.notes.jinja.value.FilterFunction;
import dev.konflux.release.notes.jinja.value.TagFunction;
import dev.konflux.release.notes.jinja.value.TestFunction;
import dev.konflux.release.notes.jinja.value.Undefined;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What all templates of one renderer share.
 *
 * @param parser reads templates
 * @param undefined what missing values allow
 * @param autoescape whether printed text is escaped
 * @param sandbox what attributes are refused
 * @param filters filters by name
 * @param tests tests by name
 * @param globals global functions and values by name
 * @param tags tags beside those of Jinja2, by name
 * @param policies policies by name
 * @param budgets what one render, or what is worked out before, may use up; made anew for each
 */
public record Environment(
        TemplateParser parser,
        Undefined.Kind undefined,
        boolean autoescape,
        Sandbox sandbox,
        Map<String, FilterFunction> filters,
        Map<String, TestFunction> tests,
        Map<String, Object> globals,
        Map<String, TagFunction> tags,
        Map<String, Object> policies,
        Supplier<Budget> budgets) {

    /** This environment with further filters, globals and tags; those there already stay. */
    public Environment with(
            Map<String, FilterFunction> moreFilters,
            Map<String, Object> moreGlobals,
            Map<String, String> endTags,
            Map<String, TagFunction> moreTags) {
        Map<String, FilterFunction> allFilters = new HashMap<>(moreFilters);
        allFilters.putAll(filters);
        Map<String, Object> allGlobals = new HashMap<>(moreGlobals);
        allGlobals.putAll(globals);
        return new Environment(
                parser.with(endTags),
                undefined,
                autoescape,
                sandbox,
                Map.copyOf(allFilters),
                tests,
                Map.copyOf(allGlobals),
                Map.copyOf(moreTags),
                policies,
                budgets);
    }

    /** What attributes are refused. */
    public enum Sandbox {
        /** None. */
        OFF,
        /** Names that start with an underscore. */
        ON,
        /** Those, and methods that change lists and dicts. */
        IMMUTABLE
    }
}
