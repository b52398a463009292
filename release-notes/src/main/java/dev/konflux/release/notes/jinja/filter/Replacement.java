package dev.konflux.release.notes.jinja.filter;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import dev.konflux.release.notes.jinja.regex.Match;
import dev.konflux.release.notes.jinja.regex.Regex;
import java.util.ArrayList;
import java.util.List;

/** What a match is replaced with: text with references to groups, as Python's {@code re.sub} reads it. */
final class Replacement {

    private static final int MOST_OCTAL = 0xff;

    /** A piece of text, or a group where the text is empty. */
    private record Piece(String text, int group) {}

    private final String template;
    private final Regex regex;
    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int at;

    private Replacement(String template, Regex regex) {
        this.template = template;
        this.regex = regex;
    }

    static Replacement of(String template, Regex regex) {
        Replacement replacement = new Replacement(template, regex);
        replacement.read();
        return replacement;
    }

    void write(Match match, StringBuilder out) {
        for (Piece piece : pieces) {
            String group = piece.group() < 0 ? piece.text() : match.group(piece.group());
            out.append(group == null ? "" : group);
        }
    }

    private void read() {
        while (at < template.length()) {
            char c = template.charAt(at++);
            if (c == '\\') {
                escape(at - 1);
            } else {
                text.append(c);
            }
        }
        flush();
    }

    private void flush() {
        if (text.length() > 0) {
            pieces.add(new Piece(text.toString(), -1));
            text.setLength(0);
        }
    }

    private void group(int number, int start) {
        if (number > regex.groupCount()) {
            throw error("invalid group reference " + number, start + 1);
        }
        flush();
        pieces.add(new Piece("", number));
    }

    private void escape(int start) {
        if (at >= template.length()) {
            throw error("bad escape (end of pattern)", start);
        }
        char c = template.charAt(at++);
        switch (c) {
            case 'g' -> named(start);
            case 'a' -> text.append('\u0007');
            case 'b' -> text.append('\b');
            case 'f' -> text.append('\f');
            case 'n' -> text.append('\n');
            case 'r' -> text.append('\r');
            case 't' -> text.append('\t');
            case 'v' -> text.append('\u000b');
            case '\\' -> text.append('\\');
            default -> other(c, start);
        }
    }

    private void other(char c, int start) {
        if (c >= '0' && c <= '9') {
            number(c, start);
        } else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
            throw error("bad escape \\" + c, start);
        } else {
            text.append('\\').append(c);
        }
    }

    private void number(char first, int start) {
        int digits = 1;
        while (digits < 3 && at + digits - 1 < template.length() && isOctal(template.charAt(at + digits - 1))) {
            digits++;
        }
        if (first == '0' || (digits == 3 && isOctal(first))) {
            octal(first == '0' ? digits : 3, start);
            return;
        }
        int number = first - '0';
        if (at < template.length() && Character.digit(template.charAt(at), 10) >= 0) {
            number = number * 10 + template.charAt(at++) - '0';
        }
        group(number, start);
    }

    private void octal(int digits, int start) {
        String octal = template.substring(start + 1, start + 1 + digits);
        int code = Integer.parseInt(octal, 8);
        if (code > MOST_OCTAL) {
            throw error("octal escape value \\" + octal + " outside of range 0-0o377", start);
        }
        at = start + 1 + digits;
        text.append((char) code);
    }

    private static boolean isOctal(char c) {
        return c >= '0' && c <= '7';
    }

    private void named(int start) {
        if (at >= template.length() || template.charAt(at) != '<') {
            throw error("missing <", at);
        }
        int end = template.indexOf('>', at);
        String name = template.substring(at + 1, end < 0 ? template.length() : end);
        if (name.isEmpty()) {
            throw error("missing group name", at + 1);
        }
        if (end < 0) {
            throw error("missing >, unterminated name", at + 1);
        }
        int nameAt = at + 1;
        at = end + 1;
        boolean isNumber = name.chars().allMatch(c -> c >= '0' && c <= '9') && name.length() < 4;
        Integer number = isNumber ? Integer.valueOf(name) : regex.names().get(name);
        if (number == null) {
            throw new Fault(FaultKind.INDEX, "unknown group name '" + name + "'");
        }
        group(number, isNumber ? nameAt - 1 : start);
    }

    private static Fault error(String message, int position) {
        return new Fault(FaultKind.REGEX, message + " at position " + position);
    }
}
