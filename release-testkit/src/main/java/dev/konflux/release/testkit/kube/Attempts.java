package dev.konflux.release.testkit.kube;

import dev.konflux.release.testkit.kube.access.Attempt;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What requests want, read from method and path alone: rights are asked for before anybody knows whether the resource is served. */
final class Attempts {

    private static final Set<String> OF_NAMESPACES = Set.of("status", "finalize");

    private Attempts() {}

    static Attempt of(KubernetesRequest request) {
        List<String> parts = RequestPath.parts(request.path());
        boolean isCore = !parts.isEmpty() && parts.get(0).equals("api");
        int head = isCore ? 2 : 3;
        boolean isResource = parts.size() > head && (isCore || parts.get(0).equals("apis"));
        return isResource
                ? ofResource(request, isCore ? "" : parts.get(1), new ArrayList<>(parts.subList(head, parts.size())))
                : Attempt.at(request.method().toLowerCase(Locale.ROOT), request.path());
    }

    private static Attempt ofResource(KubernetesRequest request, String group, List<String> parts) {
        boolean isOldWatch = parts.get(0).equals("watch") && parts.size() > 1;
        if (isOldWatch) {
            parts.remove(0);
        }
        String namespace = "";
        if (parts.get(0).equals("namespaces") && parts.size() > 1) {
            namespace = parts.get(1);
            if (parts.size() > 2 && !OF_NAMESPACES.contains(parts.get(2))) {
                parts.subList(0, 2).clear();
            }
        }
        String name = parts.size() > 1 ? parts.get(1) : "";
        String resource = parts.size() > 2 ? parts.get(0) + "/" + parts.get(2) : parts.get(0);
        return Attempt.at(verb(request, name.isEmpty(), isOldWatch), group, resource, namespace, name);
    }

    private static String verb(KubernetesRequest request, boolean isCollection, boolean isOldWatch) {
        return switch (request.method()) {
            case "GET", "HEAD" ->
                isOldWatch || (isCollection && request.isTrue("watch")) ? "watch" : isCollection ? "list" : "get";
            case "POST" -> "create";
            case "PUT" -> "update";
            case "PATCH" -> "patch";
            case "DELETE" -> isCollection ? "deletecollection" : "delete";
            default -> "";
        };
    }
}
