package dev.konflux.release.model.mapping;

import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataPath;
import dev.konflux.release.model.data.PythonText;
import java.util.List;

/** {@code mapping.defaults}: what holds for every component. */
record MappingDefaults(List<String> tags, String timestampFormat, DataObject contentGateway) {

    static final DataPath TAGS = DataPath.of("mapping", "defaults", "tags");

    private static final String EPOCH_SECONDS = "%s";

    static MappingDefaults of(Fields defaults) {
        return new MappingDefaults(
                defaults.texts("tags"),
                defaults.given("timestampFormat").map(PythonText::str).orElse(EPOCH_SECONDS),
                defaults.object("contentGateway").object());
    }

    String timestampFormat(Fields component) {
        return component.given("timestampFormat").map(PythonText::str).orElse(timestampFormat);
    }
}
