package dev.konflux.release.testkit.store;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Where the endings of generated names come from. */
@FunctionalInterface
public interface NameSource {

    /** The ending for the next object of a kind that is to be named by a prefix. */
    String endingFor(String kind, String namespace, String prefix);

    /** Five digits counted from 00001 for each kind, namespace and prefix, so that the same story gives the same names. */
    static NameSource counting() {
        Map<String, Integer> counts = new HashMap<>();
        return (kind, namespace, prefix) -> String.format(
                Locale.ROOT, "%05d", counts.merge(kind + '/' + namespace + '/' + prefix, 1, Integer::sum));
    }
}
