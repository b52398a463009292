package dev.konflux.release.testkit.kube;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.store.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which groups, versions and kinds there are. */
final class Discovery {

    static final List<String> VERBS =
            List.of("create", "delete", "deletecollection", "get", "list", "patch", "update", "watch");
    static final List<String> STATUS_VERBS = List.of("get", "patch", "update");

    private final ServedKinds kinds;
    private final AggregatedDiscovery aggregated;

    Discovery(ServedKinds kinds) {
        this.kinds = kinds;
        this.aggregated = new AggregatedDiscovery(kinds);
    }

    /** The answer to a path of discovery; empty for every other path. */
    Optional<KubernetesResponse> find(KubernetesRequest request) {
        if (!request.method().equals("GET") || request.path().contains("//")) {
            return Optional.empty();
        }
        String path = "/" + String.join("/", RequestPath.parts(request.path()));
        return switch (path) {
            case "/readyz", "/livez", "/healthz" -> Optional.of(KubernetesResponse.plain(200, "ok"));
            case "/api", "/apis" -> Optional.of(root(request, path));
            default -> document(path).map(found -> encoded(request, found));
        };
    }

    /** Newer clients ask for everything at once; a server that knows it answers so, and says how the answer may be kept. */
    private KubernetesResponse root(KubernetesRequest request, String path) {
        for (MediaType form : MediaType.accepted(request.accepted())) {
            boolean isAggregated = form.as().equals("APIGroupDiscoveryList")
                    && form.group().equals("apidiscovery.k8s.io")
                    && form.version().equals("v2");
            if (isAggregated) {
                return Cached.answer(request, aggregated.document(path.equals("/api")))
                        .withType(AggregatedDiscovery.TYPE);
            }
            if (form.as().isEmpty() && isWritten(form)) {
                return Encoding.encoded(
                        KubernetesResponse.of(200, path.equals("/api") ? versions() : groups()), form.type());
            }
        }
        throw MediaType.notAcceptable();
    }

    private static KubernetesResponse encoded(KubernetesRequest request, DataObject document) {
        MediaType form = MediaType.accepted(request.accepted()).stream()
                .filter(accepted -> accepted.as().isEmpty() && isWritten(accepted))
                .findFirst()
                .orElseThrow(MediaType::notAcceptable);
        return Encoding.encoded(KubernetesResponse.of(200, document), form.type());
    }

    private static boolean isWritten(MediaType form) {
        return List.of(MediaType.JSON, MediaType.YAML, MediaType.PROTOBUF).contains(form.type());
    }

    private Optional<DataObject> document(String path) {
        List<String> parts = RequestPath.parts(path);
        return switch (path) {
            case "/" -> Optional.of(paths());
            case "/version" -> Optional.of(version());
            case "/api/v1" -> Optional.of(resources("", "v1"));
            default -> path.startsWith("/apis/") ? ofGroup(parts) : Optional.empty();
        };
    }

    private Optional<DataObject> ofGroup(List<String> parts) {
        return switch (parts.size()) {
            case 2 ->
                kinds.groups().stream().filter(parts.get(1)::equals).findFirst().map(this::group);
            case 3 -> resourcesOf(parts.get(1), parts.get(2));
            default -> Optional.empty();
        };
    }

    private DataObject paths() {
        List<String> paths = new ArrayList<>(List.of("/api", "/api/v1", "/apis", "/apis/"));
        kinds.groups().stream()
                .sorted()
                .flatMap(group -> Stream.concat(
                        Stream.of("/apis/" + group),
                        kinds.versionsOf(group).stream().sorted().map(version -> "/apis/" + group + "/" + version)))
                .forEach(paths::add);
        paths.addAll(List.of("/healthz", "/livez", "/metrics", "/openapi/v2", "/openapi/v3", "/readyz", "/version"));
        return DataObject.of("paths", DataArray.ofTexts(paths));
    }

