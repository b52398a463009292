package dev.konflux.release.testkit.kube;

/** Warnings as answers carry them. */
final class WarningHeader {

    static final String NAME = "warning";

    private WarningHeader() {}

    static String of(String text) {
        return "299 - \"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
