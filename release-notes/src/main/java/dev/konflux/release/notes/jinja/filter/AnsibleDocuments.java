package dev.konflux.release.notes.jinja.filter;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import dev.konflux.release.notes.jinja.value.Args;
import dev.konflux.release.notes.jinja.value.FilterFunction;
import dev.konflux.release.notes.jinja.value.Interpreter;
import dev.konflux.release.notes.jinja.value.None;
import dev.konflux.release.notes.jinja.value.Numbers;
import dev.konflux.release.notes.jinja.value.Signature;
import dev.konflux.release.notes.jinja.value.Truth;
import dev.konflux.release.notes.jinja.yaml.YamlDump;
import java.util.Map;
import java.util.Set;

/** Ansible's filters that write JSON and YAML. */
final class AnsibleDocuments {

    private static final Signature NICE_YAML = Signature.of("to_nice_yaml(a | indent=, *args, **kwargs)");
    private static final Signature NICE_JSON = Signature.of("to_nice_json(a | indent=, sort_keys=, *args, **kwargs)");
    private static final Set<String> JSON_OPTIONS = Set.of(
            "skipkeys",
            "ensure_ascii",
            "check_circular",
            "allow_nan",
            "cls",
            "indent",
            "separators",
            "default",
            "sort_keys");
    private static final Set<String> YAML_OPTIONS = Set.of(
            "stream",
            "default_style",
            "default_flow_style",
            "canonical",
            "indent",
            "width",
            "line_break",
            "encoding",
            "explicit_start",
            "explicit_end",
            "version",
            "tags",
            "sort_keys");

    /** Options of the real ones that would change the text, and that are refused here so that it never is another text silently. */
    private static final Set<String> NOT_FOLLOWED = Set.of(
            "skipkeys",
            "cls",
            "separators",
            "default",
            "stream",
            "default_style",
            "canonical",
            "line_break",
            "encoding",
            "explicit_start",
            "explicit_end",
            "version",
            "tags");

    private AnsibleDocuments() {}

    static void register(Map<String, FilterFunction> filters) {
        filters.put("to_json", (runtime, value, args) -> json(runtime, value, args));
        filters.put("to_nice_json", AnsibleDocuments::niceJson);
        filters.put("to_yaml", (runtime, value, args) -> yaml(runtime, value, args, 2L, YamlDump.Flow.LEAVES));
        filters.put("to_nice_yaml", (runtime, value, args) -> {
            Object indent = NICE_YAML.bind(args).get(0, 4L);
            return yaml(runtime, value, args, indent, YamlDump.Flow.BLOCK);
        });
    }

    private static Object option(Args args, String name, Object fallback) {
        Object value = args.keyword(name);
        return value == null ? fallback : value;
    }

    private static Object json(Interpreter runtime, Object value, Args args) {
        if (args.count() > 0) {
            throw Fault.type("dumps() takes 1 positional argument but " + (args.count() + 1) + " were given");
        }
        refuseUnknown(args, JSON_OPTIONS, "JSONEncoder.__init__");
        refuseNotFollowed(args);
        boolean sorted = Truth.of(option(args, "sort_keys", false));
        return new JsonDump(option(args, "indent", None.NONE), sorted, isAscii(args), null, runtime).write(value);
    }

    /** JSON in lines; what cannot be written so is written in one line. */
    private static Object niceJson(Interpreter runtime, Object value, Args args) {
        Signature.Bound bound = NICE_JSON.bind(args);
        Args rest = args.without(2).without(Set.of("indent", "sort_keys"));
        try {
            if (rest.count() == 0) {
                refuseUnknown(rest, JSON_OPTIONS, "JSONEncoder.__init__");
                refuseNotFollowed(rest);
                return new JsonDump(bound.get(0, 4L), bound.flag(1, true), isAscii(args), ",", runtime).write(value);
            }
        } catch (Fault fault) {
            if (fault.kind() == FaultKind.LIMIT) {
                throw fault;
            }
        }
        return json(runtime, value, rest);
    }

    private static void refuseNotFollowed(Args args) {
        for (Map.Entry<String, Object> option : args.keywords().entrySet()) {
            if (NOT_FOLLOWED.contains(option.getKey()) && Truth.of(option.getValue())) {
                throw new Fault(FaultKind.NOT_IMPLEMENTED, "the option '" + option.getKey() + "' is not there");
            }
        }
    }

    private static boolean isAscii(Args args) {
        return Truth.of(option(args, "ensure_ascii", true));
    }

    private static void refuseUnknown(Args args, Set<String> known, String function) {
        for (String name : args.keywords().keySet()) {
            if (!known.contains(name)) {
                throw Fault.type(function + "() got an unexpected keyword argument '" + name + "'");
            }
        }
    }

    private static Object yaml(Interpreter runtime, Object value, Args args, Object indent, YamlDump.Flow usual) {
        refuseUnknown(args, YAML_OPTIONS, "dump_all");
        refuseNotFollowed(args);
        if (usual == YamlDump.Flow.BLOCK && args.keyword("default_flow_style") != null) {
            throw Fault.type("yaml.dump() got multiple values for keyword argument 'default_flow_style'");
        }
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
                value, step == None.NONE ? 2 : Numbers.index(step), columns, flow, sorted, runtime.budget());
        runtime.budget().text(text.length());
        return text;
    }
}
