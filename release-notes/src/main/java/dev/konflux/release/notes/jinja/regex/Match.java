package dev.konflux.release.notes.jinja.regex;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where an expression was found in a text; positions count code points. */
public final class Match {

    private final int[] text;
    private final Run run;
    private final int groupCount;
    private final Map<String, Integer> names;

    Match(int[] text, Run run, int groupCount, Map<String, Integer> names) {
        this.text = text;
        this.run = run;
        this.groupCount = groupCount;
        this.names = names;
    }

    /** Where it starts. */
    public int start() {
        return run.start(0);
    }

    /** Where it ends. */
    public int end() {
        return run.end(0);
    }

    /** How many groups there are beside the whole. */
    public int groupCount() {
        return groupCount;
    }

    /** The text of a group; null when it took no part. */
    public @Nullable String group(int number) {
        if (number < 0 || number > groupCount) {
            throw new Fault(FaultKind.INDEX, "no such group");
        }
        int start = run.start(number);
        return start < 0 ? null : new String(text, start, run.end(number) - start);
    }

    /** The text of a group by its name or number; null when it took no part. */
    public @Nullable String group(String name) {
        Integer number = names.get(name);
        if (number == null) {
            throw new Fault(FaultKind.INDEX, "no such group");
        }
        return group(number);
    }
}
