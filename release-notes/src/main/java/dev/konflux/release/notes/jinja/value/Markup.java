package dev.konflux.release.notes.jinja.value;

/** A string that is safe to put into HTML as it is. */
public record Markup(String text) implements CharSequence {

    /** The value made safe: itself when it is safe already, else its text escaped. */
    public static Markup escaped(Object value) {
        if (value instanceof Markup markup) {
            return markup;
        }
        String text = Strings.of(value);
        return new Markup(isSafe(value) ? text : escape(text));
    }

    /** Whether a value goes into HTML as it is. */
    public static boolean isSafe(Object value) {
        return value instanceof Markup || (value instanceof PyObject object && object.isSafe());
    }

    /** The text with the five characters of HTML replaced. */
    public static String escape(String text) {
        int at = firstSpecial(text);
        if (at < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, at);
        for (int i = at; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&#34;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    private static int firstSpecial(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '&' || c == '<' || c == '>' || c == '"' || c == '\'') {
                return i;
            }
        }
        return -1;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
