package dev.konflux.release.model.text;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;

/** Builds the tree of one document from the parser's events. */
final class YamlTree {

    private final Parser events;
    private final ScalarRules rules;
    private final ReadLimits limits;
    private final String source;
    private final int firstLine;
    private final Map<String, Anchor> anchors = new HashMap<>();
    private final Faults faults = new Faults();
    private final List<DuplicateKey> duplicates = new ArrayList<>();
    private final AliasBudget budget;
    private int depth;

    YamlTree(Parser events, ScalarRules rules, ReadLimits limits, String source, int firstLine) {
        this.events = events;
        this.rules = rules;
        this.limits = limits;
        this.source = source;
        this.firstLine = firstLine;
        this.budget = new AliasBudget(limits.aliasedNodes());
    }

    /** The document whose start event comes next. */
    YamlDocument document() {
        DocumentStartEvent start = (DocumentStartEvent) events.getEvent();
        rules.version(start.getVersion(), place(start.getStartMark()));
        Data root = node();
        events.getEvent();
        DataSyntaxException fault = faults.first();
        if (fault != null) {
            return new YamlDocument.Broken(fault);
        }
        return root.isNull()
                ? new YamlDocument.Empty(place(start.getStartMark()))
                : new YamlDocument.Content(root, duplicates);
    }

    private Data node() {
        Event event = events.getEvent();
        if (event instanceof AliasEvent alias) {
            return aliased(alias);
        }
        long before = budget.visited();
        budget.visit();
        Anchor anchor = opened((NodeEvent) event);
        Data value = event instanceof ScalarEvent scalar ? scalar(scalar) : collection((CollectionStartEvent) event);
        if (anchor != null) {
            anchor.close(value, budget.visited() - before);
        }
        return value;
    }

    private @Nullable Anchor opened(NodeEvent event) {
        if (event.getAnchor() == null) {
            return null;
        }
        Anchor anchor = new Anchor();
        if (anchors.put(event.getAnchor(), anchor) != null && rules.refusesRepeatedAnchors()) {
            throw new DataSyntaxException(
                    place(event.getStartMark()), "found duplicate anchor '" + event.getAnchor() + "'");
        }
        return anchor;
    }

    private Data aliased(AliasEvent alias) {
        Position place = place(alias.getStartMark());
        Anchor anchor = anchors.get(alias.getAnchor());
        if (anchor == null) {
            String problem = "unknown anchor '" + alias.getAnchor() + "' referenced";
            throw new DataSyntaxException(place, problem, "yaml: " + problem);
        }
        Data value = anchor.value;
        if (value == null) {
            faults.report(Faults.Phase.DECODING, place, "anchor '" + alias.getAnchor() + "' value contains itself");
            return Data.nothing().at(place);
        }
        if (!budget.expand(anchor.size)) {
            faults.report(Faults.Phase.DECODING, place, "document contains excessive aliasing");
            return Data.nothing().at(place);
        }
        return value;
    }

    private Data scalar(ScalarEvent scalar) {
        Position place = place(scalar.getStartMark());
        Data value = value(scalar, place);
        return value.position().isKnown() ? value : value.at(place);
    }

    private Data value(ScalarEvent scalar, Position place) {
        if (scalar.getTag() != null) {
            return rules.tagged(scalar.getTag(), scalar.getValue(), place, faults);
        }
        return scalar.isPlain() ? rules.plain(scalar.getValue(), place, faults) : Data.of(scalar.getValue());
    }

    private Data collection(CollectionStartEvent start) {
        Position place = place(start.getStartMark());
        if (++depth > limits.depth()) {
            throw new DataSyntaxException(
                    place,
                    "nested deeper than " + limits.depth() + " levels",
                    "yaml: exceeded max depth of " + limits.depth());
        }
        if (start.getTag() != null) {
            rules.collectionTag(start.getTag(), place, faults);
        }
        Data value = start.getEventId() == Event.ID.SequenceStart ? sequence() : new YamlMapping(place).read();
        depth--;
        return value.at(place);
    }

    private DataArray sequence() {
        List<Data> items = new ArrayList<>();
        while (!events.checkEvent(Event.ID.SequenceEnd)) {
            items.add(node());
        }
        events.getEvent();
        return DataArray.of(items);
    }

    private Position place(Mark mark) {
        return new Position(source, firstLine + mark.getLine(), mark.getColumn() + 1);
    }

    /** A value that aliases can name; it has no value while it is still being read. */
    private static final class Anchor {
        private @Nullable Data value;
        private long size;

        private void close(Data complete, long nodes) {
            this.value = complete;
            this.size = nodes;
        }
    }

    /** One mapping while it is being read. */
    private final class YamlMapping {
        private final DataObject.Builder members;
        private final Set<String> literals = new HashSet<>();
        private final List<DataObject> merged = new ArrayList<>();

        private YamlMapping(Position place) {
            this.members = DataObject.builder().at(place);
        }

        private DataObject read() {
            while (!events.checkEvent(Event.ID.MappingEnd)) {
                if (atMergeKey()) {
                    events.getEvent();
                    merge(node());
                } else {
                    member();
                }
            }
            events.getEvent();
            return rules.mergesInPlace() || merged.isEmpty() ? members.build() : belowExplicitKeys();
        }

        private boolean atMergeKey() {
            return events.peekEvent() instanceof ScalarEvent scalar
                    && scalar.getValue().equals("<<")
                    && (scalar.getTag() == null
                            ? scalar.isPlain()
                            : scalar.getTag().equals("tag:yaml.org,2002:merge"));
        }

        private void member() {
            Data keyValue = node();
            Position place = keyValue.position();
            ScalarRules.Key key = rules.key(keyValue, faults);
            Data value = node();
            if (key == null) {
                rules.refuse(keyValue, value, faults);
            } else {
                put(key, place, value);
            }
        }

        private void put(ScalarRules.Key key, Position place, Data value) {
            if (members.has(key.name()) && literals.contains(key.name()) == (key.literal() != null)) {
                duplicates.add(
                        new DuplicateKey(key.reported(), place, value.position().line() - firstLine + 1));
            }
            if (key.literal() != null) {
                literals.add(key.name());
            }
            members.put(key.name(), place, value);
        }

        private void merge(Data value) {
            List<Data> sources = value instanceof DataArray array ? array.items() : List.of(value);
            // Steps backwards, because the first mapping of a list takes precedence.
            for (int i = sources.size() - 1; i >= 0; i--) {
                if (!(sources.get(i) instanceof DataObject object)) {
                    faults.report(Faults.Phase.DECODING, value.position(), rules.notMergeable());
                    return;
                }
                merged.add(object);
                if (rules.mergesInPlace()) {
                    object.members().forEach((name, member) -> mergeMember(object, name, member));
                }
            }
        }

        private void mergeMember(DataObject object, String name, Data member) {
            put(ScalarRules.Key.text(name), object.positionOfName(name), member);
        }

        private DataObject belowExplicitKeys() {
            DataObject explicit = members.build();
            DataObject.Builder all = DataObject.builder().at(explicit.position());
            merged.forEach(all::putAll);
            return all.putAll(explicit).build();
        }
    }
}
