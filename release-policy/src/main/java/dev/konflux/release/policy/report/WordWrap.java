package dev.konflux.release.policy.report;

/** Breaks lines at blanks so that they are no longer than a limit where words allow it; blanks inside a line stay as they are. */
final class WordWrap {

    private final int limit;
    private final StringBuilder out = new StringBuilder();
    private int column;

    private WordWrap(int limit) {
        this.limit = limit;
    }

    static String wrap(String text, int limit) {
        String[] lines = text.split("\n", -1);
        StringBuilder wrapped = new StringBuilder();
        for (int i = 0; i < lines.length; i++) {
            wrapped.append(i == 0 ? "" : "\n").append(new WordWrap(limit).line(lines[i]));
        }
        return wrapped.toString();
    }

    private String line(String line) {
        int at = 0;
        while (at < line.length()) {
            int wordAt = skip(line, at, true);
            int end = skip(line, wordAt, false);
            add(line.substring(at, wordAt), line.substring(wordAt, end));
            at = end;
        }
        return out.toString();
    }

    private static int skip(String line, int from, boolean blanks) {
        int at = from;
        while (at < line.length() && Character.isWhitespace(line.charAt(at)) == blanks) {
            at++;
        }
        return at;
    }

    private void add(String blanks, String word) {
        int length = word.codePointCount(0, word.length());
        boolean fits = column + blanks.length() + length <= limit;
        if (word.isEmpty()) {
            out.append(fits ? blanks : "");
            return;
        }
        // a word longer than a line is not worth a break at its start
        boolean breaks = !fits && column + blanks.length() > 1;
        out.append(breaks ? "\n" : blanks).append(word);
        column = breaks ? length : column + blanks.length() + length;
    }
}
