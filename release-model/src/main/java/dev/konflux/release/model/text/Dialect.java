package dev.konflux.release.model.text;

/** Whose rules decide what an unquoted word of a YAML text means. */
public enum Dialect {
    /** The cluster's: Go's YAML 1.1 with its exceptions, numbers as they look after a passage through JSON. */
    CLUSTER,
    /** The Python tasks': YAML 1.1 as PyYAML's safe loader reads it; dates become the text Python prints for them. */
    PYTHON
}
