package dev.konflux.release.notes.jinja.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds where literal text ends and a tag, expression or comment begins. The longest start string wins. */
final class TagStarts {

    /** What begins. */
    enum Start {
        BLOCK("block_begin"),
        COMMENT("comment_begin"),
        LINE_COMMENT("linecomment_begin"),
        LINE_STATEMENT("linestatement_begin"),
        RAW("raw_begin"),
        VARIABLE("variable_begin");

        private final String ruleName;

        Start(String ruleName) {
            this.ruleName = ruleName;
        }
    }

    /**
     * A start found.
     *
     * @param start what begins
     * @param from where the start string begins
     * @param to where it ends, with its sign
     * @param sign the white space sign, or a blank
     */
    record Found(Start start, int from, int to, char sign) {}

    private record Rule(Start start, String text) {}

    private final Syntax syntax;
    private final Rule[] rules;
    private final boolean anywhere;
    private final String firstCharacters;

    TagStarts(Syntax syntax) {
        this.syntax = syntax;
        this.rules = rules(syntax);
        this.anywhere = syntax.lineStatementPrefix() != null || syntax.lineCommentPrefix() != null;
        this.firstCharacters = Arrays.stream(rules)
                .map(rule -> rule.text.substring(0, 1))
                .distinct()
                .collect(Collectors.joining());
    }

    private static Rule[] rules(Syntax syntax) {
        List<Rule> rules = new ArrayList<>();
        rules.add(new Rule(Start.COMMENT, syntax.commentStart()));
        rules.add(new Rule(Start.BLOCK, syntax.blockStart()));
        rules.add(new Rule(Start.VARIABLE, syntax.variableStart()));
        if (syntax.lineStatementPrefix() != null) {
            rules.add(new Rule(Start.LINE_STATEMENT, syntax.lineStatementPrefix()));
        }
        if (syntax.lineCommentPrefix() != null) {
            rules.add(new Rule(Start.LINE_COMMENT, syntax.lineCommentPrefix()));
        }
        rules.sort(Comparator.<Rule>comparingInt(rule -> rule.text.length())
                .thenComparing(rule -> rule.start.ruleName)
                .reversed());
        return rules.toArray(new Rule[0]);
    }

    /** The first start from an offset on; null when there is none. */
    @Nullable
    Found next(String source, int from) {
        for (int at = candidate(source, from); at >= 0; at = candidate(source, at + 1)) {
            Found found = at(source, at);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Where a start may stand: behind blanks with a prefix for lines, else only at the first characters. */
    private int candidate(String source, int from) {
        if (anywhere) {
            return from < source.length() ? from : -1;
        }
        if (firstCharacters.length() == 1) {
            return source.indexOf(firstCharacters.charAt(0), from);
        }
        int at = from;
        while (at < source.length() && firstCharacters.indexOf(source.charAt(at)) < 0) {
            at++;
        }
        return at < source.length() ? at : -1;
    }

    private @Nullable Found at(String source, int at) {
        if (source.startsWith(syntax.blockStart(), at)) {
            Found raw = raw(source, at);
            if (raw != null) {
                return raw;
            }
        }
        for (Rule rule : rules) {
            int end = end(rule, source, at);
            if (end >= 0) {
                boolean signed = isSign(source, end);
                return new Found(rule.start, at, signed ? end + 1 : end, signed ? source.charAt(end) : ' ');
            }
        }
        return null;
    }

    private static boolean isSign(String source, int at) {
        return at < source.length() && (source.charAt(at) == '-' || source.charAt(at) == '+');
    }

    private static int end(Rule rule, String source, int at) {
        int prefix = switch (rule.start) {
            case LINE_STATEMENT -> isLineStart(source, at) ? skip(source, at, " \t\u000b") : -1;
            case LINE_COMMENT ->
                isLineStart(source, at) || !Scanning.isSpace(source.charAt(at - 1)) ? skipBlanks(source, at) : -1;
            default -> at;
        };
        return prefix >= 0 && source.startsWith(rule.text, prefix) ? prefix + rule.text.length() : -1;
    }

    private static boolean isLineStart(String source, int at) {
        return at == 0 || source.charAt(at - 1) == '\n';
    }

    private static int skip(String source, int from, String characters) {
        int at = from;
        while (at < source.length() && characters.indexOf(source.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static int skipBlanks(String source, int from) {
        int at = from;
        while (at < source.length() && Scanning.isSpace(source.charAt(at)) && source.charAt(at) != '\n') {
            at++;
        }
        return at;
    }

    private @Nullable Found raw(String source, int at) {
        int signAt = at + syntax.blockStart().length();
        boolean signed = isSign(source, signAt);
        int word = Scanning.skipSpace(source, signed ? signAt + 1 : signAt);
        if (!source.startsWith("raw", word)) {
            return null;
        }
        int end = Scanning.skipSpace(source, word + 3);
        char sign = signed ? source.charAt(signAt) : ' ';
        if (source.startsWith("-" + syntax.blockEnd(), end)) {
            int after = Scanning.skipSpace(source, end + 1 + syntax.blockEnd().length());
            return new Found(Start.RAW, at, after, sign);
        }
        return source.startsWith(syntax.blockEnd(), end)
                ? new Found(Start.RAW, at, end + syntax.blockEnd().length(), sign)
                : null;
    }
}
