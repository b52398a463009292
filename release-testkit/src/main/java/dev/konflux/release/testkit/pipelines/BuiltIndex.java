package dev.konflux.release.testkit.pipelines;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An index image that was built for one OpenShift version. It stands at each of the fragments that went into it.
 *
 * @param version of OpenShift, {@code v4.16}
 * @param image pull spec with digest
 * @param target the name to publish it under; empty text when there is none
 * @param withTimestamp the name that stays when the target moves on
 */
record BuiltIndex(String version, String image, String target, String withTimestamp) {

    private static final String IMAGE = "indexImage";
    private static final String LASTING = "targetIndexWithTimestamp";

    /** The index images of a Snapshot's fragments, one for each version, in the order of the fragments. */
    static List<BuiltIndex> in(DataObject snapshot) {
        Map<String, BuiltIndex> indexes = new LinkedHashMap<>();
        for (Data fragment : snapshot.items("components")) {
            String version = fragment.findText("ocpVersion").orElse("");
            indexes.putIfAbsent(
                    version,
                    new BuiltIndex(
                            version,
                            fragment.findText(IMAGE).orElseThrow(() -> new TaskFailure("no index image was built")),
                            fragment.findText("targetIndex").orElse(""),
                            fragment.findText(LASTING).orElse("")));
        }
        return List.copyOf(indexes.values());
    }

    /** A fragment that is in this index. */
    DataObject noted(DataObject fragment) {
        return fragment.with(IMAGE, Data.of(image)).with(LASTING, Data.of(withTimestamp));
    }

    String digest() {
        return image.substring(image.indexOf('@') + 1);
    }

    /** The names it is published under. */
    List<String> names() {
        return Stream.of(target, withTimestamp)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }
}
