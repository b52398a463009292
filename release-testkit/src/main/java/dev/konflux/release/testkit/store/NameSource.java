package dev.konflux.release.testkit.store;

import com.google.common.base.Strings;
import java.util.HashMap;
import java.util.Map;

/** Where the endings of generated names come from. */
@FunctionalInterface
public interface NameSource {

    /** The ending for the next object of a kind that is to be named by a prefix. */
    String endingFor(String kind, String namespace, String prefix);

    /** Five digits counted from 00001 for each kind, namespace and prefix, so that the same story gives the same names. */
    static NameSource counting() {
        Map<String, Integer> counts = new HashMap<>();
        return (kind, namespace, prefix) -> {
            int count = counts.merge(kind + '/' + namespace + '/' + prefix, 1, Integer::sum);
            return Strings.padStart(Integer.toString(count), 5, '0');
        };
    }
}
