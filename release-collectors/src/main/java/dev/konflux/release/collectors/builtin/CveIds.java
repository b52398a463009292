package dev.konflux.release.collectors.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** CVE ids in a text, as upstream's expression finds them: no word boundaries, any decimal digits, a bare year counts. */
final class CveIds {

    private static final Pattern ID = Pattern.compile("CVE-\\p{Nd}+-\\p{Nd}+|CVE-\\p{Nd}+");

    private CveIds() {}

    /** The ids in the order of the text, repeated ones included. */
    static List<String> in(CharSequence text) {
        List<String> ids = new ArrayList<>();
        for (Matcher found = ID.matcher(text); found.find(); ) {
            ids.add(found.group());
        }
        return ids;
    }
}
