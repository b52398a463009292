package dev.konflux.release.testkit.pipelines;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the labels of an image should say about its name and product. */
final class LabelCheck {

    private LabelCheck() {}

    /** What is wrong, a sentence each. */
    static List<String> of(DataObject component, DataObject labels, String cpe) {
        String who = component.findText("name").orElse("");
        List<String> problems = new ArrayList<>();
        Optional<String> expected = expectedName(component);
        Optional<String> name = labels.findText("name");
        if (expected.isEmpty()) {
            problems.add(who + ": several repositories need a canonicalName");
        } else if (!name.equals(expected)) {
            problems.add(who + ": label name is " + name.orElse("missing") + ", expected " + expected.get());
        }
        labels.findText("cpe")
                .filter(label -> !label.equals(cpe))
                .ifPresent(label -> problems.add(who + ": label cpe is " + label + ", expected " + cpe));
        return problems;
    }

    /** The canonical name, or without one the path of the only repository customers see. */
    private static Optional<String> expectedName(DataObject component) {
        Optional<String> canonical = component.findText("canonicalName").filter(name -> !name.isEmpty());
        List<Data> repositories = component.items("repositories");
        if (canonical.isPresent() || repositories.size() != 1) {
            return canonical;
        }
        String delivery = repositories.get(0).findText("rh-registry-repo").orElse("");
        return Optional.of(delivery.substring(delivery.indexOf('/') + 1));
    }
}
