package dev.konflux.release.testkit.kube;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.store.ResourceType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which groups, versions and kinds there are. */
final class Discovery {

    private static final List<String> VERBS =
            List.of("create", "delete", "deletecollection", "get", "list", "patch", "update", "watch");
    private static final List<String> STATUS_VERBS = List.of("get", "patch", "update");

    /** The answer to a path of discovery; empty for every other path. */
    Optional<KubernetesResponse> find(KubernetesRequest request) {
        if (!request.method().equals("GET") || request.path().contains("//")) {
            return Optional.empty();
        }
        String path = "/" + String.join("/", RequestPath.parts(request.path()));
        return switch (path) {
            case "/readyz", "/livez", "/healthz" -> Optional.of(KubernetesResponse.plain(200, "ok"));
            default -> document(path).map(found -> KubernetesResponse.of(200, found));
        };
    }

    private static Optional<DataObject> document(String path) {
        List<String> parts = RequestPath.parts(path);
        return switch (path) {
            case "/version" -> Optional.of(version());
            case "/api" -> Optional.of(versions());
            case "/apis" -> Optional.of(groups());
            case "/api/v1" -> Optional.of(resources("", "v1"));
            default ->
                !path.startsWith("/apis/")
                        ? Optional.empty()
                        : parts.size() == 2
                                ? groupNames()
                                        .filter(parts.get(1)::equals)
                                        .findFirst()
                                        .map(Discovery::group)
                                : parts.size() == 3 ? resourcesOf(parts.get(1), parts.get(2)) : Optional.empty();
        };
    }

    private static DataObject version() {
        return DataObject.builder()
                .put("major", "1")
                .put("minor", "35")
                .put("gitVersion", "v1.35.4")
                .put("gitCommit", "")
                .put("gitTreeState", "clean")
                .put("buildDate", "2026-01-01T00:00:00Z")
                .put("goVersion", "")
                .put("compiler", "")
                .put("platform", "")
                .build();
    }

    private static DataObject versions() {
        return DataObject.of("kind", Data.of("APIVersions"), "versions", DataArray.of(Data.of("v1")));
    }

    private static Stream<String> groupNames() {
        return ServedKind.all()
                .map(kind -> kind.type().group())
                .filter(group -> !group.isEmpty())
                .distinct();
    }

    private static DataObject groups() {
        return DataObject.builder()
                .put("kind", "APIGroupList")
                .put("apiVersion", "v1")
                .put("groups", DataArray.of(groupNames().map(Discovery::entry).toList()))
                .build();
    }

    private static DataObject group(String name) {
        return DataObject.builder()
                .put("kind", "APIGroup")
                .put("apiVersion", "v1")
                .putAll(entry(name))
                .build();
    }

    private static DataObject entry(String group) {
        List<DataObject> versions = ServedKind.versionsOf(group).stream()
                .map(version ->
                        DataObject.of("groupVersion", Data.of(group + "/" + version), "version", Data.of(version)))
                .toList();
        return DataObject.builder()
                .put("name", group)
                .put("versions", DataArray.of(versions))
                .put("preferredVersion", versions.get(0))
                .build();
    }

    private static Optional<DataObject> resourcesOf(String group, String version) {
        return ServedKind.versionsOf(group).contains(version) && !group.isEmpty()
                ? Optional.of(resources(group, version))
                : Optional.empty();
    }

    private static DataObject resources(String group, String version) {
        List<DataObject> resources = ServedKind.all()
                .filter(kind ->
                        kind.type().group().equals(group) && kind.version().equals(version))
                .flatMap(Discovery::entries)
                .toList();
        return DataObject.builder()
                .put("kind", "APIResourceList")
                .put("apiVersion", "v1")
                .put("groupVersion", group.isEmpty() ? version : group + "/" + version)
                .put("resources", DataArray.of(resources))
                .build();
    }

    private static Stream<DataObject> entries(ServedKind kind) {
        ResourceType type = kind.type();
        DataObject whole = entry(kind, type.plural(), type.kind().toLowerCase(Locale.ROOT), VERBS);
        return type.hasStatus()
                ? Stream.of(whole, entry(kind, type.plural() + "/status", "", STATUS_VERBS))
                : Stream.of(whole);
    }

    private static DataObject entry(ServedKind kind, String name, String singular, List<String> verbs) {
        return DataObject.builder()
                .put("name", name)
                .put("singularName", singular)
                .put("namespaced", kind.isNamespaced())
                .put("kind", kind.type().kind())
                .put("verbs", DataArray.ofTexts(verbs))
                .build();
    }
}
