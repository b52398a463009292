package dev.konflux.release.notes.jinja.value;

import dev.konflux.release.notes.jinja.fault.Fault;
import org.jspecify.annotations.Nullable;

/** Python's format specification: {@code [[fill]align][sign][#][0][width][,][.precision][type]}. */
record FormatSpec(
        String fill, char align, char sign, boolean alternate, int width, char grouping, int precision, char type) {

    static final char NONE = '\0';
    private static final int LONGEST_NUMBER = 9;

    static FormatSpec parse(String text, String typeName) {
        return new Reader(text, typeName).read();
    }

    private static final class Reader {
        private final String text;
        private final String typeName;
        private int at;

        Reader(String text, String typeName) {
            this.text = text;
            this.typeName = typeName;
        }

        FormatSpec read() {
            String fill = fill();
            char align = isAlign(peek(0)) ? text.charAt(at++) : NONE;
            char sign = "+- ".indexOf(peek(0)) >= 0 && at < text.length() ? text.charAt(at++) : NONE;
            skip('z');
            boolean alternate = skip('#');
            boolean zero = skip('0');
            int width = number(-1);
            char grouping = peek(0) == ',' || peek(0) == '_' ? text.charAt(at++) : NONE;
            int precision = precision();
            char type = at < text.length() ? text.charAt(at++) : NONE;
            if (at < text.length()) {
                throw Fault.value("Invalid format specifier '" + text + "' for object of type '" + typeName + "'");
            }
            boolean zeroFill = zero && fill == null;
            String filled = fill != null ? fill : zeroFill ? "0" : " ";
            return new FormatSpec(
                    filled, align == NONE && zero ? '=' : align, sign, alternate, width, grouping, precision, type);
        }

        private @Nullable String fill() {
            if (text.isEmpty()) {
                return null;
            }
            int size = Character.charCount(text.codePointAt(0));
            if (text.length() > size && isAlign(text.charAt(size))) {
                at = size;
                return text.substring(0, size);
            }
            return null;
        }

        private int precision() {
            if (!skip('.')) {
                return -1;
            }
            int precision = number(-1);
            if (precision < 0) {
                throw Fault.value("Format specifier missing precision");
            }
            return precision;
        }

        private char peek(int ahead) {
            return at + ahead < text.length() ? text.charAt(at + ahead) : NONE;
        }

        private boolean skip(char c) {
            if (peek(0) == c) {
                at++;
                return true;
            }
            return false;
        }

        private int number(int fallback) {
            int start = at;
            while (Character.isDigit(peek(0))) {
                at++;
            }
            if (start == at) {
                return fallback;
            }
            if (at - start > LONGEST_NUMBER) {
                throw Fault.value("Too many decimal digits in format string");
            }
            return Integer.parseInt(text.substring(start, at));
        }

        private static boolean isAlign(char c) {
            return c == '<' || c == '>' || c == '=' || c == '^';
        }

        @Override
        public String toString() {
            return typeName + ":" + text;
        }
    }
}
