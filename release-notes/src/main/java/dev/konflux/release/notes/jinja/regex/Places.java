package dev.konflux.release.notes.jinja.regex;

import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The places in a text that expressions can name. */
final class Places {

    private Places() {}

    static boolean start(Run run, int at) {
        return at == 0;
    }

    static boolean lineStart(Run run, int at) {
        return at == 0 || run.character(at - 1) == '\n';
    }

    static boolean end(Run run, int at) {
        return at == run.length();
    }

    static boolean lineEnd(Run run, int at) {
        return at == run.length() || run.character(at) == '\n';
    }

    static boolean lastLineEnd(Run run, int at) {
        return at == run.length() || (at == run.length() - 1 && run.character(at) == '\n');
    }

    /** The place an escape stands for; null when it stands for none. */
    static Node.Place.@Nullable Condition named(int letter, boolean ascii) {
        return switch (letter) {
            case 'A' -> Places::start;
            case 'Z' -> Places::end;
            case 'b' -> (run, at) -> run.length() > 0 && isBoundary(run, at, ascii);
            // Python has no such place in an empty text either.
            case 'B' -> (run, at) -> run.length() > 0 && !isBoundary(run, at, ascii);
            default -> null;
        };
    }

    private static boolean isBoundary(Run run, int at, boolean ascii) {
        IntPredicate word = Characters.category('w', ascii);
        boolean before = at > 0 && word.test(run.character(at - 1));
        boolean behind = at < run.length() && word.test(run.character(at));
        return before != behind;
    }
}
