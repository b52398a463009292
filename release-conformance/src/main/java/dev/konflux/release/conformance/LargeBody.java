package dev.konflux.release.conformance;

import dev.konflux.release.model.data.DataObject;
import java.util.Locale;

/** Bodies too large for a recording: it says how many bytes they have, and that one string is padded. */
final class LargeBody {

    /** Where the limit of annotations lies; a Release that goes a little beyond it carries one. */
    private static final int BEYOND_ANNOTATIONS = 300_000;

    private static final String CONFIG_MAP =
            "{\"apiVersion\": \"v1\", \"kind\": \"ConfigMap\", \"metadata\": {\"name\": \"big\"}, \"data\": {\"k\": \"%s\"}}";
    private static final String RELEASE = "{\"apiVersion\": \"appstudio.redhat.com/v1alpha1\", \"kind\": \"Release\","
            + " \"metadata\": {\"name\": \"%s\"%s}, \"spec\": {\"releasePlan\": \"rp\", \"snapshot\": \"snap\"%s}}";

    private LargeBody() {}

    static String described(String note, DataObject request) {
        int size = Integer.parseInt(note.replaceFirst(" bytes.*", ""));
        String template = request.findText("path").orElse("").endsWith("configmaps")
                ? CONFIG_MAP
                : size < BEYOND_ANNOTATIONS
                        ? release("ann", ", \"annotations\": {\"a\": \"%s\"}", "")
                        : release("big", "", ", \"data\": {\"a\": \"%s\"}");
        return template.replace("%s", "x".repeat(size - template.length()));
    }

    private static String release(String name, String metadata, String spec) {
        return String.format(Locale.ROOT, RELEASE, name, metadata, spec);
    }
}
