package dev.konflux.release.testkit.kube;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.util.List;
import java.util.stream.Stream;

/** The paths of a kind and what may be asked there: clients look for the parameters of a patch before they use them. */
final class OpenApiPaths {

    private static final List<String> WRITING = List.of("dryRun", "fieldManager", "fieldValidation");
    private static final List<String> PATCHES =
            List.of("application/apply-patch+yaml", "application/json-patch+json", "application/merge-patch+json");

    private OpenApiPaths() {}

    static DataObject of(ServedKind kind, boolean isV2) {
        String root = kind.type().group().isEmpty() ? "/api/" : "/apis/";
        String base = root
                + kind.apiVersion()
                + (kind.isNamespaced() ? "/namespaces/{namespace}/" : "/")
                + kind.type().plural();
        DataObject.Builder paths = DataObject.builder()
                .put(base, item(kind, isV2, "get", "post", "delete"))
                .put(base + "/{name}", item(kind, isV2, "get", "put", "patch", "delete"));
        Discovery.subresources(kind)
                .forEach(name -> paths.put(base + "/{name}/" + name, item(kind, isV2, "get", "put", "patch")));
        if (kind.isNamespaced()) {
            paths.put(root + kind.apiVersion() + "/" + kind.type().plural(), item(kind, isV2, "get"));
        }
        return paths.build();
    }

    private static DataObject item(ServedKind kind, boolean isV2, String... methods) {
        DataObject.Builder item = DataObject.builder();
        for (String method : methods) {
            item.put(method, operation(kind, method, isV2));
        }
        return item.build();
    }

    private static DataObject operation(ServedKind kind, String method, boolean isV2) {
        DataObject.Builder operation = DataObject.builder();
        if (isV2 && method.equals("patch")) {
            operation.put("consumes", DataArray.ofTexts(PATCHES));
        } else if (method.equals("patch")) {
            DataObject.Builder content = DataObject.builder();
            PATCHES.forEach(type -> content.put(type, DataObject.empty()));
            operation.put("requestBody", DataObject.of("content", content.build()));
        }
        return operation
                .put("parameters", parameters(method, isV2))
                .put("responses", DataObject.of("200", DataObject.of("description", Data.of("OK"))))
                .put("x-kubernetes-action", action(method))
                .put("x-kubernetes-group-version-kind", OpenApiKinds.identity(kind))
                .build();
    }

    private static String action(String method) {
        return method.equals("put") ? "put" : method;
    }

    private static DataArray parameters(String method, boolean isV2) {
        Stream<String> names = switch (method) {
            case "get" -> Stream.of("pretty");
            case "patch" -> Stream.concat(WRITING.stream(), Stream.of("force"));
            case "delete" -> Stream.of("dryRun", "gracePeriodSeconds", "propagationPolicy");
            default -> WRITING.stream();
        };
        return DataArray.of(names.map(name -> parameter(name, isV2)).toList());
    }

    private static DataObject parameter(String name, boolean isV2) {
        DataObject.Builder parameter = DataObject.builder().put("name", name).put("in", "query");
        String type = name.equals("force") ? "boolean" : name.equals("gracePeriodSeconds") ? "integer" : "string";
        return isV2
                ? parameter.put("type", type).put("uniqueItems", true).build()
                : parameter.put("schema", DataObject.of("type", Data.of(type))).build();
    }
}
