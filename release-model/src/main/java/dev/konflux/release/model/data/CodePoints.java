package dev.konflux.release.model.data;

import java.util.Comparator;

/** Orders texts by code point, as Go and Python do; {@link String#compareTo} differs beyond the basic plane. */
public final class CodePoints {

    /** Ascending by code point, shorter first on a common start. */
    public static final Comparator<String> ORDER = CodePoints::compare;

    private CodePoints() {}

    private static int compare(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                // A surrogate stands for a code point above every char that is none.
                boolean sameSort = Character.isSurrogate(x) == Character.isSurrogate(y);
                return sameSort ? Character.compare(x, y) : Character.isSurrogate(x) ? 1 : -1;
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
