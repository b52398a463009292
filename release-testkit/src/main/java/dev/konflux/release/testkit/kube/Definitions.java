package dev.konflux.release.testkit.kube;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.store.ObjectStore;
import dev.konflux.release.testkit.store.ResourceType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The CustomResourceDefinitions of the kinds that are served; they can be read, not written. */
final class Definitions {

    /** The kind of the definitions themselves. */
    static final KindDefinition KIND = new KindDefinition(
            new ResourceType(
                    "apiextensions.k8s.io", "v1", "CustomResourceDefinition", "customresourcedefinitions", false),
            List.of("v1"),
            false,
            false,
            List.of("crd", "crds"),
            List.of("api-extensions"),
            List.of(),
            Map.of());

    private static final ServedKind SERVED = new ServedKind(KIND, "v1");
    private static final String PATH = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";

    private final ObjectStore store;
    private final List<DataObject> all;

    Definitions(ObjectStore store, List<KindDefinition> kinds) {
        this.store = store;
        this.all = kinds.stream()
                .filter(KindDefinition::isCustom)
                .map(kind -> definition(kind, store.now()))
                .toList();
    }

    /** The answer to a request for definitions; empty for every other request. */
    Optional<KubernetesResponse> find(KubernetesRequest request) {
        String path = request.path();
        boolean isList = path.equals(PATH);
        if (!request.method().equals("GET") || !(isList || path.startsWith(PATH + "/"))) {
            return Optional.empty();
        }
        DataObject answer = isList ? list() : definition(path.substring(PATH.length() + 1));
        MediaType form = MediaType.ofObjects(request.accepted(), false);
        return Optional.of(new Presentation(
                        form, SERVED, request.parameter("includeObject").orElse(""), store.now())
                .of(KubernetesResponse.of(200, answer)));
    }

    private DataObject list() {
        DataObject metadata = DataObject.of("resourceVersion", Data.of(Long.toString(store.version())));
        return ServedObject.list(all, SERVED, metadata);
    }

    private DataObject definition(String name) {
        return all.stream()
                .filter(definition ->
                        definition.findText("metadata", "name").orElse("").equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound(KIND.type(), name));
    }

    private static DataObject definition(KindDefinition kind, Instant created) {
        DataObject metadata = DataObject.of(
                "name",
                Data.of(kind.type().resource()),
                "creationTimestamp",
                Data.of(created.truncatedTo(ChronoUnit.SECONDS).toString()));
        DataObject spec = DataObject.builder()
                .put("group", kind.type().group())
                .put("names", names(kind))
                .put("scope", kind.isNamespaced() ? "Namespaced" : "Cluster")
                .put(
                        "versions",
                        DataArray.of(kind.versions().stream()
                                .map(version -> version(kind, version))
                                .toList()))
                .build();
        DataObject established = DataObject.of("type", Data.of("Established"), "status", Data.of("True"));
        return DataObject.builder()
                .put("apiVersion", SERVED.apiVersion())
                .put("kind", KIND.type().kind())
                .put("metadata", metadata)
                .put("spec", spec)
                .put("status", DataObject.of("conditions", DataArray.of(established)))
                .build();
    }

    private static DataObject names(KindDefinition kind) {
        DataObject.Builder names = DataObject.builder()
                .put("kind", kind.type().kind())
                .put("listKind", kind.type().kind() + "List")
                .put("plural", kind.type().plural())
                .put("singular", kind.singular());
        Discovery.names(kind).members().forEach(names::put);
        return names.build();
    }

    private static DataObject version(KindDefinition kind, String version) {
        DataObject.Builder written = DataObject.builder()
                .put("name", version)
                .put("served", true)
                .put("storage", version.equals(kind.type().version()));
        Optional.ofNullable(kind.deprecations().get(version))
                .ifPresent(warning -> written.put("deprecated", true).put("deprecationWarning", warning));
        if (kind.type().hasStatus()) {
            written.put("subresources", DataObject.of("status", DataObject.empty()));
        }
        return written.build();
    }
}
