package dev.konflux.release.model.matching;

import dev.konflux.release.model.ReleasePlanAdmission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Admissions by what plans ask for. */
final class AdmissionIndex {

    private final Map<String, ReleasePlanAdmission> byReference = new LinkedHashMap<>();
    private final Map<Place, List<Offer>> byPlace = new HashMap<>();
    private final Map<Key, List<Offer>> byKey = new HashMap<>();
    private final Map<String, List<Offer>> byGroup = new HashMap<>();
    private final Map<String, List<Offer>> byName = new HashMap<>();

    AdmissionIndex(List<ReleasePlanAdmission> admissions) {
        admissions.forEach(admission -> byReference.put(admission.reference(), admission));
        byReference.values().forEach(admission -> add(Offer.of(admission)));
    }

    private void add(Offer offer) {
        ReleasePlanAdmission admission = offer.admission();
        Place place = new Place(admission.namespace(), admission.origin());
        put(byPlace, place, offer);
        put(byName, admission.name(), offer);
        for (String name : offer.names()) {
            put(byKey, new Key(place, name), offer);
            put(byGroup, name, offer);
        }
    }

    private static <K> void put(Map<K, List<Offer>> index, K key, Offer offer) {
        index.computeIfAbsent(key, unused -> new ArrayList<>(1)).add(offer);
    }

    Optional<ReleasePlanAdmission> find(String namespace, String name) {
        return Optional.ofNullable(byReference.get(namespace + "/" + name));
    }

    /** By name, as lists of the cluster are. */
    List<ReleasePlanAdmission> accepting(String namespace, String origin, String groupName) {
        return byKey.getOrDefault(new Key(new Place(namespace, origin), groupName), List.of()).stream()
                .map(Offer::admission)
                .sorted(Comparator.comparing(ReleasePlanAdmission::name))
                .toList();
    }

    List<Offer> acceptingAnywhere(String groupName) {
        return byGroup.getOrDefault(groupName, List.of());
    }

    List<Offer> at(String namespace, String origin) {
        return byPlace.getOrDefault(new Place(namespace, origin), List.of());
    }

    List<Offer> named(String name) {
        return byName.getOrDefault(name, List.of());
    }

    private record Place(String namespace, String origin) {}

    private record Key(Place place, String groupName) {}
}
