package dev.konflux.release.model.lint;

/** Characters people cannot see. */
final class Invisible {

    private Invisible() {}

    static boolean is(int codePoint) {
        if (codePoint >= ' ' && codePoint <= '~') {
            return false;
        }
        return switch (Character.getType(codePoint)) {
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            case Character.CONTROL -> codePoint != '\t' && codePoint != '\n' && codePoint != '\r';
            case Character.SPACE_SEPARATOR -> codePoint != ' ';
            default -> codePoint == 0xFFFC || codePoint == 0xFFFD || codePoint == 0x115F || codePoint == 0x3164;
        };
    }

    /** Those that have no business in a text for people either; joiners and fixed blanks may be meant there. */
    static boolean isSuspiciousInProse(int codePoint) {
        boolean meant = codePoint == 0x200D || codePoint == 0xAD || Character.isSpaceChar(codePoint);
        return is(codePoint) && !meant;
    }
}
