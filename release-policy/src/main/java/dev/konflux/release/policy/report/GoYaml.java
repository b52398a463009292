package dev.konflux.release.policy.report;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/** Writes YAML as the cluster's Go library does: names in its natural order, lists at the level of their name, lines folded at 80. */
final class GoYaml {

    private static final int STEP = 2;

    private final StringBuilder out = new StringBuilder();

    private GoYaml() {}

    static String write(Data value) {
        GoYaml yaml = new GoYaml();
        if (isBlock(value)) {
            yaml.block(value, 0);
        } else {
            yaml.scalar(value, 0);
            yaml.out.append('\n');
        }
        return yaml.out.toString();
    }

    private static boolean isBlock(Data value) {
        return value.asObject().filter(object -> !object.isEmpty()).isPresent()
                || value.asArray().filter(array -> !array.isEmpty()).isPresent();
    }

    /** A block whose first line begins where the writer stands. */
    private void block(Data value, int indent) {
        if (value instanceof DataObject object) {
            members(object, indent);
        } else {
            items((DataArray) value, indent);
        }
    }

    private void members(DataObject object, int indent) {
        Map<String, Data> sorted = new TreeMap<>(GoNaturalOrder.ORDER);
        sorted.putAll(object.members());
        Iterator<Map.Entry<String, Data>> members = sorted.entrySet().iterator();
        while (members.hasNext()) {
            Map.Entry<String, Data> member = members.next();
            GoYamlScalar.writeKey(out, member.getKey());
            out.append(':');
            Data value = member.getValue();
            if (isBlock(value)) {
                int inner = value.asArray().isPresent() ? indent : indent + STEP;
                newLine(inner);
                block(value, inner);
            } else {
                out.append(' ');
                scalar(value, indent + STEP);
                out.append('\n');
            }
            if (members.hasNext()) {
                out.append(" ".repeat(indent));
            }
        }
    }

    private void items(DataArray array, int indent) {
        for (int i = 0; i < array.size(); i++) {
            out.append(i == 0 ? "" : " ".repeat(indent)).append("- ");
            Data item = array.items().get(i);
            if (isBlock(item)) {
                block(item, indent + STEP);
            } else {
                scalar(item, indent + STEP);
                out.append('\n');
            }
        }
    }

    private void newLine(int indent) {
        out.append('\n').append(" ".repeat(indent));
    }

    private void scalar(Data value, int indent) {
        if (value.asText().isPresent()) {
            GoYamlScalar.write(out, value.asText().get(), indent);
        } else {
            out.append(value);
        }
    }
}
