package dev.konflux.release.model.text;

/**
 * A word of a YAML text.
 *
 * @param kind what it is
 * @param mark where it begins
 * @param text the characters of a scalar, the name of an anchor or alias, the handle of a tag or directive
 * @param suffix the rest of a tag, or the prefix that a directive gives to a handle
 */
record YamlToken(Kind kind, YamlMark mark, String text, String suffix) {

    YamlToken(Kind kind, YamlMark mark) {
        this(kind, mark, "", "");
    }

    YamlToken(Kind kind, YamlMark mark, String text) {
        this(kind, mark, text, "");
    }

    /** The kinds of tokens. */
    enum Kind {
        STREAM_END,
        VERSION_DIRECTIVE,
        TAG_DIRECTIVE,
        RESERVED_DIRECTIVE,
        DOCUMENT_START,
        DOCUMENT_END,
        BLOCK_SEQUENCE_START,
        BLOCK_MAPPING_START,
        BLOCK_END,
        FLOW_SEQUENCE_START,
        FLOW_SEQUENCE_END,
        FLOW_MAPPING_START,
        FLOW_MAPPING_END,
        BLOCK_ENTRY,
        FLOW_ENTRY,
        KEY,
        VALUE,
        ALIAS,
        ANCHOR,
        TAG,
        PLAIN_SCALAR,
        STYLED_SCALAR
    }
}
