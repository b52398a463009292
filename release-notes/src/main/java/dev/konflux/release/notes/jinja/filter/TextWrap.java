package dev.konflux.release.notes.jinja.filter;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.value.Strings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Python's {@code textwrap.wrap} without replaced white space and tabs. */
final class TextWrap {

    private static final String PUNCTUATED = "[\\w!\"'&.,?]";
    private static final String LETTER = "[^\\d\\W]";
    private static final Pattern CHUNKS = Pattern.compile(
            "[\\t\\n\\x0b\\x0c\\r ]+"
                    + "|(?<=" + PUNCTUATED + ")-{2,}(?=\\w)"
                    + "|[^\\t\\n\\x0b\\x0c\\r ]+?(?:"
                    + "-(?:(?<=" + LETTER + "{2}-)|(?<=" + LETTER + "-" + LETTER + "-))(?=" + LETTER + "-?" + LETTER
                    + ")"
                    + "|(?=[\\t\\n\\x0b\\x0c\\r ]|\\z)"
                    + "|(?<=" + PUNCTUATED + ")(?=-{2,}\\w))",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern SIMPLE = Pattern.compile("[\\t\\n\\x0b\\x0c\\r ]+|[^\\t\\n\\x0b\\x0c\\r ]+");

    private final int width;
    private final boolean breakLongWords;
    private final boolean breakOnHyphens;

    TextWrap(int width, boolean breakLongWords, boolean breakOnHyphens) {
        this.width = width;
        this.breakLongWords = breakLongWords;
        this.breakOnHyphens = breakOnHyphens;
    }

    List<String> wrap(String text) {
        if (width <= 0) {
            throw Fault.value("invalid width " + width + " (must be > 0)");
        }
        Deque<String> chunks = new ArrayDeque<>();
        Matcher matcher = (breakOnHyphens ? CHUNKS : SIMPLE).matcher(text);
        while (matcher.find()) {
            if (!matcher.group().isEmpty()) {
                chunks.add(matcher.group());
            }
        }
        List<String> lines = new ArrayList<>();
        while (!chunks.isEmpty()) {
            line(chunks, lines);
        }
        return lines;
    }

    private void line(Deque<String> chunks, List<String> lines) {
        if (!lines.isEmpty() && chunks.peek().isBlank()) {
            chunks.poll();
        }
        Deque<String> line = new ArrayDeque<>();
        int used = 0;
        while (!chunks.isEmpty() && used + Strings.length(chunks.peek()) <= width) {
            used += Strings.length(chunks.peek());
            line.add(chunks.poll());
        }
        if (!chunks.isEmpty() && Strings.length(chunks.peek()) > width) {
            longWord(chunks, line, used);
        }
        if (!line.isEmpty() && line.peekLast().isBlank()) {
            line.pollLast();
        }
        if (!line.isEmpty()) {
            lines.add(String.join("", line));
        }
    }

    private void longWord(Deque<String> chunks, Deque<String> line, int used) {
        int space = width - used;
        if (breakLongWords) {
            String chunk = chunks.poll();
            String head = Strings.slice(chunk, 0, space);
            int end = breakOnHyphens ? hyphenEnd(head) : head.length();
            line.add(chunk.substring(0, end));
            chunks.push(chunk.substring(end));
        } else if (line.isEmpty()) {
            line.add(chunks.poll());
        }
    }

    private static int hyphenEnd(String head) {
        int hyphen = head.lastIndexOf('-');
        boolean useful = hyphen > 0 && head.substring(0, hyphen).chars().anyMatch(c -> c != '-');
        return useful ? hyphen + 1 : head.length();
    }
}
