package dev.konflux.release.notes.jinja.yaml;

import java.util.List;

/** Writes nodes with PyYAML's line breaks, indentation and quotes. */
final class YamlEmitter {

    private static final int LONGEST_SIMPLE_KEY = 128;

    /** Where a node stands. */
    private enum Place {
        ROOT,
        ITEM,
        KEY,
        VALUE
    }

    private final YamlOutput out;
    private final ScalarWriter scalars;
    private final int step;
    private final int width;
    private int flowLevel;
    private int anchors;

    /** A writer with an indent, a width and the longest text it may write. */
    YamlEmitter(int indent, int width, long longest) {
        this.out = new YamlOutput(longest);
        this.step = indent > 1 && indent < 10 ? indent : 2;
        this.width = width > step * 2 ? width : 80;
        this.scalars = new ScalarWriter(out, this.width, true);
    }

    String document(YamlNode root) {
        findAnchors(root);
        node(root, Place.ROOT);
        out.indent();
        if (out.openEnded) {
            out.indicator("...", true);
            out.indent();
        }
        return out.toString();
    }

    private void findAnchors(YamlNode node) {
        if (!node.visit()) {
            if (!node.hasAnchor()) {
                node.name(String.format("id%03d", ++anchors));
            }
            return;
        }
        if (node instanceof YamlNode.Sequence sequence) {
            sequence.items.forEach(this::findAnchors);
        } else if (node instanceof YamlNode.Mapping mapping) {
            for (int i = 0; i < mapping.keys.size(); i++) {
                findAnchors(mapping.keys.get(i));
                findAnchors(mapping.values.get(i));
            }
        }
    }

    private int enter(boolean flow, boolean indentless) {
        int before = out.indent;
        if (before < 0) {
            out.indent = flow ? step : 0;
        } else if (!indentless) {
            out.indent = before + step;
        }
        return before;
    }

    private void node(YamlNode node, Place place) {
        if (!node.write()) {
            out.indicator("*" + node.anchor(), true);
            return;
        }
        if (node.hasAnchor()) {
            out.indicator("&" + node.anchor(), true);
        }
        if (node instanceof YamlNode.Scalar scalar) {
            scalar(scalar, place);
        } else if (node instanceof YamlNode.Sequence sequence) {
            tag(node, "seq");
            if (flowLevel > 0 || sequence.flow || sequence.items.isEmpty()) {
                flowSequence(sequence.items);
            } else {
                blockSequence(sequence.items, place);
            }
        } else if (node instanceof YamlNode.Mapping mapping) {
            tag(node, "map");
            if (flowLevel > 0 || mapping.flow || mapping.keys.isEmpty()) {
                flowMapping(mapping);
            } else {
                blockMapping(mapping);
            }
        }
    }

    private void tag(YamlNode node, String usual) {
        if (!node.tag().equals(YamlNode.PREFIX + usual)) {
            out.indicator(node.shortTag(), true);
        }
    }

    private void scalar(YamlNode.Scalar node, Place place) {
        ScalarAnalysis analysis = node.analysis();
        boolean implicitPlain = node.tag().equals(ImplicitTag.of(node.value));
        boolean implicitQuoted = node.tag().equals(YamlNode.PREFIX + "str");
        boolean key = place == Place.KEY;
        boolean plain = implicitPlain
                && !node.doubleQuoted
                && !(key && (analysis.empty() || analysis.multiline()))
                && (flowLevel > 0 ? analysis.flowPlain() : analysis.blockPlain());
        if (plain ? !implicitPlain : !implicitQuoted) {
            out.indicator(node.shortTag(), true);
        }
        int before = enter(true, false);
        if (plain) {
            scalars.plain(node.value, !key, place == Place.ROOT);
        } else if (!node.doubleQuoted && analysis.singleQuoted() && !(key && analysis.multiline())) {
            scalars.singleQuoted(node.value, !key);
        } else {
            scalars.doubleQuoted(node.value, !key);
        }
        out.indent = before;
    }

    private void blockSequence(List<YamlNode> items, Place place) {
        boolean indentless = (place == Place.VALUE || place == Place.KEY) && !out.indention;
        int before = enter(false, indentless);
        for (YamlNode item : items) {
            out.indent();
            out.indicator("-", true, false, true);
            node(item, Place.ITEM);
        }
        out.indent = before;
    }

    private void flowSequence(List<YamlNode> items) {
        out.indicator("[", true, true, false);
        flowLevel++;
        int before = enter(true, false);
        for (int i = 0; i < items.size(); i++) {
            separate(i);
            node(items.get(i), Place.ITEM);
        }
        out.indent = before;
        flowLevel--;
        out.indicator("]", false);
    }

    private void separate(int index) {
        if (index > 0) {
            out.indicator(",", false);
        }
        if (out.column() > width) {
            out.indent();
        }
    }

    private void flowMapping(YamlNode.Mapping mapping) {
        out.indicator("{", true, true, false);
        flowLevel++;
        int before = enter(true, false);
        for (int i = 0; i < mapping.keys.size(); i++) {
            separate(i);
            YamlNode key = mapping.keys.get(i);
            if (isSimpleKey(key)) {
                node(key, Place.KEY);
                out.indicator(":", false);
            } else {
                out.indicator("?", true);
                node(key, Place.VALUE);
                if (out.column() > width) {
                    out.indent();
                }
                out.indicator(":", true);
            }
            node(mapping.values.get(i), Place.VALUE);
        }
        out.indent = before;
        flowLevel--;
        out.indicator("}", false);
    }

    private void blockMapping(YamlNode.Mapping mapping) {
        int before = enter(false, false);
        for (int i = 0; i < mapping.keys.size(); i++) {
            out.indent();
            YamlNode key = mapping.keys.get(i);
            if (isSimpleKey(key)) {
                node(key, Place.KEY);
                out.indicator(":", false);
            } else {
                out.indicator("?", true, false, true);
                node(key, Place.VALUE);
                out.indent();
                out.indicator(":", true, false, true);
            }
            node(mapping.values.get(i), Place.VALUE);
        }
        out.indent = before;
    }

    private static boolean isSimpleKey(YamlNode node) {
        String anchor = node.anchor();
        int length = (anchor == null ? 0 : anchor.length()) + node.shortTag().length();
        if (node instanceof YamlNode.Scalar scalar) {
            ScalarAnalysis analysis = scalar.analysis();
            int total = length + scalar.value.codePointCount(0, scalar.value.length());
            return total < LONGEST_SIMPLE_KEY && !analysis.empty() && !analysis.multiline();
        }
        boolean empty = (node instanceof YamlNode.Sequence sequence && sequence.items.isEmpty())
                || (node instanceof YamlNode.Mapping mapping && mapping.keys.isEmpty());
        return empty && length < LONGEST_SIMPLE_KEY;
    }
}
