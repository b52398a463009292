package dev.konflux.release.testkit.autorelease;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.List;
import java.util.Optional;

/**
 * Which scenarios of a component group wait for which.
 *
 * @param nodes the scenarios that each scenario waits for; empty when no graph was drawn
 */
record TestGraph(Optional<DataObject> nodes) {

    /** The graph of an application or component group; an application has none. */
    static TestGraph of(DataObject owner) {
        return new TestGraph(owner.findObject("spec", "testGraph"));
    }

    boolean isDrawnFor(String scenario) {
        return nodes.filter(graph -> graph.has(scenario)).isPresent();
    }

    List<String> parents(String scenario, List<String> applicable) {
        return edges(scenario).stream()
                .flatMap(parent -> parent.findText("name").stream())
                .filter(applicable::contains)
                .toList();
    }

    private List<Data> edges(String scenario) {
        return nodes.map(graph -> graph.items(scenario)).orElse(List.of());
    }

    /** Whether the scenario runs though the other one failed. Without a graph, nobody says so. */
    boolean toleratesFailure(String scenario, String parent) {
        return nodes.isPresent()
                && edges(scenario).stream()
                        .filter(edge -> isFrom(parent, edge))
                        .findFirst()
                        .filter(TestGraph::failsFast)
                        .isEmpty();
    }

    private static boolean isFrom(String parent, Data edge) {
        return edge.findText("name").filter(parent::equals).isPresent();
    }

    private static boolean failsFast(Data edge) {
        return edge.find("failFast").flatMap(Data::asBoolean).orElse(false);
    }

    /** The first parent whose failure fails the scenario too. */
    Optional<String> failedParent(String scenario, TestStatuses statuses) {
        return edges(scenario).stream()
                .flatMap(edge -> edge.findText("name").stream())
                .filter(name -> statuses.isFinal(name) && !statuses.isPassed(name))
                .filter(name -> !toleratesFailure(scenario, name))
                .findFirst();
    }
}
