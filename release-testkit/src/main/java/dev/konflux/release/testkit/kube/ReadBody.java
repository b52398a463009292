package dev.konflux.release.testkit.kube;

import com.google.common.collect.ImmutableList;
import dev.konflux.release.model.data.DataObject;
import java.util.List;

/**
 * A document as it came in.
 *
 * @param repeated what is to be said of names that stand twice
 */
record ReadBody(DataObject object, List<String> repeated) {

    ReadBody {
        repeated = ImmutableList.copyOf(repeated);
    }

    /** Of a built-in kind a client need not say what the path says. */
    ReadBody of(ServedKind kind) {
        if (kind.isCustom() || object.has("kind")) {
            return this;
        }
        DataObject typed = DataObject.builder()
                .put("apiVersion", kind.apiVersion())
                .put("kind", kind.type().kind())
                .putAll(object)
                .build();
        return new ReadBody(typed, repeated);
    }
}
