package dev.konflux.release.collectors.jq;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a program, one after the other. String literals are not known: quotes never reach a program. */
final class JqTokens {

    /** The token behind the last one. */
    static final String END = "";

    private static final Pattern TOKEN = Pattern.compile(
            "\\.[A-Za-z_][A-Za-z0-9_]*" // a field
                    + "|\\.\\." // all values
                    + "|(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?" // a number
                    + "|[$@]?[A-Za-z_][A-Za-z0-9_]*" // a name
                    + "|//|==|!=|<=|>=|[|,+*/%<>().?\\[\\]:-]");

    private static final Pattern GAP = Pattern.compile("(?:\\s+|#[^\\n]*)*");

    private final List<String> tokens;
    private int next;

    private JqTokens(List<String> tokens) {
        this.tokens = tokens;
    }

    static JqTokens of(String program) {
        List<String> tokens = new ArrayList<>();
        Matcher gap = GAP.matcher(program);
        Matcher token = TOKEN.matcher(program);
        int at = end(gap, 0);
        while (at < program.length()) {
            if (!token.region(at, program.length()).lookingAt()) {
                throw new JqError("jq: error: syntax error, unexpected '" + program.charAt(at) + "'");
            }
            tokens.add(token.group());
            at = end(gap, token.end());
        }
        return new JqTokens(tokens);
    }

    private static int end(Matcher gap, int from) {
        return gap.region(from, gap.regionEnd()).lookingAt() ? gap.end() : from;
    }

    String peek() {
        return next < tokens.size() ? tokens.get(next) : END;
    }

    String take() {
        String token = peek();
        next++;
        return token;
    }

    /** Takes the next token if it is the given one. */
    boolean takes(String token) {
        boolean isNext = peek().equals(token);
        next += isNext ? 1 : 0;
        return isNext;
    }

    void expect(String token) {
        if (!takes(token)) {
            throw new JqError("jq: error: syntax error, unexpected '" + peek() + "', expecting '" + token + "'");
        }
    }
}
