package dev.konflux.release.notes.jinja.filter;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import dev.konflux.release.notes.jinja.value.Args;
import dev.konflux.release.notes.jinja.value.FilterFunction;
import dev.konflux.release.notes.jinja.value.Interpreter;
import dev.konflux.release.notes.jinja.value.None;
import dev.konflux.release.notes.jinja.value.Numbers;
import dev.konflux.release.notes.jinja.value.Printer;
import dev.konflux.release.notes.jinja.value.Strings;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ansible's filters over one text. */
final class AnsibleText {

    private static final UUID NAMESPACE = UUID.fromString("20851c88-ac15-449f-9ee7-74829105da86");
    private static final Pattern SHELL_SAFE = Pattern.compile("[\\w@%+=:,./-]+");
    private static final Map<String, String> DIGESTS = Map.of(
            "md5", "MD5", "sha1", "SHA-1", "sha224", "SHA-224", "sha256", "SHA-256", "sha384", "SHA-384", "sha512",
            "SHA-512");
    private static final Set<String> YES = Set.of("yes", "on", "1", "true");

    private AnsibleText() {}

    static void register(Map<String, FilterFunction> filters) {
        filters.put("b64encode", (runtime, value, args) -> Base64.getEncoder().encodeToString(bytes(value)));
        filters.put("b64decode", (runtime, value, args) -> decoded(runtime.text(value)));
        filters.put("to_uuid", (runtime, value, args) -> uuid(runtime.text(value)));
        filters.put("md5", (runtime, value, args) -> digest("MD5", value));
        filters.put("sha1", (runtime, value, args) -> digest("SHA-1", value));
        filters.put("checksum", (runtime, value, args) -> digest("SHA-1", value));
        filters.put("hash", AnsibleText::hash);
        filters.put("quote", (runtime, value, args) -> quoted(runtime.text(value)));
        filters.put("bool", (runtime, value, args) -> truth(value));
        filters.put("comment", AnsibleText::comment);
    }

    private static byte[] bytes(Object value) {
        return Strings.of(value).getBytes(StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        try {
            return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Fault.value("Incorrect padding");
        }
    }

    private static String digest(String algorithm, Object value) {
        return HexFormat.of().formatHex(digest(algorithm, bytes(value)));
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw Fault.value("unsupported hash type " + algorithm);
        }
    }

    private static Object hash(Interpreter runtime, Object value, Args args) {
        Object type = args.count() > 0 ? args.at(0) : args.keywords().getOrDefault("hashtype", "sha1");
        String algorithm = DIGESTS.get(runtime.text(type));
        return algorithm == null ? None.NONE : digest(algorithm, value);
    }

    private static String uuid(String name) {
        ByteBuffer source = ByteBuffer.allocate(16 + name.getBytes(StandardCharsets.UTF_8).length);
        source.putLong(NAMESPACE.getMostSignificantBits()).putLong(NAMESPACE.getLeastSignificantBits());
        source.put(name.getBytes(StandardCharsets.UTF_8));
        byte[] hash = digest("SHA-1", source.array());
        hash[6] = (byte) ((hash[6] & 0x0f) | 0x50);
        hash[8] = (byte) ((hash[8] & 0x3f) | 0x80);
        ByteBuffer result = ByteBuffer.wrap(hash);
        return new UUID(result.getLong(), result.getLong()).toString();
    }

    private static String quoted(String text) {
        if (text.isEmpty()) {
            return "''";
        }
        return SHELL_SAFE.matcher(text).matches() ? text : "'" + text.replace("'", "'\"'\"'") + "'";
    }

    private static Object truth(Object value) {
        if (value instanceof None || value instanceof Boolean) {
            return value;
        }
        if (Strings.is(value)) {
            return YES.contains(value.toString().toLowerCase(java.util.Locale.ROOT));
        }
        return Numbers.is(value) && Numbers.real(value) == 1;
    }

    private record CommentStyle(String beginning, String decoration, String end) {

        static CommentStyle of(String name) {
            return switch (name) {
                case "plain" -> new CommentStyle("", "# ", "");
                case "erlang" -> new CommentStyle("", "% ", "");
                case "c" -> new CommentStyle("", "// ", "");
                case "cblock" -> new CommentStyle("/*", " * ", " */");
                case "xml" -> new CommentStyle("<!--", " - ", "-->");
                default -> throw new Fault(FaultKind.KEY, Printer.reprOf(name));
            };
        }
    }

    private static Object comment(Interpreter runtime, Object value, Args args) {
        CommentStyle style =
                CommentStyle.of(args.count() > 0 ? runtime.text(args.at(0)) : text(args, "style", "plain"));
        String decoration = text(args, "decoration", style.decoration());
        String newline = text(args, "newline", "\n");
        String edge = Strings.stripEnd(decoration);
        String beginning = text(args, "beginning", style.beginning());
        String prefix = text(args, "prefix", edge);
        String end = text(args, "end", style.end());
        int prefixes = Numbers.index(args.keywords().getOrDefault("prefix_count", 1L));
        int postfixes = Numbers.index(args.keywords().getOrDefault("postfix_count", 1L));
        runtime.budget()
                .text(Math.max(0L, prefixes) * (prefix.length() + 1) + Math.max(0L, postfixes) * (edge.length() + 1));
        StringBuilder out = new StringBuilder(beginning.isEmpty() ? "" : beginning + newline);
        String start = prefix.isEmpty() ? "" : prefix.equals(newline) ? newline : prefix + newline;
        out.append(start.repeat(Math.max(0, prefixes)));
        String body = decoration + runtime.text(value).replace(newline, newline + decoration);
        out.append(body.replace(decoration + newline, edge + newline));
        out.append((newline + text(args, "postfix", edge)).repeat(Math.max(0, postfixes)));
        return out.append(end.isEmpty() ? "" : newline + end).toString();
    }

    private static String text(Args args, String name, String fallback) {
        Object value = args.keyword(name);
        return value == null ? fallback : Strings.of(value);
    }
}
