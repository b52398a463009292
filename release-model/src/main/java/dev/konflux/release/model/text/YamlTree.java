package dev.konflux.release.model.text;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the nodes of one document into values. */
final class YamlTree {

    private final ScalarRules rules;
    private final SyntaxFaults places;
    private final AliasBudget budget;
    private final Map<YamlNode, Anchor> anchors = new HashMap<>();
    final Faults faults = new Faults();
    final List<DuplicateKey> duplicates = new ArrayList<>();

    YamlTree(ScalarRules rules, ReadLimits limits, SyntaxFaults places) {
        this.rules = rules;
        this.places = places;
        this.budget = new AliasBudget(limits.aliasedNodes());
    }

    /** The document whose node this is. */
    YamlDocument document(YamlNode root) {
        Data value = value(root);
        DataSyntaxException fault = faults.first();
        if (fault != null && (!faults.isReplaceable() || holdsNoJson(value))) {
            return new YamlDocument.Broken(fault);
        }
        return value.isNull()
                ? new YamlDocument.Empty(places.place(root.mark))
                : new YamlDocument.Content(value, duplicates);
    }

    private static boolean holdsNoJson(Data value) {
        if (value instanceof DataObject object) {
            return object.members().values().stream().anyMatch(YamlTree::holdsNoJson);
        }
        if (value instanceof DataArray array) {
            return array.items().stream().anyMatch(YamlTree::holdsNoJson);
        }
        return value instanceof DataNumber number && !number.isFinite();
    }

    Position place(YamlNode node) {
        return places.place(node.mark);
    }

    /** The value of a node, or of the node that it names. */
    Data value(YamlNode node) {
        if (node.target != null) {
            return aliased(node, node.target);
        }
        if (!node.anchored) {
            budget.visit();
            return own(node);
        }
        long before = budget.visited();
        budget.visit();
        Anchor anchor = new Anchor();
        anchors.put(node, anchor);
        Data value = own(node);
        anchor.close(value, budget.visited() - before);
        return value;
    }

    private Data own(YamlNode node) {
        if (node.kind == YamlNode.Kind.SCALAR) {
            return scalar(node);
        }
        if (node.tag != null) {
            rules.collectionTag(node.tag, place(node), faults);
        }
        return node.kind == YamlNode.Kind.MAPPING ? new YamlMapping(this, rules, node).read() : sequence(node);
    }

    private Data aliased(YamlNode alias, YamlNode target) {
        Anchor anchor = anchors.get(target);
        Data value = anchor == null ? null : anchor.value;
        if (anchor == null || value == null) {
            return refused(alias, "anchor '" + alias.text + "' value contains itself");
        }
        return budget.expand(anchor.size) ? value : refused(alias, "document contains excessive aliasing");
    }

    private Data refused(YamlNode alias, String problem) {
        faults.report(Faults.Phase.DECODING, place(alias), problem);
        return Data.nothing().at(place(alias));
    }

    private Data scalar(YamlNode node) {
        Position place = place(node);
        Data value = value(node, place);
        return value.position().isKnown() ? value : value.at(place);
    }

    private Data value(YamlNode node, Position place) {
        if (node.tag != null) {
            return rules.tagged(node.tag, node.text, place, faults);
        }
        return node.implicit ? rules.plain(node.text, place, faults) : Data.of(node.text);
    }

    private DataArray sequence(YamlNode node) {
        List<Data> items = new ArrayList<>(node.children.size());
        for (YamlNode child : node.children) {
            items.add(value(child));
        }
        return DataArray.of(items).at(place(node));
    }

    /** A value that aliases can name; it has no value while it is still being made. */
    private static final class Anchor {
        private @Nullable Data value;
        private long size;

        private void close(Data complete, long nodes) {
            this.value = complete;
            this.size = nodes;
        }
    }
}
