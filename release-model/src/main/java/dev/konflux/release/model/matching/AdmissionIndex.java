package dev.konflux.release.model.matching;

import com.google.common.collect.ImmutableListMultimap;
import dev.konflux.release.model.ReleasePlanAdmission;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Admissions by what plans ask for. */
final class AdmissionIndex {

    private final Map<String, ReleasePlanAdmission> byReference;
    private final ImmutableListMultimap<Place, ReleasePlanAdmission> byPlace;
    private final ImmutableListMultimap<Key, ReleasePlanAdmission> byKey;
    private final ImmutableListMultimap<String, ReleasePlanAdmission> byGroup;
    private final ImmutableListMultimap<String, ReleasePlanAdmission> byName;

    private AdmissionIndex(Builder builder) {
        this.byReference = Map.copyOf(builder.admissions);
        this.byPlace = builder.byPlace.build();
        this.byKey = builder.byKey.build();
        this.byGroup = builder.byGroup.build();
        this.byName = builder.byName.build();
    }

    Optional<ReleasePlanAdmission> find(String namespace, String name) {
        return Optional.ofNullable(byReference.get(namespace + "/" + name));
    }

    /** By name, as lists of the cluster are. */
    List<ReleasePlanAdmission> accepting(String namespace, String origin, String groupName) {
        return byKey.get(new Key(new Place(namespace, origin), groupName)).stream()
                .sorted(Comparator.comparing(ReleasePlanAdmission::name))
                .toList();
    }

    List<ReleasePlanAdmission> acceptingAnywhere(String groupName) {
        return byGroup.get(groupName);
    }

    List<ReleasePlanAdmission> at(String namespace, String origin) {
        return byPlace.get(new Place(namespace, origin));
    }

    List<ReleasePlanAdmission> named(String name) {
        return byName.get(name);
    }

    record Place(String namespace, String origin) {}

    record Key(Place place, String groupName) {}

    static final class Builder {

        private final Map<String, ReleasePlanAdmission> admissions = new LinkedHashMap<>();
        private final ImmutableListMultimap.Builder<Place, ReleasePlanAdmission> byPlace =
                ImmutableListMultimap.builder();
        private final ImmutableListMultimap.Builder<Key, ReleasePlanAdmission> byKey = ImmutableListMultimap.builder();
        private final ImmutableListMultimap.Builder<String, ReleasePlanAdmission> byGroup =
                ImmutableListMultimap.builder();
        private final ImmutableListMultimap.Builder<String, ReleasePlanAdmission> byName =
                ImmutableListMultimap.builder();

        void add(ReleasePlanAdmission admission) {
            admissions.put(admission.reference(), admission);
        }

        AdmissionIndex build() {
            admissions.values().forEach(this::index);
            return new AdmissionIndex(this);
        }

        private void index(ReleasePlanAdmission admission) {
            Place place = new Place(admission.namespace(), admission.origin());
            byPlace.put(place, admission);
            byName.put(admission.name(), admission);
            Set<String> names = new LinkedHashSet<>(admission.applications());
            names.addAll(admission.componentGroups());
            for (String name : names) {
                byKey.put(new Key(place, name), admission);
                byGroup.put(name, admission);
            }
        }
    }
}
