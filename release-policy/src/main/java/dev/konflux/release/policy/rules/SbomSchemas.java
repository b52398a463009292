package dev.konflux.release.policy.rules;

import dev.konflux.release.policy.schema.Schema;

/** The schemas that SBOMs are held against. */
final class SbomSchemas {

    private static final Schema ANYTHING = Schema.of("{}");

    private SbomSchemas() {}

    static Schema cyclonedx(String version) {
        return ANYTHING;
    }

    static Schema spdx() {
        return ANYTHING;
    }
}
