package dev.konflux.release.notes.content;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a {@code SHA256SUMS} file. */
public final class Checksums {

    private static final Pattern LINE_END = Pattern.compile("\r\n|[\n\r\u000b\u000c\u001c-\u001e\u0085\u2028\u2029]");
    private static final Pattern ENTRY =
            Pattern.compile("\\s*(\\S+)\\s+(\\S.*)", Pattern.UNICODE_CHARACTER_CLASS | Pattern.DOTALL);

    private Checksums() {}

    /** Checksums by file name, in order; lines of one word and manifests are left out. */
    public static Map<String, String> parse(String text) {
        Map<String, String> checksums = new LinkedHashMap<>();
        for (String line : LINE_END.split(text)) {
            Matcher entry = ENTRY.matcher(line);
            if (entry.matches() && !isManifest(entry.group(2))) {
                checksums.put(entry.group(2), entry.group(1));
            }
        }
        return checksums;
    }

    static boolean isManifest(String fileName) {
        return fileName.endsWith("_manifest.json");
    }
}
