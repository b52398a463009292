package dev.konflux.release.testkit.kube;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a path of a resource names.
 *
 * @param namespace empty for all namespaces and for kinds without namespaces
 * @param name empty for a collection
 * @param subresource empty for the object itself
 * @param isOldWatch whether it is one of the paths that only watch
 */
record RequestPath(ServedKind kind, String namespace, String name, String subresource, boolean isOldWatch) {

    private static final String NAMESPACES = "namespaces";

    /** What the path means; empty when it is no path of a served resource. */
    static Optional<RequestPath> find(String path, ServedKinds kinds) {
        List<String> parts = parts(path);
        if (parts.isEmpty() || parts.contains("")) {
            return Optional.empty();
        }
        boolean isCore = parts.get(0).equals("api");
        int head = isCore ? 2 : 3;
        if (parts.size() <= head || !(isCore || parts.get(0).equals("apis"))) {
            return Optional.empty();
        }
        String group = isCore ? "" : parts.get(1);
        return resource(kinds, group, parts.get(head - 1), parts.subList(head, parts.size()));
    }

    /** The parts between the slashes; one slash at the end does not count. */
    static List<String> parts(String path) {
        String inner = path.startsWith("/") ? path.substring(1) : path;
        String trimmed = inner.endsWith("/") ? inner.substring(0, inner.length() - 1) : inner;
        return trimmed.isEmpty() ? List.of() : Splitter.on('/').splitToList(trimmed);
    }

    private static Optional<RequestPath> resource(ServedKinds kinds, String group, String version, List<String> rest) {
        List<String> parts = new ArrayList<>(rest);
        boolean isOldWatch = parts.get(0).equals("watch");
        if (isOldWatch) {
            parts.remove(0);
        }
        String namespace = "";
        boolean inNamespace = parts.size() > 2
                && parts.get(0).equals(NAMESPACES)
                && kinds.find(group, version, parts.get(2)).isPresent();
        if (inNamespace) {
            namespace = parts.get(1);
            parts.subList(0, 2).clear();
        }
        if (parts.isEmpty() || parts.size() > 3) {
            return Optional.empty();
        }
        String place = namespace;
        return kinds.find(group, version, parts.get(0))
                .filter(kind -> kind.isNamespaced() == inNamespace || parts.size() == 1)
                .map(kind -> new RequestPath(kind, place, part(parts, 1), part(parts, 2), isOldWatch));
    }

    private static String part(List<String> parts, int index) {
        return index < parts.size() ? parts.get(index) : "";
    }
}
