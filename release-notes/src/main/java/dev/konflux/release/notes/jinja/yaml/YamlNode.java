package dev.konflux.release.notes.jinja.yaml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node to be written. Nodes are compared by identity: one that is met twice gets an anchor. */
abstract sealed class YamlNode {

    static final String PREFIX = "tag:yaml.org,2002:";

    private final String tag;
    private @Nullable String anchor;
    private boolean seen;
    private boolean written;

    YamlNode(String tag) {
        this.tag = PREFIX + tag;
    }

    final String tag() {
        return tag;
    }

    /** The tag as it is written. */
    final String shortTag() {
        return "!!" + tag.substring(PREFIX.length());
    }

    final @Nullable String anchor() {
        return anchor;
    }

    /** Notes a visit; true at the first one. */
    final boolean visit() {
        boolean first = !seen;
        seen = true;
        return first;
    }

    final boolean hasAnchor() {
        return anchor != null;
    }

    final void name(String name) {
        anchor = name;
    }

    /** Notes that the node is written; true at the first time. */
    final boolean write() {
        boolean first = !written;
        written = true;
        return first;
    }

    /** A scalar. */
    static final class Scalar extends YamlNode {
        final String value;
        final boolean doubleQuoted;
        private @Nullable ScalarAnalysis analysis;

        Scalar(String tag, String value) {
            this(tag, value, false);
        }

        Scalar(String tag, String value, boolean doubleQuoted) {
            super(tag);
            this.value = value;
            this.doubleQuoted = doubleQuoted;
        }

        /** In which styles the value can be written; worked out once, though keys are asked twice. */
        ScalarAnalysis analysis() {
            ScalarAnalysis known = analysis;
            if (known == null) {
                known = ScalarAnalysis.of(value);
                analysis = known;
            }
            return known;
        }
    }

    /** A sequence. */
    static final class Sequence extends YamlNode {
        final List<YamlNode> items = new ArrayList<>();
        boolean flow;

        Sequence(String tag) {
            super(tag);
        }
    }

    /** A mapping; keys and values side by side. */
    static final class Mapping extends YamlNode {
        final List<YamlNode> keys = new ArrayList<>();
        final List<YamlNode> values = new ArrayList<>();
        boolean flow;

        Mapping(String tag) {
            super(tag);
        }
    }
}
