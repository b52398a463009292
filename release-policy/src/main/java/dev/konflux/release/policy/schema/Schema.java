package dev.konflux.release.policy.schema;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.JsonReader;
import java.util.List;

/**
 * A JSON schema (the parts of draft 7 that the rules use). A value of a wrong type is the only error of its place; a value that fits none
 * of several alternatives is reported with the errors of the alternative that it fits best.
 */
public final class Schema {

    private final Subschema root;

    private Schema(Subschema root) {
        this.root = root;
    }

    /** The schema written in the given JSON text. */
    public static Schema of(String json) {
        return of(JsonReader.create().read(json, "").asObject().orElseThrow());
    }

    /** The schema that the given document is. */
    public static Schema of(DataObject root) {
        return new Schema(new References(root).schema(root));
    }

    /** Everything in the value that the schema forbids; nothing when it is as the schema wants it. */
    public List<SchemaError> errors(Data value) {
        Check check = new Check();
        check.value(root, value, null);
        return check.errors();
    }
}
