package dev.konflux.release.policy.value;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Regular expressions (RE2) and globs; each is compiled once for an evaluation. Not for use by several threads. */
public final class Patterns {

    private final Map<String, Optional<Pattern>> compiled = new HashMap<>();

    /** Whether the text contains a match; a pattern that is none matches nothing. */
    public boolean find(Value pattern, Value text) {
        return pattern.text().flatMap(this::compiled).isPresent()
                && text.text()
                        .filter(t -> find(pattern.text().orElseThrow(), t))
                        .isPresent();
    }

    /** Whether the text contains a match; a pattern that is none matches nothing. */
    public boolean find(String pattern, String text) {
        return compiled(pattern).filter(p -> p.matcher(text).find()).isPresent();
    }

    /** Whether both are texts, the pattern is one, and the text contains no match. */
    public boolean finds(Value pattern, Value text) {
        return pattern.text().flatMap(this::compiled).isPresent() && text.isText() && !find(pattern, text);
    }

    /** Whether the text is a regular expression as RE2 understands them. */
    public boolean isValid(Value pattern) {
        return pattern.text().flatMap(this::compiled).isPresent();
    }

    private Optional<Pattern> compiled(String pattern) {
        return compiled.computeIfAbsent(pattern, Patterns::compile);
    }

    private static Optional<Pattern> compile(String pattern) {
        try {
            return Optional.of(Pattern.compile(pattern));
        } catch (PatternSyntaxException invalid) {
            return Optional.empty();
        }
    }

    /** Whether the glob, whose {@code *} crosses every separator, matches the whole text. */
    public boolean glob(String glob, String text) {
        return compiled.computeIfAbsent("glob " + glob, key -> compile(Globs.expression(glob)))
                .filter(p -> p.matcher(text).matches())
                .isPresent();
    }
}
