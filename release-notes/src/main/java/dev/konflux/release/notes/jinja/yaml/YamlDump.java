package dev.konflux.release.notes.jinja.yaml;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.value.Budget;
import dev.konflux.release.notes.jinja.value.Compare;
import dev.konflux.release.notes.jinja.value.FloatText;
import dev.konflux.release.notes.jinja.value.Markup;
import dev.konflux.release.notes.jinja.value.None;
import dev.konflux.release.notes.jinja.value.Numbers;
import dev.konflux.release.notes.jinja.value.PyDict;
import dev.konflux.release.notes.jinja.value.PyList;
import dev.konflux.release.notes.jinja.value.PyRange;
import dev.konflux.release.notes.jinja.value.PySequence;
import dev.konflux.release.notes.jinja.value.PyTuple;
import dev.konflux.release.notes.jinja.value.Strings;
import dev.konflux.release.notes.jinja.value.Types;
import dev.konflux.release.notes.jinja.value.Undefined;
import dev.konflux.release.notes.jinja.value.Walk;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** PyYAML's {@code dump} of values. */
public final class YamlDump {

    private static final long LONGEST_ADVISORY = 1 << 25;
    private static final Pattern DIGITS_AND_DOTS = Pattern.compile("\\.*[0-9][0-9.]*");

    /** When collections are written in brackets. */
    public enum Flow {
        /** Never, but for empty ones. */
        BLOCK,
        /** Those that hold scalars only. */
        LEAVES,
        /** Always. */
        FLOW
    }

    private final Flow flow;
    private final boolean sortKeys;
    private final boolean markNumbers;
    private final IdentityHashMap<Object, YamlNode> known = new IdentityHashMap<>();
    private final Walk walk;

    private YamlDump(Flow flow, boolean sortKeys, boolean markNumbers, Walk walk) {
        this.walk = walk;
        this.flow = flow;
        this.sortKeys = sortKeys;
        this.markNumbers = markNumbers;
    }

    /** The text of a value, within the limits of a render. */
    public static String of(Object value, int indent, int width, Flow flow, boolean sortKeys, Budget budget) {
        YamlNode root = new YamlDump(flow, sortKeys, false, budget.walk()).node(value);
        return new YamlEmitter(indent, width, budget.longestText()).document(root);
    }

    /** The text of an advisory: members in their order; texts that look like numbers or other words in double quotes. */
    public static String advisory(Object value) {
        YamlNode root = new YamlDump(Flow.BLOCK, false, true, Walk.unasked()).node(value);
        return new YamlEmitter(2, 80, LONGEST_ADVISORY).document(root);
    }

    private YamlNode node(Object value) {
        YamlNode scalar = scalar(value);
        if (scalar != null) {
            return scalar;
        }
        boolean shareable = !(value instanceof PyTuple tuple && tuple.length() == 0);
        YamlNode earlier = shareable ? known.get(value) : null;
        if (earlier != null) {
            return earlier;
        }
        walk.enter();
        YamlNode node = collection(value);
        walk.leave();
        return node;
    }

    private @Nullable YamlNode scalar(Object value) {
        if (value instanceof String text) {
            return new YamlNode.Scalar("str", text, markNumbers && looksOtherwise(text));
        }
        if (value instanceof None) {
            return new YamlNode.Scalar("null", "null");
        }
        if (value instanceof Boolean truth) {
            return new YamlNode.Scalar("bool", truth ? "true" : "false");
        }
        if (Numbers.isInteger(value)) {
            return new YamlNode.Scalar("int", Strings.of(value));
        }
        return value instanceof Double number ? new YamlNode.Scalar("float", real(number)) : null;
    }

    // Also digits and dots that are no number, such as a version of three parts.
    private static boolean looksOtherwise(String text) {
        return !ImplicitTag.of(text).equals(YamlNode.PREFIX + "str")
                || DIGITS_AND_DOTS.matcher(text).matches();
    }

    private static String real(double number) {
        if (Double.isNaN(number)) {
            return ".nan";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? ".inf" : "-.inf";
        }
        String text = FloatText.of(number);
        return text.indexOf('.') < 0 ? text.replace("e", ".0e") : text;
    }

    private YamlNode collection(Object value) {
        if (value instanceof PyDict dict) {
            return mapping(dict, "map", sortKeys);
        }
        if (value instanceof PySequence sequence) {
            return sequence(value, value instanceof PyList ? "seq" : "python/tuple", sequence.items());
        }
        if (value instanceof Markup markup) {
            return sequence(value, "python/object/new:markupsafe.Markup", List.of(markup.text()));
        }
        if (value instanceof PyRange range) {
            return sequence(value, "python/object/apply:builtins.range", range.bounds());
        }
        if (value instanceof Undefined undefined) {
            return undefined(undefined);
        }
        throw Fault.type("cannot pickle '" + Types.name(value) + "' object");
    }

    private YamlNode sequence(Object source, String tag, List<Object> items) {
        YamlNode.Sequence node = new YamlNode.Sequence(tag);
        known.put(source, node);
        boolean leaves = true;
        for (Object item : items) {
            YamlNode child = node(item);
            leaves &= child instanceof YamlNode.Scalar;
            node.items.add(child);
        }
        node.flow = flow == Flow.FLOW || (flow == Flow.LEAVES && leaves);
        return node;
    }

    private YamlNode mapping(PyDict dict, String tag, boolean sorted) {
        YamlNode.Mapping node = new YamlNode.Mapping(tag);
        known.put(dict, node);
        boolean leaves = true;
        for (Object key : sorted ? sorted(dict) : dict.keys()) {
            Object value = dict.get(key);
            YamlNode child = node(value == null ? None.NONE : value);
            leaves &= child instanceof YamlNode.Scalar;
            node.keys.add(node(key));
            node.values.add(child);
        }
        node.flow = flow == Flow.FLOW || (flow == Flow.LEAVES && leaves);
        return node;
    }

    private static List<Object> sorted(PyDict dict) {
        List<Object> keys = dict.keys();
        try {
            keys.sort((a, b) -> Compare.less(a, b) ? -1 : Compare.less(b, a) ? 1 : 0);
        } catch (Fault incomparable) {
            return dict.keys();
        }
        return keys;
    }

    /** Python writes the object itself, with a tag that the safe loader refuses; one without an owner it cannot write. */
    private YamlNode undefined(Undefined undefined) {
        Object owner = undefined.owner();
        if (owner == null) {
            throw Fault.value("dictionary update sequence element #0 has length 1; 2 is required");
        }
        YamlNode.Mapping state = new YamlNode.Mapping("map");
        put(state, "_undefined_exception", new YamlNode.Scalar("python/name:jinja2.exceptions.UndefinedError", ""));
        put(state, "_undefined_hint", new YamlNode.Scalar("null", "null"));
        Object name = undefined.name();
        put(state, "_undefined_name", node(name == null ? None.NONE : name));
        put(state, "_undefined_obj", node(owner));
        YamlNode.Sequence pair = new YamlNode.Sequence("python/tuple");
        pair.items.add(new YamlNode.Scalar("null", "null"));
        pair.items.add(state);
        YamlNode.Mapping node = new YamlNode.Mapping(
                "python/object/new:jinja2.runtime." + undefined.kind().className());
        put(node, "state", pair);
        return node;
    }

    private static void put(YamlNode.Mapping mapping, String key, YamlNode value) {
        mapping.keys.add(new YamlNode.Scalar("str", key));
        mapping.values.add(value);
    }
}
