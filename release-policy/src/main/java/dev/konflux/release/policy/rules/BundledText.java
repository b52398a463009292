package dev.konflux.release.policy.rules;

import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Texts that come with the rules. */
final class BundledText {

    private BundledText() {}

    static String read(String name) {
        URL resource = Objects.requireNonNull(BundledText.class.getResource(name), name);
        try {
            return Resources.toString(resource, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
