package dev.konflux.release.notes.pyxis;

import dev.konflux.release.model.releasedata.ReleaseDataException;
import java.util.Arrays;

/** The servers of the catalog. */
public enum PyxisServer {
    /** For customers. */
    PRODUCTION("production", "https://pyxis.api.redhat.com"),
    /** For rehearsals. */
    STAGE("stage", "https://pyxis.preprod.api.redhat.com"),
    /** For customers, reached from inside. */
    PRODUCTION_INTERNAL("production-internal", "https://pyxis.engineering.redhat.com"),
    /** For rehearsals, reached from inside. */
    STAGE_INTERNAL("stage-internal", "https://pyxis.stage.engineering.redhat.com");

    private final String word;
    private final String base;

    PyxisServer(String word, String base) {
        this.word = word;
        this.base = base;
    }

    /**
     * The server of that name, as {@code pyxis.server} of the release data says it.
     *
     * @throws ReleaseDataException when there is none
     */
    public static PyxisServer named(String word) {
        return Arrays.stream(values())
                .filter(server -> server.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new ReleaseDataException("Invalid server parameter. Only "
                        + "'production','production-internal','stage-internal' and 'stage' allowed."));
    }

    /** Where its interface begins. */
    public String apiUrl() {
        return base + "/v1";
    }
}
