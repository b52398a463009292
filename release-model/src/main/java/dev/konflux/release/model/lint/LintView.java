package dev.konflux.release.model.lint;

import dev.konflux.release.model.Resource;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.admission.Inspection;
import dev.konflux.release.model.admission.Inspector;
import dev.konflux.release.model.matching.Matching;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What rules look at. */
public final class LintView {

    private static final int MOST_NAMES = 200;

    private final Resources resources;
    private final Matching matching;
    private final Owned owned;
    private final Inspector inspector = Inspector.create();
    private final Map<Place, List<String>> names = new HashMap<>();
    private final IdentityHashMap<Resource, Optional<Inspection>> inspections = new IdentityHashMap<>();

    LintView(Resources resources) {
        this.resources = resources;
        this.matching = Matching.in(resources);
        this.owned = new Owned(resources);
    }

    /** All resources. */
    public Resources resources() {
        return resources;
    }

    /** Which plan goes with which admission. */
    public Matching matching() {
        return matching;
    }

    /** What belongs to which application. */
    Owned owned() {
        return owned;
    }

    /** What the cluster makes of a resource; empty for kinds it is not known to have. Each resource is inspected once. */
    Optional<Inspection> inspection(Resource resource) {
        return inspections.computeIfAbsent(resource, unknown -> inspector.inspect(unknown.document()));
    }

    /** Names of the resources of a kind in a namespace; no more than can be compared in reasonable time. */
    List<String> names(Class<? extends Resource> kind, String namespace) {
        return names.computeIfAbsent(
                new Place(kind, namespace),
                place -> resources.all(kind).stream()
                        .filter(resource -> resource.namespace().equals(namespace))
                        .map(Resource::name)
                        .limit(MOST_NAMES)
                        .toList());
    }

    private record Place(Class<?> kind, String namespace) {}
}
