package dev.konflux.release.testkit.autorelease;

import dev.konflux.release.model.IntegrationTestScenario;
import dev.konflux.release.model.MetadataKeys;
import dev.konflux.release.model.Resource;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.explain.PushEvent;
import dev.konflux.release.testkit.store.ObjectReader;
import java.util.Comparator;
import java.util.List;

/**
 * The integration test scenarios that concern a Snapshot.
 *
 * @param all by name
 */
public record ApplicableScenarios(List<IntegrationTestScenario> all) {

    private static final String ONE_COMPONENT = "component_";

    /** Copies the list. */
    public ApplicableScenarios {
        all = List.copyOf(all);
    }

    /** Those whose tests are started. */
    public static ApplicableScenarios of(Snapshot snapshot, ObjectReader cluster) {
        return started(snapshot, new IntegrationView(cluster));
    }

    /** Those whose tests are started: a Snapshot that names both is started with its group's. */
    static ApplicableScenarios started(Snapshot snapshot, IntegrationView view) {
        return of(
                snapshot,
                view.scenarios(snapshot.namespace()),
                !snapshot.componentGroup().isEmpty());
    }

    /** Those by which it is judged: a Snapshot that names both is judged by its application's. */
    static ApplicableScenarios judged(Snapshot snapshot, IntegrationView view) {
        return of(
                snapshot,
                view.scenarios(snapshot.namespace()),
                snapshot.application().isEmpty());
    }

    private static ApplicableScenarios of(Snapshot snapshot, List<IntegrationTestScenario> scenarios, boolean ofGroup) {
        return new ApplicableScenarios(scenarios.stream()
                .filter(scenario -> ofGroup
                        ? scenario.componentGroup().equals(snapshot.componentGroup())
                        : scenario.application().equals(snapshot.application()))
                .filter(scenario -> scenario.contexts().isEmpty()
                        || scenario.contexts().stream().anyMatch(context -> matches(context, snapshot)))
                .sorted(Comparator.comparing(Resource::name))
                .toList());
    }

    /** Those that must pass. */
    public List<IntegrationTestScenario> required() {
        return all.stream().filter(scenario -> !scenario.isOptional()).toList();
    }

    private static boolean matches(String context, Snapshot snapshot) {
        return switch (context) {
            case "all", "application" -> true;
            case "component", "group", "override" -> snapshot.type().equals(context);
            case "push" -> PushEvent.isPush(snapshot);
            case "pull_request" -> !PushEvent.isPush(snapshot);
            default ->
                context.startsWith(ONE_COMPONENT)
                        && snapshot.findLabel(MetadataKeys.COMPONENT)
                                .filter(context.substring(ONE_COMPONENT.length())::equals)
                                .isPresent();
        };
    }
}
