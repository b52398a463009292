package dev.konflux.release.model.releasedata;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataPath;
import java.util.List;
import java.util.stream.Stream;

/**
 * A key that only an admission may set and that stands somewhere else.
 *
 * @param key the key below {@code spec.data}
 * @param origin where it stands
 */
public record DisallowedKey(DataPath key, Origin origin) {

    private static final List<String> NAMES =
            List.of("product_id", "product_name", "product_version", "product_stream", "cpe", "allow_custom_live_id");

    /** The offences of one layer. A null does not offend, an empty text and {@code false} do. */
    static Stream<DisallowedKey> in(Layer layer) {
        boolean isChecked = layer.kind() == DataLayer.RELEASE || layer.kind() == DataLayer.RELEASE_PLAN;
        return isChecked ? NAMES.stream().flatMap(name -> of(layer, name)) : Stream.of();
    }

    private static Stream<DisallowedKey> of(Layer layer, String name) {
        DataPath key = DataPath.of("releaseNotes", name);
        return key.in(layer.value()).filter(value -> !value.isNull()).stream()
                .map(value -> new DisallowedKey(key, origin(layer, key, value)));
    }

    private static Origin origin(Layer layer, DataPath key, Data value) {
        return new Origin(layer.kind(), layer.document(), layer.path().then(key), value.position());
    }

    /** The message of the real task. */
    public String message() {
        return "Found disallowed key: " + key + " in resource " + origin.layer().resourceKind();
    }
}
