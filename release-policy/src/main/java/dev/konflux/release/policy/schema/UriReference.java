package dev.konflux.release.policy.schema;

import com.google.common.base.CharMatcher;
import com.google.common.net.InetAddresses;
import java.util.regex.Pattern;

/** Whether a text is a URI or a relative reference to Go's {@code net/url}, which upstream's validator asks. */
final class UriReference {

    private static final CharMatcher CONTROL =
            CharMatcher.inRange('\0', '\u001f').or(CharMatcher.is('\u007f'));
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final Pattern PORT = Pattern.compile("(:[0-9]*)?");
    private static final Pattern USER = Pattern.compile("[A-Za-z0-9._:~!$&'()*+,;=%@-]*");

    /** What may stand in a host name; only bytes of other alphabets may be escaped. */
    private static final Pattern HOST =
            Pattern.compile("([A-Za-z0-9._~!$&'()*+,;=:\\]<>\"-]|[^\\x00-\\x7f]|%25|%[89A-Fa-f][0-9A-Fa-f])*");

    /** What parts an address from its zone: an escaped percent sign. */
    private static final String ZONE = "%25";

    private UriReference() {}

    static boolean isOne(String text) {
        if (text.indexOf('\\') >= 0 || CONTROL.matchesAnyOf(text) || text.startsWith(":")) {
            return false;
        }
        int fragment = text.indexOf('#');
        if (fragment >= 0 && isBroken(text.substring(fragment + 1))) {
            return false;
        }
        String rest = fragment < 0 ? text : text.substring(0, fragment);
        var scheme = SCHEME.matcher(rest);
        boolean hasScheme = scheme.lookingAt();
        rest = withoutQuery(hasScheme ? rest.substring(scheme.end()) : rest);
        if (!rest.startsWith("/")) {
            return hasScheme || (!isColonInFirstSegment(rest) && !isBroken(rest));
        }
        if (rest.startsWith("//") && (hasScheme || !rest.startsWith("///"))) {
            int path = rest.indexOf('/', 2);
            return isAuthority(rest.substring(2, path < 0 ? rest.length() : path))
                    && (path < 0 || !isBroken(rest.substring(path)));
        }
        return !isBroken(rest);
    }

    private static String withoutQuery(String text) {
        int query = text.indexOf('?');
        return query < 0 ? text : text.substring(0, query);
    }

    private static boolean isColonInFirstSegment(String path) {
        int colon = path.indexOf(':');
        int slash = path.indexOf('/');
        return colon >= 0 && (slash < 0 || colon < slash);
    }

    private static boolean isBroken(String escaped) {
        return BROKEN_ESCAPE.matcher(escaped).find();
    }

    private static boolean isAuthority(String authority) {
        int at = authority.lastIndexOf('@');
        String user = at < 0 ? "" : authority.substring(0, at);
        return USER.matcher(user).matches() && !isBroken(user) && isHost(authority.substring(at + 1));
    }

    /** Brackets hold an address of version 6 and nothing stands before them. */
    private static boolean isHost(String host) {
        int bracket = host.lastIndexOf('[');
        if (bracket >= 0) {
            int end = host.lastIndexOf(']');
            return bracket == 0
                    && end > 0
                    && PORT.matcher(host.substring(end + 1)).matches()
                    && isVersion6(host.substring(1, end));
        }
        int colon = host.lastIndexOf(':');
        String name = colon < 0 ? host : host.substring(0, colon);
        return (colon < 0 || PORT.matcher(host.substring(colon)).matches())
                && HOST.matcher(name).matches();
    }

    private static boolean isVersion6(String address) {
        int zone = address.indexOf(ZONE);
        String plain = zone < 0 ? address : address.substring(0, zone);
        return plain.indexOf(':') >= 0
                && plain.indexOf('%') < 0
                && InetAddresses.isInetAddress(plain)
                && (zone < 0 || isZone(address.substring(zone + ZONE.length())));
    }

    private static boolean isZone(String zone) {
        return !zone.isEmpty() && HOST.matcher(zone).matches();
    }
}
