package dev.konflux.release.policy.value;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/** Regular expressions as upstream's engine understands them (RE2), within bounds, as they come from rule data. */
public final class Expressions {

    private Expressions() {}

    /** The compiled expression; empty when it is none, or one that upstream refuses for its size. */
    public static Optional<Pattern> compile(String expression) {
        if (!ExpressionSize.isBounded(expression)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Pattern.compile(expression));
        } catch (PatternSyntaxException invalid) {
            return Optional.empty();
        }
    }
}
