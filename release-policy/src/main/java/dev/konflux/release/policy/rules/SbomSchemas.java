package dev.konflux.release.policy.rules;

import dev.konflux.release.policy.schema.Schema;
import dev.konflux.release.policy.schema.ShapeReader;
import java.util.Map;
import java.util.Objects;

/** The schemas that SBOMs are held against. */
final class SbomSchemas {

    private static final Map<String, Schema> CYCLONEDX = ShapeReader.read(BundledText.read("cyclonedx.shapes"));
    private static final Map<String, Schema> SPDX = ShapeReader.read(BundledText.read("spdx.shapes"));

    private SbomSchemas() {}

    /** The schema of that version of CycloneDX. */
    static Schema cyclonedx(String version) {
        return Objects.requireNonNull(CYCLONEDX.get(version), version);
    }

    /** The schema of SPDX 2.3. */
    static Schema spdx() {
        return Objects.requireNonNull(SPDX.get("2.3"));
    }
}
