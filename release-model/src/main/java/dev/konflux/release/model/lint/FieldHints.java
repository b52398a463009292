package dev.konflux.release.model.lint;

import dev.konflux.release.model.admission.KindSchema;
import dev.konflux.release.model.admission.Schema;
import dev.konflux.release.model.data.DataPath;
import dev.konflux.release.model.text.Similarity;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was most likely meant by a field nobody knows. */
final class FieldHints {

    private static final Map<String, String> MOVED = Map.ofEntries(
            Map.entry("ReleasePlan spec.pipeline", "a plan's own pipeline is spec.tenantPipeline"),
            Map.entry("ReleasePlan spec.pipelineRef", "use spec.tenantPipeline.pipelineRef"),
            Map.entry("ReleasePlan spec.serviceAccount", "use spec.tenantPipeline.serviceAccountName"),
            Map.entry("ReleasePlan spec.policy", "the policy belongs to the ReleasePlanAdmission"),
            Map.entry("ReleasePlan spec.displayName", "the field was removed from the API; nothing replaces it"),
            Map.entry("ReleasePlan spec.finalPipeline.timeout", "use spec.finalPipeline.timeouts.pipeline"),
            Map.entry("ReleasePlan spec.tenantPipeline.timeout", "use spec.tenantPipeline.timeouts.pipeline"),
            Map.entry("ReleasePlan spec.gracePeriodDays", "on a plan it is spec.releaseGracePeriodDays"),
            Map.entry("ReleasePlan spec.autoRelease", "use the label release.appstudio.openshift.io/auto-release"),
            Map.entry(
                    "ReleasePlanAdmission spec.pipelineRef",
                    "use spec.pipeline.pipelineRef; without it there is no managed pipeline"),
            Map.entry("ReleasePlanAdmission spec.serviceAccount", "use spec.pipeline.serviceAccountName"),
            Map.entry("ReleasePlanAdmission spec.serviceAccountName", "use spec.pipeline.serviceAccountName"),
            Map.entry("ReleasePlanAdmission spec.application", "use spec.applications, a list"),
            Map.entry("ReleasePlanAdmission spec.componentGroup", "use spec.componentGroups, a list"),
            Map.entry(
                    "ReleasePlanAdmission spec.releaseStrategy",
                    "strategies were removed in 2023; use spec.pipeline and spec.policy"),
            Map.entry("ReleasePlanAdmission spec.pipeline.timeout", "use spec.pipeline.timeouts.pipeline"),
            Map.entry(
                    "ReleasePlanAdmission spec.autoRelease",
                    "use the label release.appstudio.openshift.io/block-releases, with the opposite value"),
            Map.entry("Release spec.applicationSnapshot", "use spec.snapshot"),
            Map.entry("Release spec.releaseGracePeriodDays", "on a Release it is spec.gracePeriodDays"),
            Map.entry("Release spec.releaseStrategy", "strategies were removed in 2023; the plan decides"),
            Map.entry("EnterpriseContractPolicy spec.rules", "use spec.sources[].policy"),
            Map.entry("EnterpriseContractPolicy spec.exceptions", "use spec.sources[].config.exclude"),
            Map.entry("Component spec.dockerfile", "use spec.source.git.dockerfileUrl"),
            Map.entry("Component spec.container-image", "use spec.containerImage"),
            Map.entry("IntegrationTestScenario spec.environment", "environments were removed; pass params instead"));
    private static final Set<String> DATA_KEYS =
            Set.of("releaseNotes", "mapping", "pyxis", "sign", "fbc", "intention", "atlas", "cdn", "systems");
    private static final int MOST_SEARCHED = 2_000;
    private static final int MOST_SHOWN = 12;

    private FieldHints() {}

    static String of(KindSchema kind, DataPath path, String name) {
        String moved = MOVED.get(kind.kind() + " " + path);
        if (moved != null) {
            return moved;
        }
        DataPath parent = FieldText.parent(path);
        Optional<Schema> owner = schemaAt(kind.root(), parent);
        Set<String> siblings = owner.map(Schema::fieldNames).orElse(Set.of());
        return Similarity.closest(name, siblings)
                .map(known -> "did you mean '" + known + "'?")
                .or(() -> dataKey(path, name))
                .or(() -> elsewhere(kind.root(), name).map(place -> "a field of that name is at " + place))
                .orElseGet(() -> siblings.isEmpty() || siblings.size() > MOST_SHOWN
                        ? "remove it"
                        : "known here: " + String.join(", ", siblings));
    }

    private static Optional<String> dataKey(DataPath path, String name) {
        boolean inSpec = path.equals(DataPath.of("spec", name));
        return inSpec && DATA_KEYS.contains(name) ? Optional.of("it belongs into spec.data") : Optional.empty();
    }

    private static Optional<Schema> schemaAt(Schema root, DataPath path) {
        Optional<Schema> here = Optional.of(root);
        for (DataPath.Step step : path.steps()) {
            here = step instanceof DataPath.Step.Member member
                    ? here.flatMap(schema -> schema.findField(member.name()))
                    : here.flatMap(Schema::findItems);
        }
        return here;
    }

    /** The shallowest place in the spec where a field of that name is known. */
    private static Optional<String> elsewhere(Schema root, String name) {
        Deque<Place> open = new ArrayDeque<>();
        root.findField("spec").ifPresent(spec -> open.add(new Place("spec", spec)));
        for (int searched = 0; !open.isEmpty() && searched < MOST_SEARCHED; searched++) {
            Place place = open.removeFirst();
            if (place.schema().fieldNames().contains(name)) {
                return Optional.of(place.path() + "." + name);
            }
            place.schema()
                    .fieldNames()
                    .forEach(field -> place.schema()
                            .findField(field)
                            .ifPresent(below -> open.add(new Place(place.path() + "." + field, below))));
            place.schema().findItems().ifPresent(items -> open.add(new Place(place.path() + "[]", items)));
        }
        return Optional.empty();
    }

    private record Place(String path, Schema schema) {}
}
