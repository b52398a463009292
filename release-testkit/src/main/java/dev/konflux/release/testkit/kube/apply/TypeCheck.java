package dev.konflux.release.testkit.kube.apply;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataString;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a configuration fits the schema; the words are those of structured-merge-diff. */
final class TypeCheck {

    private final List<String> faults = new ArrayList<>();

    private TypeCheck() {}

    /** What does not fit; empty text when all fits. */
    static String faults(DataObject config, Shape shape) {
        TypeCheck check = new TypeCheck();
        check.value(config, shape, "");
        return check.faults.size() < 2
                ? String.join("", check.faults)
                : check.faults.stream().map(fault -> "  " + fault).collect(Collectors.joining("\n", "errors:\n", ""));
    }

    private void fault(String path, String problem) {
        faults.add(path + ": " + problem);
    }

    private void value(Data value, Shape shape, String path) {
        if (value.isNull()) {
            return;
        }
        if (shape instanceof Shape.Leaf leaf) {
            leaf(value, leaf.type(), path);
        } else if (shape instanceof Shape.Members members) {
            members(value, members, path);
        } else if (shape instanceof Shape.WholeList list) {
            items(value, list.item(), path);
        } else if (shape instanceof Shape.ValueSet set) {
            set(value, set, path);
        } else if (shape instanceof Shape.KeyedList list) {
            keyed(value, list, path);
        }
    }

    private void leaf(Data value, Shape.Type type, String path) {
        boolean fits = switch (type) {
            case TEXT -> value instanceof DataString;
            case NUMBER -> value.asNumber().isPresent();
            case TRUTH -> value.asBoolean().isPresent();
            case ANYTHING -> true;
        };
        if (!fits) {
            fault(
                    path,
                    switch (type) {
                        case NUMBER -> "expected numeric (int or float), got " + GoText.type(value);
                        case TRUTH ->
                            "expected boolean, got &value.valueUnstructured{Value:" + GoText.literal(value) + "}";
                        default -> "expected string, got &value.valueUnstructured{Value:" + GoText.literal(value) + "}";
                    });
        }
    }

    private void members(Data value, Shape.Members shape, String path) {
        if (!(value instanceof DataObject object)) {
            fault(path, "expected map, got &{" + GoText.plain(value) + "}");
            return;
        }
        object.members().forEach((name, member) -> {
            Shape known = shape.named().get(name);
            if (known == null) {
                known = shape.values().orElse(null);
            }
            if (known == null) {
                fault(path + "." + name, "field not declared in schema");
            } else {
                value(member, known, path + "." + name);
            }
        });
    }

    private void items(Data value, Shape item, String path) {
        if (!(value instanceof DataArray array)) {
            fault(path, "expected list, got &{" + GoText.plain(value) + "}");
            return;
        }
        for (int i = 0; i < array.size(); i++) {
            value(array.items().get(i), item, path + "[" + i + "]");
        }
    }

    private void set(Data value, Shape.ValueSet shape, String path) {
        items(value, shape.item(), path);
        repeated(value.asArray().orElse(DataArray.empty()).items().stream()
                        .map(Element::value)
                        .toList())
                .forEach(element -> fault(path, "duplicate entries for key " + Element.shown(element)));
    }

    private void keyed(Data value, Shape.KeyedList shape, String path) {
        if (!(value instanceof DataArray array)) {
            items(value, shape.item(), path);
            return;
        }
        List<String> elements = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            Data item = array.items().get(i);
            for (String key : shape.keys()) {
                if (item.find(key).isEmpty()) {
                    fault(
                            path,
                            "element " + i + ": associative list with keys has an element that omits key field \"" + key
                                    + "\" (and doesn't have default value)");
                    return;
                }
            }
            elements.add(Parts.element(item, shape.keys()));
            value(item, shape.item(), path + Element.shown(elements.get(i)));
        }
        repeated(elements).forEach(element -> fault(path, "duplicate entries for key " + Element.shown(element)));
    }

    private static List<String> repeated(List<String> elements) {
        Set<String> seen = new HashSet<>();
        return elements.stream()
                .filter(element -> !seen.add(element))
                .distinct()
                .toList();
    }
}
