package dev.konflux.release.notes.jinja.filter;

import dev.konflux.release.model.text.DataSyntaxException;
import dev.konflux.release.model.text.Dialect;
import dev.konflux.release.model.text.JsonReader;
import dev.konflux.release.model.text.ReadLimits;
import dev.konflux.release.model.text.YamlReader;
import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import dev.konflux.release.notes.jinja.value.Args;
import dev.konflux.release.notes.jinja.value.Conversion;
import dev.konflux.release.notes.jinja.value.FilterFunction;
import dev.konflux.release.notes.jinja.value.Interpreter;
import dev.konflux.release.notes.jinja.value.None;
import dev.konflux.release.notes.jinja.value.Numbers;
import dev.konflux.release.notes.jinja.value.Strings;
import dev.konflux.release.notes.jinja.value.Truth;
import dev.konflux.release.notes.jinja.value.Types;
import dev.konflux.release.notes.jinja.yaml.YamlDump;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ansible's filters for JSON and YAML. */
final class AnsibleDocuments {

    private static final ReadLimits LIMITS = new ReadLimits(4 << 20, 200, 100_000);
    private static final YamlReader YAML = YamlReader.of(Dialect.PYTHON).limits(LIMITS);
    private static final JsonReader JSON = JsonReader.create(LIMITS);

    private AnsibleDocuments() {}

    static void register(Map<String, FilterFunction> filters) {
        filters.put("to_json", (runtime, value, args) -> json(runtime, value, args, null, false, null));
        filters.put(
                "to_nice_json",
                (runtime, value, args) -> json(runtime, value, args, args.count() > 0 ? args.at(0) : 4L, true, ","));
        filters.put("from_json", (runtime, value, args) -> fromJson(value));
        filters.put("to_yaml", (runtime, value, args) -> yaml(runtime, value, args, 2L, YamlDump.Flow.LEAVES));
        filters.put(
                "to_nice_yaml",
                (runtime, value, args) ->
                        yaml(runtime, value, args, args.count() > 0 ? args.at(0) : 4L, YamlDump.Flow.BLOCK));
        filters.put("from_yaml", (runtime, value, args) -> Strings.is(value) ? fromYaml(value) : value);
        filters.put("from_yaml_all", (runtime, value, args) -> Strings.is(value) ? fromYaml(value) : value);
    }

    private static Object option(Args args, String name, Object fallback) {
        Object value = args.keyword(name);
        return value == null ? fallback : value;
    }

    private static Object json(
            Interpreter runtime,
            Object value,
            Args args,
            @Nullable Object indent,
            boolean sorted,
            @Nullable String separator) {
        Object shownIndent = option(args, "indent", indent == null ? None.NONE : indent);
        boolean sort = Truth.of(option(args, "sort_keys", sorted));
        boolean ascii = Truth.of(option(args, "ensure_ascii", true));
        return new JsonDump(shownIndent, sort, ascii, separator, runtime.budget()).write(value);
    }

    private static Object fromJson(Object value) {
        if (!Strings.is(value)) {
            throw Fault.type("the JSON object must be str, bytes or bytearray, not " + Types.name(value));
        }
        try {
            return Conversion.of(JSON.read(value.toString(), ""));
        } catch (DataSyntaxException e) {
            throw new Fault(FaultKind.JSON, e.problem());
        }
    }

    private static Object fromYaml(Object value) {
        try {
            return Conversion.of(YAML.read(value.toString(), ""));
        } catch (DataSyntaxException e) {
            throw new Fault(FaultKind.YAML, e.problem());
        }
    }

    private static Object yaml(Interpreter runtime, Object value, Args args, Object indent, YamlDump.Flow usual) {
        Object style = args.keyword("default_flow_style");
        YamlDump.Flow flow = style == null || usual == YamlDump.Flow.BLOCK
                ? usual
                : style == None.NONE
                        ? YamlDump.Flow.LEAVES
                        : Truth.of(style) ? YamlDump.Flow.FLOW : YamlDump.Flow.BLOCK;
        Object step = option(args, "indent", indent);
        Object width = option(args, "width", 80L);
        int columns = width == None.NONE
                ? 80
                : width instanceof Double real ? (int) Math.min(1e9, real) : Numbers.index(width);
        boolean sorted = Truth.of(option(args, "sort_keys", true));
        String text = YamlDump.of(
                value,
                step == None.NONE ? 2 : Numbers.index(step),
                columns,
                flow,
                sorted,
                runtime.budget().walk());
        runtime.budget().text(text.length());
        return text;
    }
}
