package dev.konflux.release.model.lint;

/** Where findings are described. */
final class Documentation {

    private Documentation() {}

    static String of(String id) {
        return "docs/lint.md#" + id;
    }
}
