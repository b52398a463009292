package dev.konflux.release.policy.schema;

import com.google.common.base.Splitter;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;

/** Follows {@code $ref} inside one schema document. */
final class References {

    private static final int LONGEST_CHAIN = 32;

    private References() {}

    static DataObject resolve(DataObject root, DataObject schema) {
        DataObject here = schema;
        for (int i = 0; i < LONGEST_CHAIN && here.has("$ref"); i++) {
            here = target(root, here.findText("$ref").orElseThrow());
        }
        return here;
    }

    private static DataObject target(DataObject root, String reference) {
        Data here = root;
        for (String name : Splitter.on('/').split(reference.substring("#/".length()))) {
            here = here.find(name).orElseThrow(() -> new IllegalStateException("no " + reference + " in the schema"));
        }
        return here.asObject().orElseThrow();
    }
}
