package dev.konflux.release.model.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node of a YAML document before anybody has asked what it means. */
final class YamlNode {

    final Kind kind;
    final YamlMark mark;
    final @Nullable String tag;
    /** The characters of a scalar, the name behind an alias. */
    final String text;
    /** Whether a scalar's meaning follows from its characters. */
    final boolean implicit;
    /** The items of a sequence; the keys and values of a mapping in turn. */
    final List<YamlNode> children;
    /** What an alias names. */
    final @Nullable YamlNode target;
    /** Whether aliases may name the node. */
    boolean anchored;

    private YamlNode(
            Kind kind,
            YamlMark mark,
            @Nullable String tag,
            String text,
            boolean implicit,
            List<YamlNode> children,
            @Nullable YamlNode target) {
        this.kind = kind;
        this.mark = mark;
        this.tag = tag;
        this.text = text;
        this.implicit = implicit;
        this.children = children;
        this.target = target;
    }

    static YamlNode scalar(YamlMark mark, @Nullable String tag, String text, boolean plain) {
        boolean implicit = tag == null ? plain : tag.equals("!");
        return new YamlNode(Kind.SCALAR, mark, tag, text, implicit, List.of(), null);
    }

    /** The scalar that stands where nothing does. */
    static YamlNode empty(YamlMark mark) {
        return scalar(mark, null, "", true);
    }

    /** A collection, whose children may still be added to the list. */
    static YamlNode collection(Kind kind, YamlMark mark, @Nullable String tag, List<YamlNode> children) {
        return new YamlNode(kind, mark, tag, "", false, children, null);
    }

    static YamlNode alias(YamlMark mark, String name, YamlNode target) {
        return new YamlNode(Kind.ALIAS, mark, null, name, false, List.of(), target);
    }

    /** This node, or the one that it names. */
    YamlNode named() {
        return target == null ? this : target;
    }

    /** Whether this is a key that stands for the members of other mappings. */
    boolean isMergeKey() {
        return kind == Kind.SCALAR && text.equals("<<") && (implicit || YamlTags.MERGE.equals(tag));
    }

    /** The kinds of nodes. */
    enum Kind {
        SCALAR,
        SEQUENCE,
        MAPPING,
        ALIAS
    }
}
