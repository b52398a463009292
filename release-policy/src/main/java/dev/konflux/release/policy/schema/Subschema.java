package dev.konflux.release.policy.schema;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import dev.konflux.release.model.data.DataObject;

/** A schema or a part of one. It is read when first needed, because schemas lead back to themselves. */
final class Subschema {

    private final Supplier<Keywords> keywords;

    Subschema(DataObject schema, References references) {
        this.keywords = Suppliers.memoize(() -> new Keywords(references.resolve(schema), references));
    }

    Keywords keywords() {
        return keywords.get();
    }
}
