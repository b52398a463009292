package dev.konflux.release.notes.jinja.syntax;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;

/** The escapes of string literals, as Python's unicode-escape decodes them. */
final class StringLiteral {

    private final String text;
    private final int line;
    private final int offset;
    private final StringBuilder out = new StringBuilder();
    private int at;

    private StringLiteral(String text, int line, int offset) {
        this.text = text;
        this.line = line;
        this.offset = offset;
    }

    static String unescape(String text, int line, int offset) {
        return text.indexOf('\\') < 0 ? text : new StringLiteral(text, line, offset).decode();
    }

    private String decode() {
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '\\') {
                out.append(c);
            } else {
                escape(text.charAt(at++));
            }
        }
        return out.toString();
    }

    private void escape(char c) {
        switch (c) {
            case '\n' -> {}
            case '\\', '\'', '"' -> out.append(c);
            case 'a' -> out.append('\u0007');
            case 'b' -> out.append('\b');
            case 'f' -> out.append('\f');
            case 'n' -> out.append('\n');
            case 'r' -> out.append('\r');
            case 't' -> out.append('\t');
            case 'v' -> out.append('\u000b');
            case 'x' -> hex(2, "truncated \\xXX escape");
            case 'u' -> hex(4, "truncated \\uXXXX escape");
            case 'U' -> hex(8, "truncated \\UXXXXXXXX escape");
            case 'N' -> named();
            default -> other(c);
        }
    }

    private void other(char c) {
        if (c < '0' || c > '7') {
            out.append('\\').append(c);
            return;
        }
        int code = c - '0';
        for (int i = 0; i < 2 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '7'; i++) {
            code = code * 8 + text.charAt(at++) - '0';
        }
        out.appendCodePoint(code);
    }

    private void hex(int digits, String message) {
        int code = 0;
        for (int i = 0; i < digits; i++) {
            int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
            if (digit < 0) {
                throw new Fault(FaultKind.SYNTAX, message, line, offset);
            }
            code = code * 16 + digit;
            at++;
        }
        if (!Character.isValidCodePoint(code)) {
            throw new Fault(FaultKind.SYNTAX, "illegal Unicode character", line, offset);
        }
        out.appendCodePoint(code);
    }

    private void named() {
        int end = at < text.length() && text.charAt(at) == '{' ? text.indexOf('}', at) : -1;
        if (end < 0) {
            throw new Fault(FaultKind.SYNTAX, "malformed \\N character escape", line, offset);
        }
        try {
            out.appendCodePoint(Character.codePointOf(text.substring(at + 1, end)));
        } catch (IllegalArgumentException unknown) {
            throw new Fault(FaultKind.SYNTAX, "unknown Unicode character name", line, offset);
        }
        at = end + 1;
    }
}
