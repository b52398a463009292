package dev.konflux.release.model.text;

import dev.konflux.release.model.text.YamlToken.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds the nodes of one document out of tokens. */
final class NodeParser {

    private final YamlScanner tokens;
    private final YamlTags tags;
    private final Dialect dialect;
    private final int deepest;
    private final SyntaxFaults faults;
    private final Map<String, YamlNode> anchors = new HashMap<>();
    private int depth;

    NodeParser(YamlScanner tokens, YamlTags tags, Dialect dialect, ReadLimits limits, SyntaxFaults faults) {
        this.tokens = tokens;
        this.tags = tags;
        this.dialect = dialect;
        this.deepest = limits.depth();
        this.faults = faults;
    }

    /** Where a node stands, which decides about the tokens it may begin with. */
    private enum Surroundings {
        BLOCK,
        MAPPING,
        FLOW
    }

    /** The node of the document. */
    YamlNode root() {
        return node(Surroundings.BLOCK);
    }

    private boolean at(Kind kind) {
        return tokens.peek().kind() == kind;
    }

    private DataSyntaxException fault(YamlMark context, String problem) {
        return faults.inStructure(tokens.peek().mark(), context, problem);
    }

    private YamlNode node(Surroundings where) {
        YamlToken token = tokens.peek();
        if (token.kind() == Kind.ALIAS) {
            return alias(tokens.take());
        }
        YamlMark start = token.mark();
        YamlToken anchor = token.kind() == Kind.ANCHOR ? tokens.take() : null;
        YamlToken tag = at(Kind.TAG) ? tokens.take() : null;
        if (anchor == null && at(Kind.ANCHOR)) {
            anchor = tokens.take();
        }
        return content(where, start, tag == null ? null : resolved(tag, start), anchor);
    }

    private YamlNode alias(YamlToken alias) {
        YamlNode target = anchors.get(alias.text());
        if (target == null) {
            String problem = "unknown anchor '" + alias.text() + "' referenced";
            throw new DataSyntaxException(faults.place(alias.mark()), problem, "yaml: " + problem);
        }
        return YamlNode.alias(alias.mark(), alias.text(), target);
    }

    private String resolved(YamlToken tag, YamlMark node) {
        String resolved = tags.resolve(tag);
        if (resolved == null) {
            // The next token is looked at before the tag is.
            tokens.peek();
            throw faults.inStructure(tag.mark(), node, "found undefined tag handle");
        }
        return resolved;
    }

    private YamlNode content(Surroundings where, YamlMark start, @Nullable String tag, @Nullable YamlToken anchor) {
        boolean block = where != Surroundings.FLOW;
        return switch (tokens.peek().kind()) {
            case PLAIN_SCALAR ->
                anchored(YamlNode.scalar(start, tag, tokens.take().text(), true), anchor);
            case STYLED_SCALAR ->
                anchored(YamlNode.scalar(start, tag, tokens.take().text(), false), anchor);
            case FLOW_SEQUENCE_START -> sequence(start, tag, anchor, this::flowItems);
            case FLOW_MAPPING_START -> mapping(start, tag, anchor, this::flowMembers);
            case BLOCK_SEQUENCE_START ->
                block ? sequence(start, tag, anchor, this::blockItems) : nothing(start, tag, anchor);
            case BLOCK_MAPPING_START ->
                block ? mapping(start, tag, anchor, this::blockMembers) : nothing(start, tag, anchor);
            case BLOCK_ENTRY ->
                where == Surroundings.MAPPING
                        ? sequence(start, tag, anchor, this::unindentedItems)
                        : nothing(start, tag, anchor);
            default -> nothing(start, tag, anchor);
        };
    }

    /** A tag or an anchor makes a node of its own, nothing at all does not. */
    private YamlNode nothing(YamlMark start, @Nullable String tag, @Nullable YamlToken anchor) {
        if (tag == null && anchor == null) {
            throw fault(start, "did not find expected node content");
        }
        return anchored(YamlNode.scalar(start, tag, "", true), anchor);
    }

    private YamlNode anchored(YamlNode node, @Nullable YamlToken anchor) {
        if (anchor != null) {
            node.anchored = true;
            boolean again = anchors.put(anchor.text(), node) != null;
            if (again && dialect == Dialect.PYTHON) {
                String problem = "found duplicate anchor '" + anchor.text() + "'";
                throw new DataSyntaxException(faults.place(anchor.mark()), problem);
            }
        }
        return node;
    }

    private YamlNode sequence(YamlMark start, @Nullable String tag, @Nullable YamlToken anchor, Children items) {
        return collection(YamlNode.Kind.SEQUENCE, start, tag, anchor, items);
    }

    private YamlNode mapping(YamlMark start, @Nullable String tag, @Nullable YamlToken anchor, Children members) {
        return collection(YamlNode.Kind.MAPPING, start, tag, anchor, members);
    }

