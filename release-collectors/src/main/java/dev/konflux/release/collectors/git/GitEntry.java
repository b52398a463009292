package dev.konflux.release.collectors.git;

import java.util.Arrays;
import java.util.List;

/**
 * One entry of git's output.
 *
 * @param kind what was printed
 * @param id full hash of the commit or tag object
 * @param author {@code name <address>} of the author, or of the tagger
 * @param message the whole message
 */
public record GitEntry(Kind kind, String id, String author, String message) {

    private static final String WHITE_SPACE = " \t\r\f\u000b";

    /** What git prints. */
    public enum Kind {
        COMMIT,
        TAG
    }

    /** The message's first paragraph as one line, git's {@code %s}. */
    public String subject() {
        List<String> lines = lines();
        StringBuilder subject = new StringBuilder();
        for (String line : lines.subList(firstText(lines, 0), firstBlank(lines, firstText(lines, 0)))) {
            subject.append(subject.length() == 0 ? "" : " ").append(withoutTrailingSpace(line));
        }
        return subject.toString();
    }

    /** The message without its first paragraph, git's {@code %b}. */
    public String body() {
        List<String> lines = lines();
        int paragraphEnd = firstBlank(lines, firstText(lines, 0));
        return String.join("\n", lines.subList(firstText(lines, paragraphEnd), lines.size()));
    }

    private List<String> lines() {
        return Arrays.asList(message.split("\n", -1));
    }

    private static int firstText(List<String> lines, int from) {
        int line = from;
        while (line < lines.size() && withoutTrailingSpace(lines.get(line)).isEmpty()) {
            line++;
        }
        return line;
    }

    private static int firstBlank(List<String> lines, int from) {
        int line = from;
        while (line < lines.size() && !withoutTrailingSpace(lines.get(line)).isEmpty()) {
            line++;
        }
        return line;
    }

    private static String withoutTrailingSpace(String line) {
        int end = line.length();
        while (end > 0 && WHITE_SPACE.indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        return line.substring(0, end);
    }
}
