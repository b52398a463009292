package dev.konflux.release.collectors;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The values of a Secret. They are never part of {@link #toString}. */
public final class Secret {

    private final String name;
    private final Map<String, String> encoded;

    private Secret(String name, Map<String, String> encoded) {
        this.name = name;
        this.encoded = Map.copyOf(encoded);
    }

    /** A secret whose values are in base64, as in a Secret's {@code data}. */
    public static Secret encoded(String name, Map<String, String> base64Values) {
        return new Secret(name, base64Values);
    }

    /** A secret whose values are given as text, as in a Secret's {@code stringData}. */
    public static Secret ofText(String name, Map<String, String> values) {
        Map<String, String> encoded = new HashMap<>();
        values.forEach((key, value) ->
                encoded.put(key, Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8))));
        return new Secret(name, encoded);
    }

    /** The keys, sorted. */
    public Set<String> keys() {
        return new TreeSet<>(encoded.keySet());
    }

    /**
     * The decoded bytes of a value; empty when there is no such key.
     *
     * @throws CollectorFailure when the value is not base64
     */
    public Optional<byte[]> bytes(String key) {
        String value = encoded.get(key);
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getMimeDecoder().decode(value));
        } catch (IllegalArgumentException e) {
            throw CollectorFailure.of("secret " + name + ": the value of '" + key + "' is not base64");
        }
    }

    /** The decoded text of a value; empty when there is no such key. */
    public Optional<String> text(String key) {
        return bytes(key).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Secret " + name + " with " + keys();
    }
}
