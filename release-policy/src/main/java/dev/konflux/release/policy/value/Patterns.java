package dev.konflux.release.policy.value;

import com.google.re2j.Pattern;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Regular expressions (RE2) and globs; each is compiled once for an evaluation. Not for use by several threads. */
public final class Patterns {

    private final Map<String, Optional<Pattern>> compiled = new HashMap<>();

    /** Whether the text contains a match; a pattern that is none matches nothing. */
    public boolean find(Value pattern, Value text) {
        return pattern.text()
                .flatMap(this::compiled)
                .filter(known ->
                        text.text().filter(t -> known.matcher(t).find()).isPresent())
                .isPresent();
    }

    /** Whether the text is a regular expression as RE2 understands them. */
    public boolean isValid(Value pattern) {
        return pattern.text().flatMap(this::compiled).isPresent();
    }

    private Optional<Pattern> compiled(String pattern) {
        return compiled.computeIfAbsent(pattern, Expressions::compile);
    }

    /** Whether the glob, whose {@code *} crosses every separator, matches the whole text. */
    public boolean glob(String glob, String text) {
        return compiled.computeIfAbsent("glob " + glob, key -> Expressions.compile(Globs.expression(glob)))
                .filter(p -> p.matcher(text).matches())
                .isPresent();
    }
}
