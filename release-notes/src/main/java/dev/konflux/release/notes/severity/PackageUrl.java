package dev.konflux.release.notes.severity;

import com.google.common.base.Splitter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A package URL, as far as its qualifiers go.
 *
 * @param qualifiers the values by lower-case name; empty values count as absent
 */
public record PackageUrl(Map<String, String> qualifiers) {

    private static final String SCHEME = "pkg:";
    private static final Pattern KEY = Pattern.compile("[a-z._-][a-z0-9._-]*");
    private static final Pattern URL_SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);
    private static final Splitter PARTS = Splitter.on('&');

    /** Keeps its own copy. */
    public PackageUrl {
        qualifiers = Map.copyOf(qualifiers);
    }

    /** Reads a package URL; empty when the text is none. */
    public static Optional<PackageUrl> parse(String text) {
        if (!text.startsWith(SCHEME)) {
            return Optional.empty();
        }
        String rest = stripSlashes(text.substring(SCHEME.length()).strip());
        int slash = rest.indexOf('/');
        if (slash <= 0) {
            return Optional.empty();
        }
        String afterType = rest.substring(slash + 1);
        String withoutSubpath = before(afterType, '#');
        String path = before(withoutSubpath, '?');
        if (!hasName(path)
                || afterType.startsWith("//")
                || URL_SCHEME.matcher(path).matches()) {
            return Optional.empty();
        }
        boolean hasQuery = path.length() < withoutSubpath.length();
        return qualifiers(hasQuery ? withoutSubpath.substring(path.length() + 1) : "")
                .map(PackageUrl::new);
    }

    private static String stripSlashes(String text) {
        int start = 0;
        while (text.startsWith("/", start)) {
            start++;
        }
        return text.substring(start);
    }

    private static String before(String text, char end) {
        int at = text.indexOf(end);
        return at < 0 ? text : text.substring(0, at);
    }

    private static boolean hasName(String path) {
        int version = path.lastIndexOf('@');
        String names =
                stripSlashes(version < 0 ? path : path.substring(0, version)).strip();
        return !names.isEmpty() && !names.endsWith("/");
    }

    private static Optional<Map<String, String>> qualifiers(String query) {
        Map<String, String> qualifiers = new HashMap<>();
        List<String> parts = query.isEmpty() ? List.of() : PARTS.splitToList(query);
        for (String part : parts) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                return Optional.empty();
            }
            String key = part.substring(0, equals).strip().toLowerCase(Locale.ROOT);
            String value = part.substring(equals + 1);
            if (!key.isEmpty() && !value.isBlank()) {
                if (!KEY.matcher(key).matches()) {
                    return Optional.empty();
                }
                qualifiers.put(key, unescaped(value));
            }
        }
        return Optional.of(qualifiers);
    }

    private static String unescaped(String value) {
        if (value.indexOf('%') < 0) {
            return value;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int i = 0;
        while (i < value.length()) {
            int high = i + 2 < value.length() && value.charAt(i) == '%' ? hex(value.charAt(i + 1)) : -1;
            int low = high < 0 ? -1 : hex(value.charAt(i + 2));
            if (low >= 0) {
                bytes.write(high * 16 + low);
                i += 3;
            } else {
                String character = value.substring(i, value.offsetByCodePoints(i, 1));
                bytes.writeBytes(character.getBytes(StandardCharsets.UTF_8));
                i += character.length();
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static int hex(char c) {
        return c < 128 ? Character.digit(c, 16) : -1;
    }
}
