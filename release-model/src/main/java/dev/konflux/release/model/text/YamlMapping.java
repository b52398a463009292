package dev.konflux.release.model.text;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.Position;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the object of one mapping. */
final class YamlMapping {

    private final YamlTree tree;
    private final ScalarRules rules;
    private final YamlNode node;
    private final DataObject.Builder members;
    // Names that were no texts in the document: "1" and 1 are told apart until they are names.
    private final Set<String> literals = new HashSet<>();
    private final List<DataObject> merged = new ArrayList<>();

    YamlMapping(YamlTree tree, ScalarRules rules, YamlNode node) {
        this.tree = tree;
        this.rules = rules;
        this.node = node;
        this.members = DataObject.builder().at(tree.place(node));
    }

    DataObject read() {
        for (int i = 0; i < node.children.size(); i += 2) {
            YamlNode key = node.children.get(i);
            YamlNode value = node.children.get(i + 1);
            if (key.isMergeKey()) {
                merge(value);
            } else {
                member(key, value);
            }
        }
        return rules.mergesInPlace() || merged.isEmpty() ? members.build() : belowExplicitKeys();
    }

    private void member(YamlNode keyNode, YamlNode valueNode) {
        Data keyValue =
                rules.isTextAsKey(keyNode) ? Data.of(keyNode.text).at(tree.place(keyNode)) : tree.value(keyNode);
        ScalarRules.Key key = rules.key(keyNode.named(), keyValue, tree.faults);
        Data value = tree.value(valueNode);
        if (key == null) {
            rules.refuse(keyNode.named(), value, tree.place(keyNode), tree.faults);
        } else {
            put(key, tree.place(keyNode), value, valueNode.mark.line() + 1);
        }
    }

    private void put(ScalarRules.Key key, Position place, Data value, int valueLine) {
        boolean literal = key.literal() != null;
        if (members.has(key.name()) && literals.contains(key.name()) == literal) {
            tree.duplicates.add(new DuplicateKey(key.reported(), place, valueLine));
        }
        if (literal) {
            literals.add(key.name());
        }
        members.put(key.name(), place, value);
    }

    private void merge(YamlNode value) {
        List<YamlNode> sources = value.kind == YamlNode.Kind.SEQUENCE ? value.children : List.of(value);
        // Steps backwards, because the first mapping of a list takes precedence.
        for (int i = sources.size() - 1; i >= 0; i--) {
            YamlNode source = sources.get(i);
            if (source.named().kind != YamlNode.Kind.MAPPING) {
                tree.faults.report(Faults.Phase.DECODING, tree.place(value), rules.notMergeable());
                return;
            }
            if (tree.value(source) instanceof DataObject object) {
                merge(object);
            }
        }
    }

    private void merge(DataObject object) {
        merged.add(object);
        if (rules.mergesInPlace()) {
            int origin = tree.place(node).line() - node.mark.line();
            for (Map.Entry<String, Data> member : object.members().entrySet()) {
                String name = member.getKey();
                int line = member.getValue().position().line() - origin + 1;
                put(ScalarRules.Key.text(name), object.positionOfName(name), member.getValue(), line);
            }
        }
    }

    private DataObject belowExplicitKeys() {
        DataObject explicit = members.build();
        DataObject.Builder all = DataObject.builder().at(explicit.position());
        merged.forEach(all::putAll);
        return all.putAll(explicit).build();
    }
}
