package dev.konflux.release.model.lint;

import dev.konflux.release.model.Resource;
import dev.konflux.release.model.data.DataPath;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in texts by accident. */
final class TextRules {

    private static final Pattern PLACEHOLDER = Pattern.compile(
            "\\$\\{[A-Za-z_][\\w.:-]*\\}" // ${NAME}
                    + "|\\{\\{-?\\s*[.$][^}]*\\}\\}" // {{ .Values.name }}
                    + "|\\{\\{-?\\s*\\w+\\s+[.$][^}]*\\}\\}" // {{ hyphenize .version }}
                    + "|^<[A-Za-z][^<>]*>$" // <name>
                    + "|(?<![A-Za-z0-9])X{2,}(?![A-Za-z0-9])" // XX
                    + "|^__[A-Z_]+__$"
                    + "|^(?:TODO|TBD|FIXME|CHANGE_?ME|REPLACE_?ME|PLACEHOLDER)$");

    private static final Pattern POSSIBLE = Pattern.compile("[${<_]|XX|^(?:TODO|TBD|FIXME|CHANGE|REPLACE|PLACE)");

    private TextRules() {}

    static List<LintRule> all() {
        return List.of(
                KindRule.error(
                        "text.invisible-in-name",
                        "A field name holds a character nobody can see, so it is another field.",
                        Resource.class,
                        TextRules::names),
                KindRule.warning(
                        "text.invisible-in-value",
                        "A text holds a character nobody can see.",
                        Resource.class,
                        TextRules::values),
                KindRule.error(
                        "text.placeholder",
                        "A placeholder was not filled in.",
                        Resource.class,
                        TextRules::placeholders));
    }

    static boolean isPlaceholder(String text) {
        return POSSIBLE.matcher(text).find() && PLACEHOLDER.matcher(text).find();
    }

    private static void names(Resource resource, Reporter report) {
        new TextWalk() {
            @Override
            void name(DataPath object, String name) {
                first(name, Invisible::is)
                        .ifPresent(c -> report.atName(
                                object,
                                name,
                                "expected a field name of visible characters, found " + described(c) + " in '"
                                        + without(name) + "'",
                                "type the name again; a field above it most likely lost this one"));
            }

            @Override
            void text(DataPath path, String text) {}
        }.through(resource);
    }

    private static void values(Resource resource, Reporter report) {
        new TextWalk() {
            @Override
            void name(DataPath object, String name) {}

            @Override
            void text(DataPath path, String text) {
                boolean prose = text.indexOf(' ') >= 0 || text.indexOf('\n') >= 0;
                first(text, prose ? Invisible::isSuspiciousInProse : Invisible::is)
                        .ifPresent(c -> report.at(
                                path,
                                "expected visible characters, found " + described(c),
                                "type the text again; the character most likely came along when it was copied"));
            }
        }.through(resource);
    }

    private static OptionalInt first(String text, IntPredicate wanted) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (wanted.test(c)) {
                return OptionalInt.of(c);
            }
            i += Character.charCount(c);
        }
        return OptionalInt.empty();
    }

    private static String described(int codePoint) {
        return String.format(Locale.ROOT, "U+%04X (%s)", codePoint, Character.getName(codePoint));
    }

    private static String without(String text) {
        return text.codePoints()
                .filter(c -> !Invisible.is(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    private static void placeholders(Resource resource, Reporter report) {
        new TextWalk() {
            @Override
            void name(DataPath object, String name) {
                find(name, object.member(name));
            }

            @Override
            void text(DataPath path, String text) {
                if (text.indexOf('\n') < 0) {
                    find(text, path);
                }
            }

            private void find(String text, DataPath path) {
                if (!POSSIBLE.matcher(text).find()) {
                    return;
                }
                Matcher found = PLACEHOLDER.matcher(text);
                boolean prose = text.indexOf(' ') >= 0;
                if (found.find()
                        && (!prose
                                || found.group().startsWith("{")
                                || found.group().startsWith("$")
                                || found.group().length() == text.length())) {
                    report.at(
                            path,
                            "expected a value, found what looks like the placeholder '" + found.group() + "'",
                            "fill it in, or check the rendered files instead of the templates");
                }
            }
        }.throughAllButTemplates(resource);
    }
}
