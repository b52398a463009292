package dev.konflux.release.testkit.kube;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The schemas that clients validate with and explain from. */
final class OpenApi {

    private static final String V3 = "/openapi/v3";
    private static final String V2 = "/openapi/v2";
    private static final DataObject INFO = DataObject.of("title", Data.of("Kubernetes"), "version", Data.of("v1.35.4"));

    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private final ServedKinds kinds;
    private final String since;
    private final Map<String, DataObject> made = new HashMap<>();

    /**
     * The schemas of kinds.
     *
     * @param made the time from which on they are these
     */
    OpenApi(ServedKinds kinds, Instant made) {
        this.kinds = kinds;
        this.since = HTTP_DATE.format(made.atOffset(ZoneOffset.UTC));
    }

    /** The answer to a path of OpenAPI; empty for every other path. */
    Optional<KubernetesResponse> find(KubernetesRequest request) {
        String path = request.path();
        if (!request.method().equals("GET") || !path.startsWith("/openapi/")) {
            return Optional.empty();
        }
        if (path.equals(V2)) {
            return Optional.of(v2(request));
        }
        if (path.equals(V3)) {
            return Optional.of(index(request).with("last-modified", List.of(since)));
        }
        return Optional.of(versions().stream()
                .filter(version -> path.equals(V3 + "/" + version))
                .findFirst()
                .map(version -> Cached.answer(request, v3(version)))
                .orElseGet(KubernetesResponse::absent));
    }

    private KubernetesResponse v2(KubernetesRequest request) {
        boolean isJson = MediaType.accepted(request.accepted()).stream()
                .anyMatch(form -> form.type().equals(MediaType.JSON));
        DataObject document =
                made.computeIfAbsent(V2, unused -> document(new OpenApiKinds("#/definitions/"), kinds.all()));
        return isJson ? Cached.answer(request, document) : OpenApiProtobuf.answer(request, document);
    }

    private List<String> versions() {
        return kinds.all().stream()
                .map(kind -> (kind.type().group().isEmpty() ? "api/" : "apis/") + kind.apiVersion())
                .distinct()
                .sorted()
                .toList();
    }

    /** Clients keep the list of versions by its time, not by a tag. */
    private KubernetesResponse index(KubernetesRequest request) {
        return request.header("if-modified-since").equals(since)
                ? KubernetesResponse.notModified()
                : KubernetesResponse.of(200, index()).withType("text/plain; charset=utf-8");
    }

    private DataObject index() {
        DataObject.Builder paths = DataObject.builder();
        versions()
                .forEach(version -> paths.put(
                        version,
                        DataObject.of(
                                "serverRelativeURL",
                                Data.of(V3 + "/" + version + "?hash=" + Cached.hash(v3(version))))));
        return DataObject.of("paths", paths.build());
    }

    private DataObject v3(String version) {
        return made.computeIfAbsent(version, unused -> {
            List<ServedKind> ofVersion = kinds.all().stream()
                    .filter(kind -> version.endsWith("/" + kind.apiVersion()))
                    .filter(kind -> version.startsWith(kind.type().group().isEmpty() ? "api/" : "apis/"))
                    .toList();
            return document(new OpenApiKinds("#/components/schemas/"), ofVersion);
        });
    }

    private static DataObject document(OpenApiKinds schemas, List<ServedKind> kinds) {
        boolean isV2 = schemas.isV2();
        DataObject.Builder paths = DataObject.builder();
        kinds.forEach(kind -> OpenApiPaths.of(kind, isV2).members().forEach(paths::put));
        DataObject types = schemas.all(kinds);
        DataObject.Builder document = DataObject.builder()
                .put(isV2 ? "swagger" : "openapi", isV2 ? "2.0" : "3.0.0")
                .put("info", INFO)
                .put("paths", paths.build());
        return isV2
                ? document.put("definitions", types)
                        .put("parameters", DataObject.empty())
                        .put("securityDefinitions", DataObject.empty())
                        .put("security", DataArray.empty())
                        .build()
                : document.put("components", DataObject.of("schemas", types)).build();
    }
}