    private YamlNode collection(
            YamlNode.Kind kind, YamlMark start, @Nullable String tag, @Nullable YamlToken anchor, Children read) {
        if (++depth > deepest) {
            throw new DataSyntaxException(
                    faults.place(start),
                    "nested deeper than " + deepest + " levels",
                    "yaml: exceeded max depth of " + deepest);
        }
        List<YamlNode> children = new ArrayList<>();
        YamlNode node = anchored(YamlNode.collection(kind, start, tag, children), anchor);
        read.into(children);
        depth--;
        return node;
    }

    private void blockItems(List<YamlNode> items) {
        YamlMark start = tokens.take().mark();
        while (at(Kind.BLOCK_ENTRY)) {
            YamlMark end = tokens.take().mark().behindIndicator();
            boolean empty = at(Kind.BLOCK_ENTRY) || at(Kind.BLOCK_END);
            items.add(empty ? YamlNode.empty(end) : node(Surroundings.BLOCK));
        }
        if (!at(Kind.BLOCK_END)) {
            throw fault(start, "did not find expected '-' indicator");
        }
        tokens.take();
    }

    /** Items at the column of the key that they belong to. */
    private void unindentedItems(List<YamlNode> items) {
        while (at(Kind.BLOCK_ENTRY)) {
            YamlMark end = tokens.take().mark().behindIndicator();
            boolean empty = at(Kind.BLOCK_ENTRY) || atEndOfMember();
            items.add(empty ? YamlNode.empty(end) : node(Surroundings.BLOCK));
        }
    }

    private boolean atEndOfMember() {
        return at(Kind.KEY) || at(Kind.VALUE) || at(Kind.BLOCK_END);
    }

    private void blockMembers(List<YamlNode> members) {
        YamlMark start = tokens.take().mark();
        while (!at(Kind.BLOCK_END)) {
            if (!at(Kind.KEY)) {
                throw fault(start, "did not find expected key");
            }
            members.add(blockPart());
            members.add(at(Kind.VALUE) ? blockPart() : emptyHere());
        }
        tokens.take();
    }

    /** The key or value behind the indicator that comes next. */
    private YamlNode blockPart() {
        YamlMark end = tokens.take().mark().behindIndicator();
        return atEndOfMember() ? YamlNode.empty(end) : node(Surroundings.MAPPING);
    }

    private void flowItems(List<YamlNode> items) {
        YamlMark start = tokens.take().mark();
        while (!at(Kind.FLOW_SEQUENCE_END)) {
            separator(items, start, "did not find expected ',' or ']'");
            if (at(Kind.KEY)) {
                items.add(mapping(tokens.peek().mark(), null, null, this::onlyMember));
            } else if (!at(Kind.FLOW_SEQUENCE_END)) {
                items.add(node(Surroundings.FLOW));
            }
        }
        tokens.take();
    }

    private void separator(List<YamlNode> before, YamlMark start, String refusal) {
        if (before.isEmpty()) {
            return;
        }
        if (!at(Kind.FLOW_ENTRY)) {
            throw fault(start, refusal);
        }
        tokens.take();
    }

    /** A mapping of one member that stands without braces in a flow sequence. */
    private void onlyMember(List<YamlNode> members) {
        tokens.take();
        members.add(flowKey(Kind.FLOW_SEQUENCE_END));
        if (isNothing(members.get(0)) && dialect == Dialect.CLUSTER) {
            // The cluster's reader drops the token behind a missing key.
            tokens.take();
        }
        members.add(flowValue(Kind.FLOW_SEQUENCE_END));
    }

    private boolean isNothing(YamlNode node) {
        return node.mark.equals(tokens.peek().mark());
    }

    private void flowMembers(List<YamlNode> members) {
        YamlMark start = tokens.take().mark();
        while (!at(Kind.FLOW_MAPPING_END)) {
            separator(members, start, "did not find expected ',' or '}'");
            if (at(Kind.KEY)) {
                tokens.take();
                members.add(flowKey(Kind.FLOW_MAPPING_END));
                members.add(flowValue(Kind.FLOW_MAPPING_END));
            } else if (!at(Kind.FLOW_MAPPING_END)) {
                members.add(node(Surroundings.FLOW));
                members.add(emptyHere());
            }
        }
        tokens.take();
    }

    private YamlNode flowKey(Kind end) {
        return at(Kind.VALUE) ? emptyHere() : flowContent(end);
    }

    private YamlNode flowValue(Kind end) {
        if (!at(Kind.VALUE)) {
            return emptyHere();
        }
        tokens.take();
        return flowContent(end);
    }

    private YamlNode flowContent(Kind end) {
        return at(Kind.FLOW_ENTRY) || at(end) ? emptyHere() : node(Surroundings.FLOW);
    }

    private YamlNode emptyHere() {
        return YamlNode.empty(tokens.peek().mark());
    }

    /** Reads the children of a collection. */
    private interface Children {
        void into(List<YamlNode> children);
    }
}
