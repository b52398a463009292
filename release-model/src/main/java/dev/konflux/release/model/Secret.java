package dev.konflux.release.model;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.model.data.DataObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/** Secrets by name. No text this library makes ever holds one of the values. */
public final class Secret extends Resource {

    static final String API_VERSION = "v1";
    static final String KIND = "Secret";

    private Secret(DataObject document) {
        super(document, KIND);
    }

    /**
     * The Secret that is the given document.
     *
     * @throws IllegalArgumentException when the document claims another kind
     */
    public static Secret of(DataObject document) {
        return new Secret(document);
    }

    /** Writes a new Secret. */
    public static Builder builder() {
        return new Builder(ResourceBuilder.start(API_VERSION, KIND));
    }

    /** Writes a Secret that starts as this one. */
    public Builder toBuilder() {
        return new Builder(document());
    }

    /** The kind of secret, {@code Opaque} for instance. */
    public Optional<String> type() {
        return document().findText("type");
    }

    /** The names of the values: those of {@code data}, then those of {@code stringData}. */
    public Set<String> keys() {
        DataObject data = document().findObject("data").orElse(DataObject.empty());
        DataObject texts = document().findObject("stringData").orElse(DataObject.empty());
        return data.toBuilder().putAll(texts).build().names();
    }

    /** One value as text; empty when there is none or it is not what the cluster would accept. {@code stringData} wins, as in the cluster. */
    public Optional<String> findValue(String key) {
        return document()
                .findText("stringData", key)
                .or(() -> document().findText("data", key).flatMap(Secret::decode));
    }

    private static Optional<String> decode(String encoded) {
        try {
            return Optional.of(new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Writes a Secret. */
    public static final class Builder extends ResourceBuilder<Secret, Builder> {

        private Builder(DataObject start) {
            super(start);
        }

        @Override
        Builder self() {
            return this;
        }

        /** Sets one value. */
        @CanIgnoreReturnValue
        public Builder value(String key, String value) {
            return text(Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)), "data", key);
        }

        @Override
        public Secret build() {
            return new Secret(document());
        }
    }
}
