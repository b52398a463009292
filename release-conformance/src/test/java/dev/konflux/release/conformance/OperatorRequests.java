package dev.konflux.release.conformance;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.JsonReader;
import dev.konflux.release.testkit.kube.KubernetesHandler;
import dev.konflux.release.testkit.kube.KubernetesRequest;
import dev.konflux.release.testkit.kube.wire.ProtobufWriter;
import dev.konflux.release.testkit.store.ClusterAdmission;
import dev.konflux.release.testkit.store.NameSource;
import dev.konflux.release.testkit.store.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the operator asked during one story, of which the recording keeps the form and the number of the requests but neither their bodies
 * nor their order: as many requests of each form, with bodies of their own, to the API server in memory.
 */
final class OperatorRequests {

    private static final String PROTOBUF = "application/vnd.kubernetes.protobuf";

    /** Objects as small as their kinds allow. */
    private static final Map<String, String> SMALLEST = Map.of(
            "releases", "{\"kind\": \"Release\", \"spec\": {\"snapshot\": \"s\", \"releasePlan\": \"p\"}}",
            "releaseplans", "{\"kind\": \"ReleasePlan\", \"spec\": {\"application\": \"a\", \"target\": \"managed\"}}",
            "releaseplanadmissions",
                    "{\"kind\": \"ReleasePlanAdmission\", \"spec\": {\"applications\": [\"a\"], \"origin\": \"dev\", \"policy\": \"p\"}}",
            "pipelineruns", "{\"kind\": \"PipelineRun\", \"spec\": {}}",
            "roles", "{\"kind\": \"Role\", \"rules\": []}",
            "rolebindings",
                    "{\"kind\": \"RoleBinding\", \"roleRef\": {\"apiGroup\": \"rbac.authorization.k8s.io\", \"kind\": \"Role\", \"name\": \"r\"}}");

    private final ObjectStore store = new ObjectStore(
            () -> Instant.parse("2031-05-06T07:08:09Z"), NameSource.counting(), ClusterAdmission.full());
    private final KubernetesHandler cluster = KubernetesHandler.of(store);
    private final Map<String, Integer> named = new HashMap<>();
    private final List<String> differences = new ArrayList<>();

    private OperatorRequests() {
        store.as("admin")
                .create(json("{\"apiVersion\": \"v1\", \"kind\": \"Namespace\", \"metadata\": {\"name\": \"dev\"}}"));
    }

    /** The forms of requests that were answered with another status than recorded. */
    static List<String> differences(DataObject story) {
        OperatorRequests requests = new OperatorRequests();
        story.items("expected", "requests")
                .forEach(form -> requests.send(form.asObject().orElseThrow()));
        return requests.differences;
    }

    private void send(DataObject form) {
        long count = form.find("count")
                .flatMap(Data::asNumber)
                .orElseThrow()
                .asLong()
                .orElse(0);
        for (long i = 0; i < count; i++) {
            int status = cluster.answer(request(form)).status();
            if (!form.items("statuses").contains(Data.of(status))) {
                differences.add(form.findText("method").orElse("") + " "
                        + form.findText("path").orElse("") + ": status " + status + ", recorded "
                        + DataArray.of(form.items("statuses")));
            }
        }
    }

    private KubernetesRequest request(DataObject form) {
        String method = form.findText("method").orElseThrow();
        String pattern = form.findText("path").orElseThrow().replace("{ns}", "dev");
        Map<String, String> headers = new HashMap<>();
        form.findText("accept").ifPresent(type -> headers.put("accept", type));
        form.findText("contentType").ifPresent(type -> headers.put("content-type", type));
        boolean isBinary = headers.getOrDefault("content-type", "").equals(PROTOBUF);
        String path = pattern.contains("{name}") ? pattern.replace("{name}", existing(pattern)) : pattern;
        return new KubernetesRequest(method, path, query(form), headers, body(method, path, isBinary));
    }

    private static Map<String, String> query(DataObject form) {
        Map<String, String> query = new HashMap<>();
        for (Data name : form.items("queryParameters")) {
            String parameter = name.asText().orElse("");
            query.put(
                    parameter,
                    switch (parameter) {
                        case "labelSelector" -> "appstudio.openshift.io/service=release";
                        case "resourceVersionMatch" -> "NotOlderThan";
                        case "timeoutSeconds" -> "400";
                        default -> "true";
                    });
        }
        return query;
    }

    /** The name of an object that was put there for a request. */
    private String existing(String pattern) {
        String plural = plural(pattern);
        String name = name(plural);
        store.as("admin").create(object(pattern, name));
        return name;
    }

    private static String plural(String path) {
        String rest = path.replaceFirst(".*/namespaces/[^/]+/", "");
        return rest.replaceFirst("/.*", "");
    }

    private String name(String plural) {
        return plural + "-" + named.merge(plural, 1, Integer::sum);
    }

    private DataObject object(String path, String name) {
        String version = path.replaceFirst("^/apis?/", "").replaceFirst("/namespaces/.*", "");
        return json(Objects.requireNonNull(SMALLEST.get(plural(path)), path))
                .with("apiVersion", Data.of(version))
                .with("metadata", DataObject.of("name", Data.of(name), "namespace", Data.of("dev")));
    }

    private String body(String method, String path, boolean isBinary) {
        DataObject sent = switch (method) {
            case "POST" -> object(path, name(plural(path)));
            case "PATCH" -> json("{\"metadata\": {\"annotations\": {\"seen\": \"yes\"}}}");
            case "DELETE" -> json("{\"kind\": \"DeleteOptions\", \"apiVersion\": \"v1\"}");
            default -> DataObject.empty();
        };
        if (sent.isEmpty()) {
            return "";
        }
        return isBinary
                ? new String(ProtobufWriter.write(sent).orElseThrow(), StandardCharsets.ISO_8859_1)
                : sent.toString();
    }

    private static DataObject json(String text) {
        return JsonReader.create().read(text, "").asObject().orElseThrow();
    }
}
