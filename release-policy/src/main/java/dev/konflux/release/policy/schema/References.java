package dev.konflux.release.policy.schema;

import com.google.common.base.Splitter;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Follows {@code $ref} inside one schema document. */
final class References {

    private static final int LONGEST_CHAIN = 32;

    private final DataObject root;
    private final Map<String, Subschema> known = new ConcurrentHashMap<>();

    References(DataObject root) {
        this.root = root;
    }

    /** That schema; the same one for every reference to it. */
    Subschema schema(DataObject schema) {
        return schema.findText("$ref")
                .map(reference -> known.computeIfAbsent(reference, name -> new Subschema(schema, this)))
                .orElseGet(() -> new Subschema(schema, this));
    }

    DataObject resolve(DataObject schema) {
        DataObject here = schema;
        for (int i = 0; i < LONGEST_CHAIN && here.has("$ref"); i++) {
            here = target(here.findText("$ref").orElseThrow());
        }
        return here;
    }

    private DataObject target(String reference) {
        Data here = root;
        for (String name : Splitter.on('/').split(reference.substring("#/".length()))) {
            here = here.find(name).orElseThrow(() -> new IllegalStateException("no " + reference + " in the schema"));
        }
        return here.asObject().orElseThrow();
    }
}
