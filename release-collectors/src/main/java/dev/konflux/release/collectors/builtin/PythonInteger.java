package dev.konflux.release.collectors.builtin;

import dev.konflux.release.collectors.CollectorFailure;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** Integers as Python reads them: blanks around, a sign, single underscores between digits, digits of any script. */
final class PythonInteger {

    private static final Pattern FORM = Pattern.compile("[+-]?\\p{Nd}+(_\\p{Nd}+)*");
    private static final int LONGEST = 4300;

    private PythonInteger() {}

    static BigInteger parse(String text, String name) {
        String trimmed = text.strip();
        if (trimmed.length() > LONGEST || !FORM.matcher(trimmed).matches()) {
            throw CollectorFailure.of(name + " must be an integer, found '" + text + "'");
        }
        StringBuilder digits = new StringBuilder();
        trimmed.codePoints()
                .filter(c -> c != '_' && c != '+')
                .forEach(c -> digits.append(c == '-' ? "-" : String.valueOf(Character.digit(c, 10))));
        return new BigInteger(digits.toString());
    }
}
