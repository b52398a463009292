package dev.konflux.release.policy.report;

import java.util.Comparator;

/** How the cluster's YAML library sorts names: digits by their number, letters after everything else. */
final class GoNaturalOrder implements Comparator<String> {

    static final GoNaturalOrder ORDER = new GoNaturalOrder();

    private GoNaturalOrder() {}

    @Override
    public int compare(String first, String second) {
        int[] a = first.codePoints().toArray();
        int[] b = second.codePoints().toArray();
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            if (a[i] != b[i]) {
                return difference(a, b, i);
            }
        }
        return Integer.compare(a.length, b.length);
    }

    private static int difference(int[] a, int[] b, int at) {
        boolean aLetter = Character.isLetter(a[at]);
        boolean bLetter = Character.isLetter(b[at]);
        if (aLetter != bLetter) {
            return aLetter ? 1 : -1;
        }
        if (!aLetter) {
            int numbers = numbers(a, b, at);
            if (numbers != 0) {
                return numbers;
            }
        }
        return Integer.compare(a[at], b[at]);
    }

    private static int numbers(int[] a, int[] b, int at) {
        // zeros inside a number count, zeros before it do not
        long start = (a[at] == '0' || b[at] == '0') && insideNumber(a, at) ? 1 : 0;
        int byValue = Long.compare(value(a, at, start), value(b, at, start));
        return byValue != 0 ? byValue : Integer.compare(end(a, at), end(b, at));
    }

    private static boolean insideNumber(int[] text, int at) {
        for (int i = at - 1; i >= 0 && Character.isDigit(text[i]); i--) {
            if (text[i] != '0') {
                return true;
            }
        }
        return false;
    }

    private static int end(int[] text, int at) {
        int end = at;
        while (end < text.length && Character.isDigit(text[end])) {
            end++;
        }
        return end;
    }

    private static long value(int[] text, int at, long start) {
        long value = start;
        for (int i = at; i < end(text, at); i++) {
            value = value * 10 + (text[i] - '0');
        }
        return value;
    }
}