    private static DataObject version() {
        return DataObject.builder()
                .put("major", "1")
                .put("minor", "35")
                .put("emulationMajor", "1")
                .put("emulationMinor", "35")
                .put("minCompatibilityMajor", "1")
                .put("minCompatibilityMinor", "34")
                .put("gitVersion", "v1.35.4")
                .put("gitCommit", "0000000000000000000000000000000000000000")
                .put("gitTreeState", "clean")
                .put("buildDate", "2026-01-01T00:00:00Z")
                .put("goVersion", "go1.26.8")
                .put("compiler", "gc")
                .put("platform", "linux/amd64")
                .build();
    }

    private static DataObject versions() {
        return DataObject.of("kind", Data.of("APIVersions"), "versions", DataArray.of(Data.of("v1")));
    }

    private DataObject groups() {
        return DataObject.builder()
                .put("kind", "APIGroupList")
                .put("apiVersion", "v1")
                .put(
                        "groups",
                        DataArray.of(kinds.groups().stream().map(this::entry).toList()))
                .build();
    }

    private DataObject group(String name) {
        return DataObject.builder()
                .put("kind", "APIGroup")
                .put("apiVersion", "v1")
                .putAll(entry(name))
                .build();
    }

    private DataObject entry(String group) {
        List<DataObject> versions = kinds.versionsOf(group).stream()
                .map(version ->
                        DataObject.of("groupVersion", Data.of(group + "/" + version), "version", Data.of(version)))
                .toList();
        return DataObject.builder()
                .put("name", group)
                .put("versions", DataArray.of(versions))
                .put("preferredVersion", versions.get(0))
                .build();
    }

    private Optional<DataObject> resourcesOf(String group, String version) {
        return kinds.groups().contains(group) && kinds.versionsOf(group).contains(version)
                ? Optional.of(resources(group, version))
                : Optional.empty();
    }

    private DataObject resources(String group, String version) {
        List<DataObject> resources =
                kinds.in(group, version).stream().flatMap(Discovery::entries).toList();
        return DataObject.builder()
                .put("kind", "APIResourceList")
                .put("apiVersion", "v1")
                .put("groupVersion", group.isEmpty() ? version : group + "/" + version)
                .put("resources", DataArray.of(resources))
                .build();
    }

    private static Stream<DataObject> entries(ServedKind kind) {
        ResourceType type = kind.type();
        DataObject.Builder whole = entry(kind, type.plural(), kind.definition().singular(), verbs(kind));
        names(kind.definition()).members().forEach(whole::put);
        return Stream.concat(
                Stream.of(whole.build()),
                subresources(kind)
                        .map(name -> entry(kind, type.plural() + "/" + name, "", subresourceVerbs(name))
                                .build()));
    }

    static List<String> verbs(ServedKind kind) {
        if (kind.definition().equals(Definitions.KIND)) {
            return List.of("get", "list");
        }
        return kind.type().kind().equals("Namespace")
                ? VERBS.stream()
                        .filter(verb -> !verb.equals("deletecollection"))
                        .toList()
                : VERBS;
    }

    static Stream<String> subresources(ServedKind kind) {
        if (kind.type().kind().equals("Namespace")) {
            return Stream.of("finalize", "status");
        }
        return kind.type().hasStatus() ? Stream.of("status") : Stream.empty();
    }

    static List<String> subresourceVerbs(String name) {
        return name.equals("finalize") ? List.of("update") : STATUS_VERBS;
    }

    /** Short names and categories, where there are any. */
    static DataObject names(KindDefinition kind) {
        DataObject.Builder names = DataObject.builder();
        if (!kind.shortNames().isEmpty()) {
            names.put("shortNames", DataArray.ofTexts(kind.shortNames()));
        }
        if (!kind.categories().isEmpty()) {
            names.put("categories", DataArray.ofTexts(kind.categories()));
        }
        return names.build();
    }

    private static DataObject.Builder entry(ServedKind kind, String name, String singular, List<String> verbs) {
        return DataObject.builder()
                .put("name", name)
                .put("singularName", singular)
                .put("namespaced", kind.isNamespaced())
                .put("kind", kind.type().kind())
                .put("verbs", DataArray.ofTexts(verbs));
    }
}
