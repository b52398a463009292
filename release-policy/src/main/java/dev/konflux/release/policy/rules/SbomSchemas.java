package dev.konflux.release.policy.rules;

import com.google.common.io.Resources;
import dev.konflux.release.policy.schema.Schema;
import dev.konflux.release.policy.schema.ShapeReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** The schemas that SBOMs are held against. */
final class SbomSchemas {

    private static final Map<String, Schema> CYCLONEDX = read("cyclonedx.shapes");
    private static final Map<String, Schema> SPDX = read("spdx.shapes");

    private SbomSchemas() {}

    private static Map<String, Schema> read(String name) {
        URL resource = Objects.requireNonNull(SbomSchemas.class.getResource(name), name);
        try {
            return ShapeReader.read(Resources.toString(resource, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The schema of that version of CycloneDX. */
    static Schema cyclonedx(String version) {
        return Objects.requireNonNull(CYCLONEDX.get(version), version);
    }

    /** The schema of SPDX 2.3. */
    static Schema spdx() {
        return Objects.requireNonNull(SPDX.get("2.3"));
    }
}
