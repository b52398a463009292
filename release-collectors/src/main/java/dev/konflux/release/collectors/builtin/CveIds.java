package dev.konflux.release.collectors.builtin;

import dev.konflux.release.collectors.CollectorFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How CVE ids are found in a text. */
enum CveIds {

    /** As upstream's expression finds them: no word boundaries, any decimal digits, a bare year counts. */
    ANYWHERE("CVE-\\p{Nd}+-\\p{Nd}+|CVE-\\p{Nd}+"),

    /** Whole ids that are words of their own. */
    WORDS("(?<![\\p{L}\\p{N}_-])CVE-[0-9]{4}-[0-9]{4,}(?![\\p{L}\\p{N}_])");

    private static final String PREFIX = "CVE-";

    private final Pattern pattern;

    CveIds(String expression) {
        this.pattern = Pattern.compile(expression);
    }

    static CveIds of(String name) {
        return switch (name) {
            case "anywhere" -> ANYWHERE;
            case "words" -> WORDS;
            default -> throw CollectorFailure.of("Error: match must be 'anywhere' or 'words', found '" + name + "'");
        };
    }

    /** The ids in the order of the text, repeated ones included. */
    List<String> in(String text) {
        if (!text.contains(PREFIX)) {
            return List.of();
        }
        List<String> ids = new ArrayList<>();
        for (Matcher found = pattern.matcher(text); found.find(); ) {
            ids.add(found.group());
        }
        return ids;
    }
}
