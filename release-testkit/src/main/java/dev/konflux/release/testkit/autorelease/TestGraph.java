package dev.konflux.release.testkit.autorelease;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.List;
import java.util.Optional;

/** Which scenarios of a component group wait for which. */
record TestGraph(DataObject nodes) {

    /** The graph of an application or component group; an application has none. */
    static TestGraph of(DataObject owner) {
        return new TestGraph(owner.findObject("spec", "testGraph").orElse(DataObject.empty()));
    }

    List<String> parents(String scenario, List<String> applicable) {
        return nodes.items(scenario).stream()
                .flatMap(parent -> parent.findText("name").stream())
                .filter(applicable::contains)
                .toList();
    }

    /** The first parent whose failure fails the scenario too. */
    Optional<String> failedParent(String scenario, TestStatuses statuses) {
        return nodes.items(scenario).stream()
                .filter(parent ->
                        parent.find("failFast").flatMap(Data::asBoolean).orElse(false))
                .flatMap(parent -> parent.findText("name").stream())
                .filter(name -> statuses.isFinal(name) && !statuses.isPassed(name))
                .findFirst();
    }
}
