package dev.konflux.release.notes.jinja.filter;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import dev.konflux.release.notes.jinja.value.Args;
import dev.konflux.release.notes.jinja.value.FilterFunction;
import dev.konflux.release.notes.jinja.value.Interpreter;
import dev.konflux.release.notes.jinja.value.None;
import dev.konflux.release.notes.jinja.value.Numbers;
import dev.konflux.release.notes.jinja.value.Printer;
import dev.konflux.release.notes.jinja.value.Signature;
import dev.konflux.release.notes.jinja.value.Strings;
import dev.konflux.release.notes.jinja.value.Types;
import dev.konflux.release.notes.jinja.value.Undefined;
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
    private static final Signature SHA1 = Signature.of("secure_hash_s(data | hash_func=)");
    private static final Signature HASH = Signature.of("get_hash(data | hashtype=)");
    private static final Set<String> YES = Set.of("yes", "on", "1", "true");

    private AnsibleText() {}

    static void register(Map<String, FilterFunction> filters) {
        guarded(
                filters,
                "b64encode",
                "b64encode(string | encoding=)",
                (runtime, value, args) -> Base64.getEncoder().encodeToString(bytes(value)));
        guarded(
                filters,
                "b64decode",
                "b64decode(string | encoding=)",
                (runtime, value, args) -> new String(Base64Text.decode(runtime.text(value)), StandardCharsets.UTF_8));
        guarded(filters, "to_uuid", "to_uuid(string |)", (runtime, value, args) -> uuid(runtime.text(value)));
        guarded(filters, "md5", "md5s(data |)", (runtime, value, args) -> digest("MD5", value));
        filters.put("sha1", (runtime, value, args) -> sha1(value, args));
        filters.put("checksum", (runtime, value, args) -> sha1(value, args));
        filters.put("hash", AnsibleText::hash);
        guarded(filters, "quote", "quote(a |)", (runtime, value, args) -> quoted(runtime.text(value)));
        guarded(filters, "bool", "to_bool(a |)", (runtime, value, args) -> truth(value));
        guarded(filters, "comment", "comment(text | style=, **kwargs)", AnsibleText::comment);
    }

    private static void guarded(
            Map<String, FilterFunction> filters, String name, String notation, FilterFunction filter) {
        filters.put(name, Signature.of(notation).guard(filter));
    }

    private static byte[] bytes(Object value) {
        return Strings.of(value).getBytes(StandardCharsets.UTF_8);
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

    private static String sha1(Object value, Args args) {
        Object other = SHA1.bind(args).find(0);
        if (other != null) {
            throw Fault.type("'" + Types.name(other) + "' object is not callable");
        }
        return digest("SHA-1", value);
    }

    private static Object hash(Interpreter runtime, Object value, Args args) {
        String algorithm = DIGESTS.get(HASH.bind(args).text(0, "sha1"));
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
        if (value instanceof Undefined undefined) {
            throw undefined.fault();
        }
        if (!Strings.is(value)) {
            throw new Fault(FaultKind.ATTRIBUTE, "'" + Types.name(value) + "' object has no attribute 'replace'");
        }
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
