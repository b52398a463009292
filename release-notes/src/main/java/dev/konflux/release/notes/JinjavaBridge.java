package dev.konflux.release.notes;

import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.filter.Filter;
import com.hubspot.jinjava.lib.fn.ELFunctionDefinition;
import com.hubspot.jinjava.objects.SafeString;
import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.value.Args;
import dev.konflux.release.notes.jinja.value.FilterFunction;
import dev.konflux.release.notes.jinja.value.Markup;
import dev.konflux.release.notes.jinja.value.None;
import dev.konflux.release.notes.jinja.value.PyDict;
import dev.konflux.release.notes.jinja.value.PyFunction;
import dev.konflux.release.notes.jinja.value.PyObject;
import dev.konflux.release.notes.jinja.value.PySequence;
import dev.konflux.release.notes.jinja.value.Strings;
import dev.konflux.release.notes.jinja.value.Undefined;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Carries values, filters, functions and templates between jinjava and the exact renderer. */
final class JinjavaBridge {

    private final JinjavaInterpreter interpreter;

    JinjavaBridge(JinjavaInterpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** The renderer with what users registered in jinjava; jinjava's own filters, functions and tags would not be exact. */
    NotesRenderer extend(NotesRenderer renderer) {
        JinjavaTags tags = new JinjavaTags(interpreter);
        Map<String, FilterFunction> filters = filters();
        Map<String, Object> functions = functions();
        return renderer.extended(
                environment -> environment.with(filters, functions, tags.endTags(), tags.functions()), this::source);
    }

    /** Whether something is part of jinjava itself. */
    static boolean isStock(Class<?> type) {
        return type.getName().startsWith("com.hubspot.jinjava.");
    }

    private Map<String, FilterFunction> filters() {
        Map<String, FilterFunction> filters = new LinkedHashMap<>();
        for (Filter filter : interpreter.getContext().getAllFilters()) {
            if (!isStock(filter.getClass())) {
                // What users registered may depend on the moment, so it is never applied before the template runs.
                filters.put(
                        filter.getName(),
                        FilterFunction.inContext((runtime, value, args) -> apply(filter, value, args)));
            }
        }
        return filters;
    }

    private Map<String, Object> functions() {
        Map<String, Object> functions = new LinkedHashMap<>();
        for (ELFunctionDefinition function : interpreter.getContext().getAllFunctions()) {
            if (!isStock(function.getMethod().getDeclaringClass())) {
                String name = function.getLocalName();
                functions.put(name, PyFunction.of(name, (runtime, args) -> call(function, args)));
            }
        }
        return functions;
    }

    private Optional<String> source(String name) {
        try {
            return Optional.ofNullable(interpreter.getResource(name));
        } catch (IOException | RuntimeException notThere) {
            return Optional.empty();
        }
    }

    /** The variables of jinjava's context that are plain values. */
    TemplateData variables() {
        Map<String, Object> variables = new LinkedHashMap<>();
        interpreter.getContext().getCombinedScope().forEach((name, value) -> {
            try {
                variables.put(name, value == null ? None.NONE : plain(value));
            } catch (IllegalArgumentException notForTemplates) {
                variables.remove(name);
            }
        });
        return TemplateData.of(variables);
    }

    private static Object plain(Object value) {
        if (value instanceof SafeString safe) {
            return new SafeText(String.valueOf(safe.getValue()));
        }
        TemplateData.of(Map.of("value", value));
        return value;
    }

    private Object apply(Filter filter, Object value, Args args) {
        Object[] positional =
                args.positional().stream().map(JinjavaBridge::java).toArray();
        Map<String, Object> named = new LinkedHashMap<>();
        args.keywords().forEach((name, argument) -> named.put(name, java(argument)));
        return python(filtered(filter, java(value), positional, named), filter.getName());
    }

    private @Nullable Object filtered(
            Filter filter, @Nullable Object value, Object[] positional, Map<String, Object> named) {
        try {
            return filter.filter(value, interpreter, positional, named);
        } catch (RuntimeException e) {
            throw failed("the filter " + filter.getName(), e);
        }
    }

    private static Object call(ELFunctionDefinition function, Args args) {
        Object[] positional =
                args.positional().stream().map(JinjavaBridge::java).toArray();
        try {
            return python(function.getMethod().invoke(null, positional), function.getLocalName());
        } catch (IllegalAccessException | IllegalArgumentException e) {
            throw Fault.type(function.getLocalName() + "() cannot be called with these arguments");
        } catch (InvocationTargetException e) {
            throw failed(function.getLocalName() + "()", e.getCause() == null ? e : e.getCause());
        }
    }

    /** The fault for what a user's code threw. Only its class is named: a message could hold secrets. */
    static Fault failed(String what, Throwable thrown) {
        return Fault.runtime(what + " failed with " + thrown.getClass().getName());
    }

    static Object python(@Nullable Object value, String from) {
        if (value == null) {
            return None.NONE;
        }
        try {
            Object result =
                    TemplateData.of(Map.of("value", plain(value))).values().get("value");
            return result == null ? None.NONE : result;
        } catch (IllegalArgumentException e) {
            throw Fault.type(from + " gives a value that templates may not see");
        }
    }

    static @Nullable Object java(Object value) {
        if (value instanceof None || value instanceof Undefined) {
            return null;
        }
        if (value instanceof Markup markup) {
            return new SafeString(markup.text());
        }
        if (value instanceof PySequence sequence) {
            List<@Nullable Object> items = new ArrayList<>();
            sequence.items().forEach(item -> items.add(java(item)));
            return items;
        }
        if (value instanceof PyDict dict) {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            for (Object key : dict.keys()) {
                Object item = dict.get(key);
                members.put(Strings.of(key), item == null ? null : java(item));
            }
            return members;
        }
        return value instanceof PyObject ? Strings.of(value) : value;
    }
}
