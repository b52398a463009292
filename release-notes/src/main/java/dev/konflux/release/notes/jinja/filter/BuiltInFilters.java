package dev.konflux.release.notes.jinja.filter;

import dev.konflux.release.notes.jinja.value.FilterFunction;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The filters of Jinja2. */
public final class BuiltInFilters {

    private BuiltInFilters() {}

    /** All of them by name, with the newline of the environment. */
    public static Map<String, FilterFunction> all(RandomGenerator random, String newline) {
        Map<String, FilterFunction> filters = new HashMap<>();
        TextFilters.register(filters, newline);
        HtmlFilters.register(filters);
        NumberFilters.register(filters);
        ListFilters.register(filters, random);
        RowFilters.register(filters);
        PickFilters.register(filters);
        DictFilters.register(filters);
        return filters;
    }
}
