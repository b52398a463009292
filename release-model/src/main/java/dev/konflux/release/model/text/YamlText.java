package dev.konflux.release.model.text;

/** The characters of a YAML text and how far reading has come. The end of the text reads as {@link #END}. */
final class YamlText {

    /** Stands behind the last character; it cannot occur in a text. */
    static final char END = '\0';

    private static final String REFUSED = "control characters are not allowed";

    private final String text;
    private final SyntaxFaults faults;
    // Nothing can be read from here on: the text ends, or a refused character is about to be seen.
    private final int limit;
    private final int firstRefused;
    private int index;
    private int line;
    private int lineStart;

    YamlText(String text, Dialect dialect, SyntaxFaults faults) {
        this.text = text;
        this.faults = faults;
        this.firstRefused = RefusedCharacters.first(text);
        this.limit =
                firstRefused == text.length() ? firstRefused : RefusedCharacters.noticed(text, firstRefused, dialect);
        if (text.startsWith("\uFEFF")) {
            index = 1;
            lineStart = 1;
        }
    }

    SyntaxFaults faults() {
        return faults;
    }

    /** Whether the cluster's clients read this as JSON, which they do with a text that begins with a brace. */
    boolean isJson() {
        int start = 0;
        while (start < limit && YamlCharacters.isBlankOrEnd(text.charAt(start))) {
            start++;
        }
        return start < limit && text.charAt(start) == '{';
    }

    char peek() {
        return index < limit ? text.charAt(index) : beyond();
    }

    char peek(int ahead) {
        return index + ahead < limit ? text.charAt(index + ahead) : beyond();
    }

    private char beyond() {
        if (firstRefused == text.length()) {
            return END;
        }
        int before = text.lastIndexOf('\n', firstRefused - 1) + 1;
        int lines =
                (int) text.substring(0, before).chars().filter(c -> c == '\n').count();
        throw new DataSyntaxException(faults.place(lines, firstRefused - before), REFUSED, "yaml: " + REFUSED);
    }

    int line() {
        return line;
    }

    int column() {
        return index - lineStart;
    }

    int index() {
        return index;
    }

    YamlMark mark() {
        return new YamlMark(index, line, index - lineStart);
    }

    void skip() {
        index++;
    }

    void skip(int characters) {
        index += characters;
    }

    /** The characters between an earlier index and here. */
    String since(int start) {
        return text.substring(start, index);
    }

    void appendSince(int start, StringBuilder out) {
        out.append(text, start, index);
    }

    /** Goes behind the line break that stands here. */
    void skipBreak() {
        index += peek() == '\r' && peek(1) == '\n' ? 2 : 1;
        line++;
        lineStart = index;
    }

    /** Goes behind the line break that stands here and adds what it stands for: a line feed, or one of Unicode's separators. */
    void readBreak(StringBuilder out) {
        char first = peek();
        skipBreak();
        out.append(first == '\u2028' || first == '\u2029' ? first : '\n');
    }

    /** Ends the last line, which needs no break. */
    void endLine() {
        if (column() != 0) {
            line++;
            lineStart = index;
        }
    }

    void skipBlanks() {
        while (YamlCharacters.isBlank(peek())) {
            index++;
        }
    }

    /** Goes to the end of the line if a comment begins here. */
    void skipComment() {
        if (peek() == '#') {
            while (!YamlCharacters.isBreakOrEnd(peek())) {
                index++;
            }
        }
    }

    /** Whether {@code ---} or {@code ...} stands here alone at the beginning of a line. */
    boolean atDocumentMark() {
        return column() == 0 && (isTripled('-') || isTripled('.'));
    }

    /** Whether the character stands here three times, and a blank or the end behind it. */
    boolean isTripled(char c) {
        return peek() == c && peek(1) == c && peek(2) == c && YamlCharacters.isBlankOrEnd(peek(3));
    }
}
