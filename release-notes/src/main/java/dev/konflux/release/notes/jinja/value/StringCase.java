package dev.konflux.release.notes.jinja.value;

import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;

/** String methods about letters: changing their case, asking what they are. */
public final class StringCase {

    private StringCase() {}

    static void register(Map<String, StringMethods.Method> methods) {
        change(methods, "upper", text -> text.toUpperCase(Locale.ROOT));
        change(methods, "lower", text -> text.toLowerCase(Locale.ROOT));
        change(methods, "casefold", StringCase::fold);
        change(methods, "capitalize", StringCase::capitalize);
        change(methods, "title", StringCase::title);
        change(methods, "swapcase", StringCase::swap);
        all(methods, "isalpha", Character::isLetter);
        all(methods, "isalnum", c -> Character.isLetter(c) || isNumeric(c));
        all(methods, "isdigit", c -> Character.isDigit(c) || isSuperscript(c));
        all(methods, "isdecimal", Character::isDigit);
        all(methods, "isnumeric", StringCase::isNumeric);
        all(methods, "isspace", Strings::isSpace);
        methods.put("isupper", (self, args, runtime) -> isUpper(self.toString()));
        methods.put("islower", (self, args, runtime) -> isLower(self.toString()));
        methods.put("istitle", (self, args, runtime) -> isTitle(self.toString()));
        methods.put("isascii", (self, args, runtime) -> self.chars().allMatch(c -> c < 128));
        methods.put("isprintable", (self, args, runtime) -> self.codePoints().allMatch(Printer::isPrintable));
        methods.put("isidentifier", (self, args, runtime) -> isIdentifier(self.toString()));
    }

    private static void change(Map<String, StringMethods.Method> methods, String name, UnaryOperator<String> change) {
        methods.put(name, (self, args, runtime) -> Strings.like(self, change.apply(self.toString())));
    }

    private static void all(Map<String, StringMethods.Method> methods, String name, IntPredicate test) {
        methods.put(
                name,
                (self, args, runtime) ->
                        self.length() > 0 && self.toString().codePoints().allMatch(test));
    }

    private static boolean isSuperscript(int c) {
        return c == 0xb2 || c == 0xb3 || c == 0xb9 || (c >= 0x2070 && c <= 0x2089 && c != 0x2071 && c < 0x208a);
    }

    private static boolean isNumeric(int c) {
        int type = Character.getType(c);
        return type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.OTHER_NUMBER
                || type == Character.LETTER_NUMBER;
    }

    /** Whether there are cased letters and all of them are upper case. */
    public static boolean isUpper(String text) {
        return text.codePoints().anyMatch(Character::isUpperCase)
                && text.codePoints().noneMatch(c -> Character.isLowerCase(c) || Character.isTitleCase(c));
    }

    /** Whether there are cased letters and all of them are lower case. */
    public static boolean isLower(String text) {
        return text.codePoints().anyMatch(Character::isLowerCase)
                && text.codePoints().noneMatch(c -> Character.isUpperCase(c) || Character.isTitleCase(c));
    }

    private static boolean isTitle(String text) {
        boolean cased = false;
        boolean previous = false;
        for (int c : text.codePoints().toArray()) {
            boolean upper = Character.isUpperCase(c) || Character.isTitleCase(c);
            boolean lower = Character.isLowerCase(c);
            if ((upper && previous) || (lower && !previous)) {
                return false;
            }
            previous = upper || lower;
            cased |= previous;
        }
        return cased;
    }

    /** Whether Python takes the text as a name. */
    public static boolean isIdentifier(String text) {
        if (text.isEmpty()) {
            return false;
        }
        int first = text.codePointAt(0);
        if (first != '_' && !Character.isUnicodeIdentifierStart(first)) {
            return false;
        }
        return text.codePoints()
                .allMatch(c -> Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT).replace("\u00df", "ss");
    }

    /** First letter large, the rest small. */
    public static String capitalize(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int first = text.offsetByCodePoints(0, 1);
        return titleCase(text.substring(0, first)) + text.substring(first).toLowerCase(Locale.ROOT);
    }

    private static String titleCase(String letter) {
        int c = letter.codePointAt(0);
        int title = Character.toTitleCase(c);
        return title == c
                        && !Character.isTitleCase(c)
                        && letter.toUpperCase(Locale.ROOT).length() > 1
                ? capitalizeExpansion(letter.toUpperCase(Locale.ROOT))
                : Character.toString(title);
    }

    private static String capitalizeExpansion(String expanded) {
        return expanded.charAt(0) + expanded.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String title(String text) {
        StringBuilder out = new StringBuilder();
        boolean inWord = false;
        for (int c : text.codePoints().toArray()) {
            String letter = Character.toString(c);
            out.append(inWord ? letter.toLowerCase(Locale.ROOT) : titleCase(letter));
            inWord = Character.isUpperCase(c) || Character.isLowerCase(c) || Character.isTitleCase(c);
        }
        return out.toString();
    }

    private static String swap(String text) {
        StringBuilder out = new StringBuilder();
        for (int c : text.codePoints().toArray()) {
            String letter = Character.toString(c);
            out.append(
                    Character.isUpperCase(c)
                            ? letter.toLowerCase(Locale.ROOT)
                            : Character.isLowerCase(c) ? letter.toUpperCase(Locale.ROOT) : letter);
        }
        return out.toString();
    }
}
