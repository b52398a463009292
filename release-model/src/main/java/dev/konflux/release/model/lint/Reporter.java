package dev.konflux.release.model.lint;

import dev.konflux.release.model.Finding;
import dev.konflux.release.model.Resource;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataPath;
import dev.konflux.release.model.data.Position;
import java.util.List;
import java.util.Optional;

/** Takes down what one rule finds in one resource. */
final class Reporter {

    private final LintRule rule;
    private final Resource resource;
    private final LintView view;
    private final List<Finding> findings;

    Reporter(LintRule rule, Resource resource, LintView view, List<Finding> findings) {
        this.rule = rule;
        this.resource = resource;
        this.view = view;
        this.findings = findings;
    }

    LintView view() {
        return view;
    }

    /** Reports the value at a path; for a missing one, the nearest object around it. */
    void at(DataPath path, String message, String hint) {
        at(path, valuePosition(path), message, hint);
    }

    /** Reports the name of a member. */
    void atName(DataPath object, String name, String message, String hint) {
        Position place = object.in(resource.document())
                .flatMap(Data::asObject)
                .map(owner -> owner.positionOfName(name))
                .orElseGet(() -> valuePosition(object));
        at(object.member(name), place, message, hint);
    }

    /** Reports a label. */
    void atLabel(String key, String message, String hint) {
        at(DataPath.of("metadata", "labels", key), message, hint);
    }

    private void at(DataPath path, Position place, String message, String hint) {
        findings.add(Finding.of(rule.id(), rule.severity())
                .about(resource)
                .path(path.toString())
                .at(place)
                .message(message)
                .hint(hint)
                .build());
    }

    private Position valuePosition(DataPath path) {
        DataObject document = resource.document();
        Position nearest = document.position();
        Data here = document;
        for (DataPath.Step step : path.steps()) {
            Optional<Data> next = step.from(here);
            if (next.isEmpty()) {
                return nearest;
            }
            here = next.get();
            nearest = here.position().isKnown() ? here.position() : nearest;
        }
        return nearest;
    }
}
