package dev.konflux.release.policy.value;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A package URL, normalised as its type asks.
 *
 * @param type the type in lower case
 * @param namespace the namespace, or empty
 * @param name the name, never empty
 * @param version the version, or empty
 * @param qualifiers the qualifiers by key, none of them empty
 * @param subpath the path inside the package, or empty
 */
public record PackageUrl(
        String type, String namespace, String name, String version, Map<String, String> qualifiers, String subpath) {

    private static final Pattern TYPE = Pattern.compile("[A-Za-z.\\-+][0-9A-Za-z.\\-+]*");
    private static final CharMatcher DIGIT = CharMatcher.inRange('0', '9');
    private static final CharMatcher QUALIFIER = DIGIT.or(CharMatcher.inRange('a', 'z'))
            .or(CharMatcher.inRange('A', 'Z'))
            .or(CharMatcher.anyOf(".-_"))
            .precomputed();
    private static final Set<String> LOWER_NAMESPACES =
            Set.of("alpm", "apk", "bitbucket", "bitnami", "composer", "deb", "github", "golang", "npm", "qpkg", "rpm");
    private static final Set<String> LOWER_NAMES =
            Set.of("alpm", "apk", "bitbucket", "bitnami", "composer", "deb", "github", "golang");

    /** The package that the text names; empty when it is no package URL. */
    public static Optional<PackageUrl> parse(String text) {
        try {
            return Optional.of(read(text));
        } catch (IllegalArgumentException invalid) {
            return Optional.empty();
        }
    }

    /** The package that the text names; empty when it is no text or no package URL. */
    public static Optional<PackageUrl> parse(Value text) {
        return text.text().flatMap(PackageUrl::parse);
    }

    private static PackageUrl read(String text) {
        require(text.regionMatches(true, 0, "pkg:", 0, 4)
                && CharMatcher.javaIsoControl().matchesNoneOf(text));
        String rest = text.substring(4);
        int fragment = rest.indexOf('#');
        String subpath = fragment < 0 ? "" : subpath(rest.substring(fragment + 1));
        rest = fragment < 0 ? rest : rest.substring(0, fragment);
        int query = rest.indexOf('?');
        Map<String, String> qualifiers = qualifiers(query < 0 ? "" : rest.substring(query + 1));
        rest = CharMatcher.is('/').trimLeadingFrom(query < 0 ? rest : rest.substring(0, query));
        int slash = rest.indexOf('/');
        require(slash > 0 && TYPE.matcher(rest.substring(0, slash)).matches());
        String type = rest.substring(0, slash).toLowerCase(Locale.ROOT);
        return named(type, rest.substring(slash + 1), qualifiers, subpath);
    }

    private static PackageUrl named(String type, String path, Map<String, String> qualifiers, String subpath) {
        int slash = path.lastIndexOf('/');
        String namespace = slash < 0 ? "" : decoded(path.substring(0, slash));
        String name = path.substring(slash + 1);
        int at = name.lastIndexOf('@');
        String version = at < 0 ? "" : decoded(name.substring(at + 1));
        name = decoded(at < 0 ? name : name.substring(0, at));
        require(!name.isEmpty());
        namespace = CharMatcher.is('/').trimFrom(namespace);
        require(!type.equals("swift") || !(namespace.isEmpty() || version.isEmpty()));
        require(!type.equals("cran") || !version.isEmpty());
        return new PackageUrl(
                type,
                LOWER_NAMESPACES.contains(type) ? namespace.toLowerCase(Locale.ROOT) : namespace,
                normalName(type, name),
                type.equals("huggingface") ? version.toLowerCase(Locale.ROOT) : version,
                qualifiers,
                subpath);
    }

    private static String normalName(String type, String name) {
        if (type.equals("pypi")) {
            return name.toLowerCase(Locale.ROOT).replace('_', '-');
        }
        return LOWER_NAMES.contains(type) ? name.toLowerCase(Locale.ROOT) : name;
    }

    private static Map<String, String> qualifiers(String query) {
        Map<String, String> qualifiers = new TreeMap<>();
        for (String pair : Splitter.on('&').omitEmptyStrings().split(query.replace('+', ' '))) {
            require(pair.indexOf(';') < 0);
            int equals = pair.indexOf('=');
            String key = decoded(equals < 0 ? pair : pair.substring(0, equals)).toLowerCase(Locale.ROOT);
            require(isQualifier(key));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            if (!value.isEmpty()) {
                require(qualifiers.put(key, value) == null);
            }
        }
        return qualifiers;
    }

    private static boolean isQualifier(String key) {
        return !key.isEmpty() && QUALIFIER.matchesAllOf(key) && !DIGIT.matches(key.charAt(0));
    }

    private static String subpath(String fragment) {
        String path = CharMatcher.is('/').trimFrom(decoded(fragment));
        return String.join(
                "/",
                Splitter.on('/')
                        .splitToStream(path)
                        .filter(part -> !part.isEmpty() && !part.equals(".") && !part.equals(".."))
                        .toList());
    }

    private static String decoded(String text) {
        return text.indexOf('%') < 0 ? text : PercentEncoding.decode(text);
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("not a package URL");
        }
    }

    /** The qualifier under that key. */
    public Value qualifier(String key) {
        return Value.ofText(Optional.ofNullable(qualifiers.get(key)));
    }
}
