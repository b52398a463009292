package dev.konflux.release.notes.jinja.syntax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds where literal text ends and a tag, expression or comment begins. The longest start string wins. */
final class RootScanner {

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
    private final String source;
    private final List<Rule> rules;

    RootScanner(Syntax syntax, String source) {
        this.syntax = syntax;
        this.source = source;
        this.rules = rules(syntax);
    }

    private static List<Rule> rules(Syntax syntax) {
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
        return rules;
    }

    @Nullable
    Found next(int from) {
        for (int at = from; at <= source.length(); at++) {
            Found found = at(at);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable Found at(int at) {
        if (source.startsWith(syntax.blockStart(), at)) {
            Found raw = raw(at);
            if (raw != null) {
                return raw;
            }
        }
        for (Rule rule : rules) {
            int end = end(rule, at);
            if (end >= 0) {
                boolean signed = end < source.length() && (source.charAt(end) == '-' || source.charAt(end) == '+');
                return new Found(rule.start, at, signed ? end + 1 : end, signed ? source.charAt(end) : ' ');
            }
        }
        return null;
    }

    private int end(Rule rule, int at) {
        int prefix = switch (rule.start) {
            case LINE_STATEMENT -> isLineStart(at) ? skip(at, " \t\u000b") : -1;
            case LINE_COMMENT -> isLineStart(at) || !Scanning.isSpace(source.charAt(at - 1)) ? skipBlanks(at) : -1;
            default -> at;
        };
        return prefix >= 0 && source.startsWith(rule.text, prefix) ? prefix + rule.text.length() : -1;
    }

    private boolean isLineStart(int at) {
        return at == 0 || source.charAt(at - 1) == '\n';
    }

    private int skip(int from, String characters) {
        int at = from;
        while (at < source.length() && characters.indexOf(source.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private int skipBlanks(int from) {
        int at = from;
        while (at < source.length() && Scanning.isSpace(source.charAt(at)) && source.charAt(at) != '\n') {
            at++;
        }
        return at;
    }

    private @Nullable Found raw(int at) {
        int signAt = at + syntax.blockStart().length();
        boolean signed = signAt < source.length() && (source.charAt(signAt) == '-' || source.charAt(signAt) == '+');
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
