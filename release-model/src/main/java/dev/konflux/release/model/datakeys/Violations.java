package dev.konflux.release.model.datakeys;

import dev.konflux.release.model.data.DataPath;
import dev.konflux.release.model.releasedata.ReleaseData;
import java.util.ArrayList;
import java.util.List;

/** Collects violations and tells where the offending values came from. */
final class Violations {

    private final ReleaseData data;
    private final List<KeyViolation> found = new ArrayList<>();

    Violations(ReleaseData data) {
        this.data = data;
    }

    void add(DataPath path, String keyword, String message) {
        found.add(new KeyViolation(path, keyword, message, data.originOf(path)));
    }

    List<KeyViolation> found() {
        return List.copyOf(found);
    }
}
