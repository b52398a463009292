package dev.konflux.release.notes.jinja.syntax;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts the inside of tags into tokens and keeps count of open brackets. */
final class ExpressionScanner {

    private static final Pattern FLOAT = Pattern.compile(
            "(?<!\\.)\\d++(?:_\\d++)*+(?:(?:\\.\\d++(?:_\\d++)*+)?+[eE][+\\-]?\\d++(?:_\\d++)*+|\\.\\d++(?:_\\d++)*+)");
    private static final Pattern INTEGER = Pattern.compile(
            "0[bB](?:_?[01])++|0[oO](?:_?[0-7])++|0[xX](?:_?[0-9a-fA-F])++|[1-9](?:_?[0-9])*+|0(?:_?0)*+");
    private static final int MOST_DIGITS = 4300;
    private static final Map<String, TokenType> OPERATORS = operators();

    private final String source;
    private final Deque<Character> open = new ArrayDeque<>();
    private int end;

    ExpressionScanner(String source) {
        this.source = source;
    }

    private static Map<String, TokenType> operators() {
        Map<String, TokenType> operators = new HashMap<>();
        for (TokenType type : TokenType.values()) {
            if (type.isOperator()) {
                operators.put(type.description(), type);
            }
        }
        return Map.copyOf(operators);
    }

    boolean isBalanced() {
        return open.isEmpty();
    }

    /** Where the last token ended. */
    int end() {
        return end;
    }

    Token scan(int at, int line) {
        char c = source.charAt(at);
        if (c >= '0' && c <= '9') {
            return number(at, line);
        }
        if (isNamePart(source.codePointAt(at))) {
            return name(at, line);
        }
        if ((c == '\'' || c == '"') && endOfString(at) > 0) {
            end = endOfString(at);
            return new Token(
                    TokenType.STRING, StringLiteral.unescape(source.substring(at + 1, end - 1), line, at), line, at);
        }
        return operator(at, line);
    }

    private Token number(int at, int line) {
        Matcher real = FLOAT.matcher(source).region(at, source.length()).useTransparentBounds(true);
        if (real.lookingAt()) {
            end = real.end();
            double value = Double.parseDouble(source.substring(at, end).replace("_", ""));
            return new Token(TokenType.FLOAT, value, line, at);
        }
        Matcher whole = INTEGER.matcher(source).region(at, source.length());
        if (!whole.lookingAt()) {
            return name(at, line);
        }
        end = whole.end();
        return new Token(TokenType.INTEGER, integer(source.substring(at, end).replace("_", "")), line, at);
    }

    private static Object integer(String digits) {
        if (digits.length() > MOST_DIGITS) {
            throw Fault.value("Exceeds the limit (" + MOST_DIGITS + " digits) for integer string conversion");
        }
        String lower = digits.toLowerCase(Locale.ROOT);
        int base = lower.startsWith("0x") ? 16 : lower.startsWith("0o") ? 8 : lower.startsWith("0b") ? 2 : 10;
        BigInteger value = new BigInteger(base == 10 ? digits : digits.substring(2), base);
        return value.bitLength() < 64 ? (Object) value.longValue() : value;
    }

    private static boolean isNamePart(int c) {
        return c == '_' || (c != ' ' && Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
    }

    private Token name(int at, int line) {
        int to = at;
        while (to < source.length() && isNamePart(source.codePointAt(to))) {
            to += Character.charCount(source.codePointAt(to));
        }
        end = to;
        String name = source.substring(at, to);
        int first = name.codePointAt(0);
        if (first != '_' && !Character.isUnicodeIdentifierStart(first)) {
            throw new Fault(FaultKind.SYNTAX, "Invalid character in identifier", line, at);
        }
        return new Token(TokenType.NAME, name, line, at);
    }

    private int endOfString(int at) {
        char quote = source.charAt(at);
        for (int i = at + 1; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == quote) {
                return i + 1;
            }
            if (c == '\\') {
                i++;
            }
        }
        return -1;
    }

    private Token operator(int at, int line) {
        String two = source.substring(at, Math.min(source.length(), at + 2));
        TokenType type = two.length() == 2 ? OPERATORS.get(two) : null;
        String text = type == null ? two.substring(0, 1) : two;
        TokenType found = type == null ? OPERATORS.get(text) : type;
        if (found == null) {
            String shown = Character.toString(source.codePointAt(at));
            String quoted = shown.equals("'") ? "\"'\"" : shown.equals("\\") ? "'\\\\'" : "'" + shown + "'";
            throw new Fault(
                    FaultKind.SYNTAX, "unexpected char " + quoted + " at " + source.codePointCount(0, at), line, at);
        }
        balance(text.charAt(0), line, at);
        end = at + text.length();
        return new Token(found, text, line, at);
    }

    private void balance(char c, int line, int at) {
        switch (c) {
            case '{' -> open.push('}');
            case '(' -> open.push(')');
            case '[' -> open.push(']');
            case '}', ')', ']' -> close(c, line, at);
            default -> {}
        }
    }

    private void close(char c, int line, int at) {
        if (open.isEmpty()) {
            throw new Fault(FaultKind.SYNTAX, "unexpected '" + c + "'", line, at);
        }
        char expected = open.pop();
        if (expected != c) {
            throw new Fault(FaultKind.SYNTAX, "unexpected '" + c + "', expected '" + expected + "'", line, at);
        }
    }
}
