package dev.konflux.release.model;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.model.data.DataObject;
import java.util.Optional;
import java.util.Set;

/** Settings by name. */
public final class ConfigMap extends Resource {

    static final String API_VERSION = "v1";
    static final String KIND = "ConfigMap";

    private ConfigMap(DataObject document) {
        super(document, KIND);
    }

    /**
     * The ConfigMap that is the given document.
     *
     * @throws IllegalArgumentException when the document claims another kind
     */
    public static ConfigMap of(DataObject document) {
        return new ConfigMap(document);
    }

    /** Writes a new ConfigMap. */
    public static Builder builder() {
        return new Builder(ResourceBuilder.start(API_VERSION, KIND));
    }

    /** Writes a ConfigMap that starts as this one. */
    public Builder toBuilder() {
        return new Builder(document());
    }

    /** One setting. */
    public Optional<String> findValue(String key) {
        return document().findText("data", key);
    }

    /** The names of the settings in document order. */
    public Set<String> keys() {
        return document().findObject("data").orElse(DataObject.empty()).names();
    }

    /** Writes a ConfigMap. */
    public static final class Builder extends ResourceBuilder<ConfigMap, Builder> {

        private Builder(DataObject start) {
            super(start);
        }

        @Override
        Builder self() {
            return this;
        }

        /** Sets one setting. */
        @CanIgnoreReturnValue
        public Builder value(String key, String value) {
            return text(value, "data", key);
        }

        @Override
        public ConfigMap build() {
            return new ConfigMap(document());
        }
    }
}
