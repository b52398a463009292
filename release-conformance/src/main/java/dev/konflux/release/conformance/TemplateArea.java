package dev.konflux.release.conformance;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.notes.LabelSubstitution;
import dev.konflux.release.notes.NotesRenderer;
import dev.konflux.release.notes.SafeText;
import dev.konflux.release.notes.Template;
import dev.konflux.release.notes.TemplateData;
import dev.konflux.release.notes.TemplateException;
import dev.konflux.release.notes.TemplateLoader;
import dev.konflux.release.notes.TemplateOptions;
import dev.konflux.release.notes.UndefinedPolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Renders templates. */
final class TemplateArea {

    private TemplateArea() {}

    static DataObject answer(DataObject input) {
        try {
            return switch (input.findText("mode").orElse("")) {
                case "apply_template" -> AdvisoryArea.program(input);
                case "subst_template" -> DataObject.of("output", Data.of(substituted(input)));
                default -> DataObject.of("output", Data.of(render(input)));
            };
        } catch (TemplateException e) {
            return error(e);
        }
    }

    private static String substituted(DataObject input) {
        DataObject options = input.findObject("options").orElse(DataObject.empty());
        LabelSubstitution.Builder substitution = LabelSubstitution.builder();
        flag(options, "labels_ext", substitution::labels);
        flag(options, "strict", substitution::strict);
        flag(options, "allow_empty_inputs", substitution::allowEmptyInputs);
        DataObject context = input.findObject("context").orElse(DataObject.empty());
        return substitution.build().apply(input.findText("template").orElse(""), context);
    }

    static DataObject error(TemplateException e) {
        DataObject.Builder error =
                DataObject.builder().put("class", e.errorClass()).put("message", e.problem());
        if (e.line() > 0 && !e.errorClass().equals("SyntaxError")) {
            error.put("line", e.line());
        }
        return DataObject.of("error", error.put("template", e.template()).build());
    }

    private static String render(DataObject input) {
        return template(input).render(data(input.findObject("context").orElse(DataObject.empty())));
    }

    /** The template of an input, parsed with its options and templates. */
    static Template template(DataObject input) {
        Map<String, String> sources = new LinkedHashMap<>();
        input.findObject("templates")
                .ifPresent(object -> object.members()
                        .forEach((name, source) ->
                                sources.put(name, source.asText().orElse(""))));
        NotesRenderer renderer = NotesRenderer.builder()
                .options(options(input.findObject("options").orElse(DataObject.empty())))
                .loader(TemplateLoader.of(sources))
                .globals(data(input.findObject("globals").orElse(DataObject.empty())))
                .build();
        String source = input.findText("template").orElse("");
        Optional<String> name = input.findText("name");
        return name.isPresent() ? renderer.parse(name.get(), source) : renderer.parse(source);
    }

    static TemplateOptions options(DataObject given) {
        TemplateOptions.Builder options = TemplateOptions.builder();
        text(given, "block_start_string", options::blockStart);
        text(given, "block_end_string", options::blockEnd);
        text(given, "variable_start_string", options::variableStart);
        text(given, "variable_end_string", options::variableEnd);
        text(given, "comment_start_string", options::commentStart);
        text(given, "comment_end_string", options::commentEnd);
        text(given, "line_statement_prefix", options::lineStatementPrefix);
        text(given, "line_comment_prefix", options::lineCommentPrefix);
        text(given, "newline_sequence", options::newlineSequence);
        flag(given, "trim_blocks", options::trimBlocks);
        flag(given, "lstrip_blocks", options::lstripBlocks);
        flag(given, "keep_trailing_newline", options::keepTrailingNewline);
        flag(given, "autoescape", options::autoescape);
        text(given, "undefined", name -> options.undefined(policy(name)));
        text(
                given,
                "sandboxed",
                name -> options.sandbox(
                        name.startsWith("Immutable")
                                ? TemplateOptions.Sandbox.IMMUTABLE
                                : TemplateOptions.Sandbox.SANDBOXED));
        given.find("policies", "urlize.rel")
                .ifPresent(rel -> options.urlizeRel(rel.asText().orElse("")));
        for (Data extension : given.items("extensions")) {
            switch (extension.asText().orElse("")) {
                case "do" -> options.doTag(true);
                case "loopcontrols" -> options.loopControls(true);
                case "ansible_core_filters" -> options.ansibleFilters(true);
                default -> throw new Area.Unsupported("extension " + extension);
            }
        }
        return options.build();
    }

    private static UndefinedPolicy policy(String className) {
        String name = className.replace("Undefined", "").toUpperCase(Locale.ROOT);
        return name.isEmpty() ? UndefinedPolicy.PLAIN : UndefinedPolicy.valueOf(name);
    }

    private static void text(DataObject given, String name, Consumer<String> set) {
        given.findText(name).ifPresent(set);
    }

    private static void flag(DataObject given, String name, Consumer<Boolean> set) {
        given.find(name).flatMap(Data::asBoolean).ifPresent(set);
    }

    static TemplateData data(DataObject object) {
        Map<String, Object> variables = new LinkedHashMap<>();
        object.members().forEach((name, value) -> variables.put(name, value(value)));
        return TemplateData.of(variables);
    }

    private static Object value(Data data) {
        if (data instanceof DataArray array) {
            return values(array);
        }
        if (!(data instanceof DataObject object)) {
            return data;
        }
        if (object.size() == 1 && object.has("$tuple")) {
            return values(object.find("$tuple").flatMap(Data::asArray).orElseThrow())
                    .toArray();
        }
        if (object.size() == 1 && object.has("$markup")) {
            return new SafeText(object.findText("$markup").orElse(""));
        }
        if (object.size() == 1 && object.has("$range")) {
            List<Data> bounds = object.items("$range");
            return new TemplateData.Range(whole(bounds.get(0)), whole(bounds.get(1)), whole(bounds.get(2)));
        }
        Map<String, Object> members = new LinkedHashMap<>();
        object.members().forEach((name, member) -> members.put(name, value(member)));
        return members;
    }

    private static List<Object> values(DataArray array) {
        List<Object> items = new ArrayList<>();
        array.items().forEach(item -> items.add(value(item)));
        return items;
    }

    private static long whole(Data data) {
        return data.asNumber().orElseThrow().asLong().orElseThrow();
    }
}
