package dev.konflux.release.notes.jinja.syntax;

/**
 * A token.
 *
 * @param type its kind
 * @param value text, or the number it stands for
 * @param line line, from 1
 * @param offset offset in the source
 */
record Token(TokenType type, Object value, int line, int offset) {

    String text() {
        return value.toString();
    }

    boolean is(TokenType wanted) {
        return type == wanted;
    }

    boolean isName(String name) {
        return type == TokenType.NAME && value.equals(name);
    }

    String describe() {
        return type == TokenType.NAME ? text() : type.description();
    }
}
