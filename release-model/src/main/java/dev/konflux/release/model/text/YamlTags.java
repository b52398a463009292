package dev.konflux.release.model.text;

import dev.konflux.release.model.text.YamlToken.Kind;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tags of one document: what their handles stand for, which directives may say. */
final class YamlTags {

    static final String STANDARD = "tag:yaml.org,2002:";
    static final String MERGE = STANDARD + "merge";

    private final Map<String, String> prefixes = new HashMap<>();

    /** Takes a directive; false when the handle has a meaning already. */
    boolean declare(String handle, String prefix) {
        return prefixes.putIfAbsent(handle, prefix) == null;
    }

    /** The tag that a token stands for; null when its handle stands for nothing. */
    @Nullable
    String resolve(YamlToken token) {
        if (token.kind() != Kind.TAG) {
            throw new IllegalArgumentException("no tag: " + token);
        }
        String prefix = prefix(token.text());
        return prefix == null ? null : prefix + token.suffix();
    }

    private @Nullable String prefix(String handle) {
        String declared = prefixes.get(handle);
        if (declared != null) {
            return declared;
        }
        return switch (handle) {
            case "" -> "";
            case "!" -> "!";
            case "!!" -> STANDARD;
            default -> null;
        };
    }
}
