package dev.konflux.release.model.admission;

import java.nio.charset.StandardCharsets;

/** A user's name as a label value, repaired only as far as the service repairs it. */
final class AuthorLabel {

    private static final int LONGEST = 63;

    private AuthorLabel() {}

    static String of(String user) {
        String author = cut(user.replace(':', '_').replaceFirst("@", "."));
        int end = author.length();
        while (end > 0 && !Character.isLetterOrDigit(author.codePointBefore(end))) {
            end -= Character.charCount(author.codePointBefore(end));
        }
        return author.substring(0, end);
    }

    /** Cuts at a byte; half a character at the end becomes a sign that is taken off with other non-letters. */
    private static String cut(String author) {
        byte[] bytes = author.getBytes(StandardCharsets.UTF_8);
        return bytes.length <= LONGEST ? author : new String(bytes, 0, LONGEST, StandardCharsets.UTF_8);
    }
}
