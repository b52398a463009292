package dev.konflux.release.testkit.pipelines;

import dev.konflux.release.model.data.Data;
import java.util.Arrays;
import java.util.List;

/** What a release of catalog fragments is for: it decides what becomes of the index image. */
enum ReleaseMode {
    NORMAL("normal"),
    HOTFIX("hotfix"),
    PRE_GA("preGA"),
    STAGED_INDEX("stagedIndex");

    private final String key;

    ReleaseMode(String key) {
        this.key = key;
    }

    /** The mode that {@code fbc} of the release data switches on. */
    static ReleaseMode of(Data data) {
        List<ReleaseMode> modes = Arrays.stream(values())
                .filter(mode ->
                        data.find("fbc", mode.key).flatMap(Data::asBoolean).orElse(false))
                .toList();
        if (modes.size() > 1) {
            throw new TaskFailure("Multiple release modes cannot be active simultaneously");
        }
        return modes.isEmpty() ? NORMAL : modes.get(0);
    }

    /** Whether the index image is signed and published. */
    boolean publishes(boolean optedIn) {
        return this == NORMAL ? optedIn : this != STAGED_INDEX;
    }

    /** Whether the index that was built takes the place of the one it started from. */
    boolean replacesSource(boolean optedIn) {
        return this == NORMAL && optedIn;
    }

    @Override
    public String toString() {
        return key;
    }
}
