package dev.konflux.release.testkit.kube;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.util.List;
import java.util.stream.Stream;

/** All groups, versions and kinds in one document. */
final class AggregatedDiscovery {

    static final String TYPE = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";

    /** The order in which the server lists the verbs of custom kinds. */
    private static final List<String> CUSTOM_VERBS =
            List.of("delete", "deletecollection", "get", "list", "patch", "create", "update", "watch");

    private final ServedKinds kinds;

    AggregatedDiscovery(ServedKinds kinds) {
        this.kinds = kinds;
    }

    DataObject document(boolean isCore) {
        Stream<DataObject> groups =
                isCore ? Stream.of(group("")) : kinds.groups().stream().map(this::group);
        return DataObject.builder()
                .put("kind", "APIGroupDiscoveryList")
                .put("apiVersion", "apidiscovery.k8s.io/v2")
                .put("metadata", DataObject.empty())
                .put("items", DataArray.of(groups.toList()))
                .build();
    }

    private DataObject group(String group) {
        List<DataObject> versions = kinds.versionsOf(group).stream()
                .map(version -> DataObject.builder()
                        .put("version", version)
                        .put(
                                "resources",
                                DataArray.of(kinds.in(group, version).stream()
                                        .map(AggregatedDiscovery::resource)
                                        .toList()))
                        .put("freshness", "Current")
                        .build())
                .toList();
        DataObject metadata = group.isEmpty() ? DataObject.empty() : DataObject.of("name", Data.of(group));
        return DataObject.of("metadata", metadata, "versions", DataArray.of(versions));
    }

    private static DataObject resource(ServedKind kind) {
        DataObject.Builder resource = DataObject.builder()
                .put("resource", kind.type().plural())
                .put("responseKind", responseKind(kind))
                .put("scope", kind.isNamespaced() ? "Namespaced" : "Cluster")
                .put("singularResource", kind.definition().singular())
                .put("verbs", DataArray.ofTexts(kind.isCustom() ? customVerbs(kind) : Discovery.verbs(kind)));
        Discovery.names(kind.definition()).members().forEach(resource::put);
        List<DataObject> subresources = Discovery.subresources(kind)
                .map(name -> DataObject.builder()
                        .put("subresource", name)
                        .put("responseKind", responseKind(kind))
                        .put("verbs", DataArray.ofTexts(Discovery.subresourceVerbs(name)))
                        .build())
                .toList();
        if (!subresources.isEmpty()) {
            resource.put("subresources", DataArray.of(subresources));
        }
        return resource.build();
    }

    private static List<String> customVerbs(ServedKind kind) {
        return CUSTOM_VERBS.stream().filter(Discovery.verbs(kind)::contains).toList();
    }

    /** Built-in kinds name neither group nor version here. */
    private static DataObject responseKind(ServedKind kind) {
        return DataObject.builder()
                .put("group", kind.isCustom() ? kind.type().group() : "")
                .put("version", kind.isCustom() ? kind.version() : "")
                .put("kind", kind.type().kind())
                .build();
    }
}
