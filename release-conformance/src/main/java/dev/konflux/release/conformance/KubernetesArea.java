package dev.konflux.release.conformance;

import dev.konflux.release.model.admission.Admission;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.JsonReader;
import dev.konflux.release.testkit.kube.KubernetesHandler;
import dev.konflux.release.testkit.kube.KubernetesRequest;
import dev.konflux.release.testkit.kube.KubernetesResponse;
import dev.konflux.release.testkit.kube.WatchStream;
import dev.konflux.release.testkit.kube.access.Access;
import dev.konflux.release.testkit.kube.access.User;
import dev.konflux.release.testkit.kube.access.Users;
import dev.konflux.release.testkit.store.ClusterAdmission;
import dev.konflux.release.testkit.store.NameSource;
import dev.konflux.release.testkit.store.ObjectStore;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Exchanges with the API server: one transcript over one store. */
final class KubernetesArea implements Area {

    private static final List<String> NAMESPACES =
            List.of("dev", "managed", "release-service", "enterprise-contract-service");

    /** The users of the recordings; a bad token is one that is not among them. */
    private static final Users USERS = Users.byToken(Map.of(
            "admin", User.named("admin", User.MASTERS),
            "dev-user", User.named("dev-user", "dev-team").withUid("uid-dev")));

    /** What the group of developers may do in the namespace {@code dev}. */
    private static final List<String> DEVELOPERS = List.of("""
            {"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "Role", "metadata": {"name": "releaser", "namespace": "dev"},
             "rules": [
              {"apiGroups": ["appstudio.redhat.com"], "resources": ["releases"], "verbs": ["get", "list", "watch", "create"]},
              {"apiGroups": ["appstudio.redhat.com"], "resources": ["releaseplans", "snapshots"],
               "verbs": ["get", "list", "watch"]}]}""", """
            {"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "RoleBinding",
             "metadata": {"name": "releaser", "namespace": "dev"},
             "roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "Role", "name": "releaser"},
             "subjects": [{"apiGroup": "rbac.authorization.k8s.io", "kind": "Group", "name": "dev-team"}]}""");

    private static final Set<String> RECORDED = Set.of(
            "content-type",
            "warning",
            "retry-after",
            "vary",
            "etag",
            "www-authenticate",
            "location",
            "allow",
            "x-content-type-options");

    private final ObjectStore store;
    private final KubernetesPlaceholders placeholders;
    private final Map<String, WatchStream> watches = new HashMap<>();
    private KubernetesHandler cluster;

    private KubernetesArea(ObjectStore store, KubernetesPlaceholders placeholders) {
        this.store = store;
        this.placeholders = placeholders;
        this.cluster = server(store);
    }

    private static KubernetesHandler server(ObjectStore store) {
        return KubernetesHandler.builder().users(USERS).access(Access.byRoles()).over(store);
    }

    /** A transcript against a fresh server. */
    static DataObject transcript(DataObject input) {
        int[] count = {0};
        NameSource names = (kind, namespace, prefix) -> String.format(Locale.ROOT, "x7q%02d", ++count[0]);
        ObjectStore store = new ObjectStore(
                () -> Instant.parse(KubernetesPlaceholders.NOW),
                names,
                ClusterAdmission.of(Admission.chain().withoutWebhooks()));
        server(store);
        NAMESPACES.forEach(name -> store.as("admin").create(namespace(name)));
        DEVELOPERS.forEach(text -> store.as("admin")
                .create(JsonReader.create().read(text, "").asObject().orElseThrow()));
        boolean showsOwners = input.findText("about").orElse("").contains("managedFields kept");
        KubernetesPlaceholders placeholders = new KubernetesPlaceholders(store.version(), showsOwners);
        return new KubernetesArea(store, placeholders).answer(input);
    }

    private static DataObject namespace(String name) {
        return DataObject.builder()
                .put("apiVersion", "v1")
                .put("kind", "Namespace")
                .put("metadata", DataObject.of("name", Data.of(name)))
                .build();
    }

    @Override
    public DataObject answer(DataObject input) {
        List<Data> responses = new ArrayList<>();
        for (Data request : input.items("requests")) {
            responses.add(exchange(request.asObject().orElseThrow()));
        }
        return DataObject.of("responses", DataArray.of(responses));
    }

    private DataObject exchange(DataObject given) {
        if (given.has("endWatch")) {
            WatchStream watch = watches.get(given.findText("endWatch").orElse(""));
            List<DataObject> events = watch == null ? List.of() : watch.take();
            return DataObject.of("events", placeholders.shown(DataArray.of(events)));
        }
        if (given.has("note")) {
            // The only act outside the protocol is a restart: the server forgets what happened before.
            cluster = server(store);
            return DataObject.empty();
        }
        KubernetesResponse response = cluster.answer(request(placeholders.sent(given)));
        if (response.status() == 0) {
            return DataObject.of("error", Data.of("the server closed the connection without an answer"));
        }
        response.watch().ifPresent(watch -> watches.put(given.findText("watch").orElse(""), watch));
        DataObject.Builder answer = DataObject.builder().put("status", response.status());
        boolean isSchema = given.findText("path").orElse("").startsWith("/openapi");
        // The recording has the paths of the groups that matter, and the shape of a long schema in the place of its
        // text.
        response.body().ifPresent(body -> answer.put(isSchema ? "shape" : "body", placeholders.shown(trimmed(body))));
        if (!response.text().isEmpty()) {
            answer.put("bodyText", response.text());
        }
        return answer.put("headers", headers(response)).build();
    }

    /** The list of all paths without those of groups that the recordings leave out. */
    private static DataObject trimmed(DataObject body) {
        return !body.has("paths") || body.size() > 1
                ? body
                : DataObject.of(
                        "paths",
                        DataArray.of(body.items("paths").stream()
                                .filter(path -> !path.asText().orElse("").startsWith("/apis/")
                                        || path.asText().orElse("").matches("/apis/(appstudio.redhat.com.*)?"))
                                .toList()));
    }

    private DataObject headers(KubernetesResponse response) {
        DataObject.Builder headers = DataObject.builder();
        response.headers().asMap().forEach((name, values) -> {
            if (!RECORDED.contains(name)) {
                return;
            }
            List<String> texts = List.copyOf(values);
            Data text = placeholders.shown(Data.of(texts.get(0)));
            headers.put(
                    name,
                    name.equals("warning")
                            ? DataArray.ofTexts(texts)
                            : name.equals("etag") ? placeholders.tag(texts.get(0)) : text);
        });
        return headers.build();
    }

    private static KubernetesRequest request(DataObject given) {
        if (given.has("bodyNote")) {
            throw new Area.Unsupported("the recording tells how large the body was, not what it said");
        }
        String body = given.findText("bodyText")
                .or(() -> given.find("body").map(Data::toString))
                .orElse("");
        return new KubernetesRequest(
                given.findText("method").orElseThrow(),
                URLDecoder.decode(given.findText("path").orElseThrow(), StandardCharsets.UTF_8),
                texts(given, "query"),
                headers(given),
                body);
    }

    private static Map<String, String> headers(DataObject given) {
        Map<String, String> headers = texts(given, "headers");
        String user = given.findText("user").orElse("anonymous");
        if (!user.equals("anonymous")) {
            headers.put("authorization", "Bearer " + user);
        }
        return headers;
    }

    static Map<String, String> texts(DataObject given, String member) {
        Map<String, String> texts = new HashMap<>();
        given.findObject(member)
                .orElse(DataObject.empty())
                .members()
                .forEach((name, value) -> texts.put(name, value.asText().orElseGet(value::toString)));
        return texts;
    }
}
