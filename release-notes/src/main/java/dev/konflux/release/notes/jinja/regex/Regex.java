package dev.konflux.release.notes.jinja.regex;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression of Python's {@code re}, look-around and references included. It searches by trying, as Python does, which can take
 * exponentially many steps; so each step is told to the caller, who stops the search by throwing.
 */
public final class Regex {

    private final Node root;
    private final int groupCount;
    private final Map<String, Integer> names;

    Regex(Node root, int groupCount, Map<String, Integer> names) {
        this.root = root;
        this.groupCount = groupCount;
        this.names = Map.copyOf(names);
    }

    /**
     * The expression of a pattern.
     *
     * @throws Fault with Python's words when it is none
     */
    public static Regex compile(String pattern, Flags flags) {
        try {
            return new RegexParser(pattern, flags).regex();
        } catch (StackOverflowError tooDeep) {
            throw new Fault(FaultKind.RECURSION, "maximum recursion depth exceeded");
        }
    }

    /** How many groups it has beside the whole. */
    public int groupCount() {
        return groupCount;
    }

    /** The numbers of its named groups. */
    public Map<String, Integer> names() {
        return names;
    }

    /** The first match in a text; null when there is none. */
    public @Nullable Match search(String text, Runnable step) {
        return search(text.codePoints().toArray(), 0, -1, step);
    }

    /** All matches in a text, none of which overlap. */
    public List<Match> findAll(String text, Runnable step) {
        int[] points = text.codePoints().toArray();
        List<Match> found = new ArrayList<>();
        int from = 0;
        int forbidden = -1;
        while (from <= points.length) {
            Match match = search(points, from, forbidden, step);
            if (match == null) {
                break;
            }
            found.add(match);
            from = match.end();
            forbidden = match.start() == from ? from : -1;
        }
        return found;
    }

    /** The first match from a position on; one that is empty and stands at the forbidden position does not count. */
    private @Nullable Match search(int[] text, int from, int forbidden, Runnable step) {
        try {
            for (int start = from; start <= text.length; start++) {
                int begin = start;
                Run run = new Run(text, groupCount + 1, step);
                boolean found = root.match(run, start, end -> {
                    run.remember(0, begin, end);
                    return !(end == begin && begin == forbidden);
                });
                if (found) {
                    return new Match(text, run, groupCount, names);
                }
            }
            return null;
        } catch (StackOverflowError tooDeep) {
            throw new Fault(FaultKind.RECURSION, "maximum recursion depth exceeded");
        }
    }
}
