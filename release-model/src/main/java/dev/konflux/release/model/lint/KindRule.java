package dev.konflux.release.model.lint;

import dev.konflux.release.model.Finding;
import dev.konflux.release.model.Resource;
import dev.konflux.release.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A rule about every resource of one kind. */
record KindRule<R extends Resource>(
        String id, Severity severity, String summary, Class<R> kind, Inspection<R> inspection) implements LintRule {

    static <R extends Resource> LintRule error(String id, String summary, Class<R> kind, Inspection<R> inspection) {
        return new KindRule<>(id, Severity.ERROR, summary, kind, inspection);
    }

    static <R extends Resource> LintRule warning(String id, String summary, Class<R> kind, Inspection<R> inspection) {
        return new KindRule<>(id, Severity.WARNING, summary, kind, inspection);
    }

    static <R extends Resource> LintRule note(String id, String summary, Class<R> kind, Inspection<R> inspection) {
        return new KindRule<>(id, Severity.NOTE, summary, kind, inspection);
    }

    @Override
    public Stream<Finding> check(LintView view) {
        List<Finding> findings = new ArrayList<>();
        for (R resource : view.resources().all(kind)) {
            inspection.inspect(resource, new Reporter(this, resource, view, findings));
        }
        return findings.stream();
    }

    /** Looks at one resource. */
    interface Inspection<R extends Resource> {
        void inspect(R resource, Reporter report);
    }
}
