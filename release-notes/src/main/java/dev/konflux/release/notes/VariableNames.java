package dev.konflux.release.notes;

import com.google.common.collect.ImmutableSortedSet;
import dev.konflux.release.notes.jinja.compile.NameUse;
import dev.konflux.release.notes.jinja.run.Environment;
import java.util.Set;

/** Which variables a template reads. */
record VariableNames(Set<String> used, Set<String> undefined) {

    static VariableNames of(Environment environment, String source) {
        NameUse names = NameUse.of(environment.parser().parse(source).body());
        Set<String> undefined = new java.util.HashSet<>(names.undeclared());
        undefined.removeAll(environment.globals().keySet());
        return new VariableNames(ImmutableSortedSet.copyOf(names.loaded()), ImmutableSortedSet.copyOf(undefined));
    }
}
