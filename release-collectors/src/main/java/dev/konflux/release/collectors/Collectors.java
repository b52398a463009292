package dev.konflux.release.collectors;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** The collectors one can ask for by type. */
public final class Collectors {

    private final Map<String, Collector> byType;

    private Collectors(Iterable<Collector> collectors) {
        Map<String, Collector> found = new LinkedHashMap<>();
        collectors.forEach(collector -> found.putIfAbsent(collector.type(), collector));
        this.byType = Map.copyOf(found);
    }

    /** The built-in collectors and every plug-in on the class path or module path; of one type the first found counts. */
    public static Collectors installed() {
        return new Collectors(ServiceLoader.load(Collector.class));
    }

    /** Just the given collectors. */
    public static Collectors of(Collector... collectors) {
        return new Collectors(Arrays.asList(collectors));
    }

    /** The types that can be asked for, sorted. */
    public List<String> types() {
        return byType.keySet().stream().sorted().toList();
    }

    /** The collector of a type. */
    public Optional<Collector> find(String type) {
        return Optional.ofNullable(byType.get(type));
    }

    /**
     * The collector of a type.
     *
     * @throws CollectorFailure when there is none; the message lists the types there are
     */
    public Collector require(String type) {
        return find(type)
                .orElseThrow(() -> CollectorFailure.of("no collector of type '" + type + "'; there are " + types()));
    }
}
