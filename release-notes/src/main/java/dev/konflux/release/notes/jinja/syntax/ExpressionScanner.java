package dev.konflux.release.notes.jinja.syntax;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cuts the inside of tags into tokens and keeps count of open brackets. */
final class ExpressionScanner {

    private static final Pattern FLOAT = Pattern.compile(
            "(?<!\\.)\\d++(?:_\\d++)*+(?:(?:\\.\\d++(?:_\\d++)*+)?+[eE][+\\-]?\\d++(?:_\\d++)*+|\\.\\d++(?:_\\d++)*+)");
    private static final Pattern INTEGER = Pattern.compile(
            "0[bB](?:_?[01])++|0[oO](?:_?[0-7])++|0[xX](?:_?[0-9a-fA-F])++|[1-9](?:_?[0-9])*+|0(?:_?0)*+");
    private static final int MOST_PLAIN_DIGITS = 18;
    private static final int ASCII = 128;
    private static final int MOST_DIGITS = 4300;
    private static final boolean[] NAME_PARTS = nameParts();
    private static final @Nullable TokenType[] OPERATORS = operators();

    private final String source;
    private final String newline;
    private final StringBuilder awaited = new StringBuilder();
    private int end;

    /** A scanner whose string literals hold the given sequence for each newline. */
    ExpressionScanner(String source, String newline) {
        this.source = source;
        this.newline = newline;
    }

    private static @Nullable TokenType[] operators() {
        @Nullable TokenType[] operators = new @Nullable TokenType[ASCII];
        for (TokenType type : TokenType.values()) {
            if (type.isOperator() && type.description().length() == 1) {
                operators[type.description().charAt(0)] = type;
            }
        }
        return operators;
    }

    private static boolean[] nameParts() {
        boolean[] parts = new boolean[ASCII];
        for (char c = 0; c < ASCII; c++) {
            parts[c] = c == '_' || Character.isLetterOrDigit(c);
        }
        return parts;
    }

    boolean isBalanced() {
        return awaited.length() == 0;
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
        if (isNamePart(c < ASCII ? c : source.codePointAt(at))) {
            return name(at, line);
        }
        int stringEnd = c == '\'' || c == '"' ? endOfString(at) : -1;
        if (stringEnd < 0) {
            return operator(at, line);
        }
        end = stringEnd;
        String written = source.substring(at + 1, end - 1);
        String text = StringLiteral.unescape(newline.equals("\n") ? written : written.replace("\n", newline), line, at);
        return new Token(TokenType.STRING, text, line, at);
    }

    private Token number(int at, int line) {
        int digits = digitsEnd(at);
        boolean plain = digits - at <= MOST_PLAIN_DIGITS && (digits - at == 1 || source.charAt(at) != '0');
        if (plain && (digits == source.length() || ".xXoObBeE_".indexOf(source.charAt(digits)) < 0)) {
            end = digits;
            return new Token(TokenType.INTEGER, Long.parseLong(source, at, digits, 10), line, at);
        }
        return fullNumber(at, line);
    }

    private int digitsEnd(int at) {
        int to = at;
        while (to < source.length() && source.charAt(to) >= '0' && source.charAt(to) <= '9') {
            to++;
        }
        return to;
    }

    private Token fullNumber(int at, int line) {
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
        String lower = digits.toLowerCase(Locale.ROOT);
        int base = lower.startsWith("0x") ? 16 : lower.startsWith("0o") ? 8 : lower.startsWith("0b") ? 2 : 10;
        if (base == 10 && digits.length() > MOST_DIGITS) {
            throw Fault.value("Exceeds the limit (" + MOST_DIGITS + " digits) for integer string conversion: value has "
                    + digits.length() + " digits; use sys.set_int_max_str_digits() to increase the limit");
        }
        BigInteger value = new BigInteger(base == 10 ? digits : digits.substring(2), base);
        return value.bitLength() < 64 ? (Object) value.longValue() : value;
    }

    private static boolean isNamePart(int c) {
        if (c < ASCII) {
            return NAME_PARTS[c];
        }
        return Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
    }

    private static boolean isNameStart(int c) {
        return c < ASCII ? isNamePart(c) && (c < '0' || c > '9') : Character.isUnicodeIdentifierStart(c);
    }

    private Token name(int at, int line) {
        int to = at;
        while (to < source.length()) {
            int c = source.charAt(to) < ASCII ? source.charAt(to) : source.codePointAt(to);
            if (!isNamePart(c)) {
                break;
            }
            to += Character.charCount(c);
        }
        end = to;
        String name = source.substring(at, to);
        if (!isNameStart(name.codePointAt(0))) {
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
        char c = source.charAt(at);
        char following = at + 1 < source.length() ? source.charAt(at + 1) : ' ';
        TokenType two = twoCharacters(c, following);
        TokenType type = two == null && c < ASCII ? OPERATORS[c] : two;
        if (type == null) {
            String shown = Character.toString(source.codePointAt(at));
            String quoted = shown.equals("'") ? "\"'\"" : shown.equals("\\") ? "'\\\\'" : "'" + shown + "'";
            throw new Fault(
                    FaultKind.SYNTAX, "unexpected char " + quoted + " at " + source.codePointCount(0, at), line, at);
        }
        balance(c, line, at);
        end = at + type.description().length();
        return new Token(type, type.description(), line, at);
    }

    private static @Nullable TokenType twoCharacters(char c, char following) {
        if (following == '=') {
            return switch (c) {
                case '=' -> TokenType.EQ;
                case '!' -> TokenType.NE;
                case '<' -> TokenType.LTEQ;
                case '>' -> TokenType.GTEQ;
                default -> null;
            };
        }
        boolean doubled = c == following;
        return doubled && c == '*' ? TokenType.POW : doubled && c == '/' ? TokenType.FLOORDIV : null;
    }

    private void balance(char c, int line, int at) {
        switch (c) {
            case '{' -> awaited.append('}');
            case '(' -> awaited.append(')');
            case '[' -> awaited.append(']');
            case '}', ')', ']' -> close(c, line, at);
            default -> {}
        }
    }

    private void close(char c, int line, int at) {
        if (isBalanced()) {
            throw new Fault(FaultKind.SYNTAX, "unexpected '" + c + "'", line, at);
        }
        int last = awaited.length() - 1;
        char expected = awaited.charAt(last);
        awaited.setLength(last);
        if (expected != c) {
            throw new Fault(FaultKind.SYNTAX, "unexpected '" + c + "', expected '" + expected + "'", line, at);
        }
    }
}
