package dev.konflux.release.model.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** How alike two names are, for questions of the form "did you mean". */
public final class Similarity {

    private static final int LONGEST_NAME = 100;

    private Similarity() {}

    /** The candidate most like a name, if one is alike enough; of equals the alphabetically first. */
    public static Optional<String> closest(String name, Collection<String> candidates) {
        return candidates.stream()
                .filter(candidate -> !candidate.equals(name) && isClose(name, candidate))
                .min(Comparator.comparingInt((String candidate) -> distance(name, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Whether one name is likely the other one misspelt: a third of the letters or fewer differ, or only the case does. */
    public static boolean isClose(String name, String other) {
        if (name.isEmpty() || other.isEmpty() || name.length() > LONGEST_NAME || other.length() > LONGEST_NAME) {
            return false;
        }
        int allowed = Math.max(1, Math.min(name.length(), other.length()) / 3);
        if (Math.abs(name.length() - other.length()) > allowed) {
            return false;
        }
        return distance(name.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT)) <= allowed;
    }

    /** Fewest insertions, deletions, replacements and swaps of neighbours that turn one text into the other. */
    static int distance(String left, String right) {
        int[] before = new int[right.length() + 1];
        int[] last = new int[right.length() + 1];
        for (int j = 0; j < last.length; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int[] row = new int[right.length() + 1];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int cost = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (isSwap(left, right, i, j)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            before = last;
            last = row;
        }
        return last[right.length()];
    }

    private static boolean isSwap(String left, String right, int i, int j) {
        return i > 1 && j > 1 && left.charAt(i - 1) == right.charAt(j - 2) && left.charAt(i - 2) == right.charAt(j - 1);
    }
}
