package dev.konflux.release.conformance;

import com.google.common.collect.ImmutableListMultimap;
import dev.konflux.release.model.admission.Admission;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.JsonReader;
import dev.konflux.release.testkit.kube.KubernetesHandler;
import dev.konflux.release.testkit.kube.KubernetesRequest;
import dev.konflux.release.testkit.kube.KubernetesResponse;
import dev.konflux.release.testkit.kube.WatchStream;
import dev.konflux.release.testkit.store.ClusterAdmission;
import dev.konflux.release.testkit.store.NameSource;
import dev.konflux.release.testkit.store.ObjectKey;
import dev.konflux.release.testkit.store.ObjectStore;
import dev.konflux.release.testkit.store.Selection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The requests of one recorded session, sent to the API server in memory as the client sent them. */
final class ClientSession {

    private static final String NOW = "2031-05-06T07:08:09Z";
    private static final Pattern PATH = Pattern.compile("(.*/namespaces/[^/]+/[^/]+)/([^/]+)(/status)?");
    private static final Pattern FINALIZER = Pattern.compile("finalizer of (\\w+) is removed");
    private static final Pattern LABEL = Pattern.compile("a label of (\\w+) changes");
    private static final Pattern STATUS = Pattern.compile("status\\.(\\w+) becomes true");
    private static final Pattern CONDITION = Pattern.compile("condition (\\w+) becomes True");
    private static final Pattern DELETION = Pattern.compile("(\\w+) is deleted");
    private static final String RELEASES = "/apis/appstudio.redhat.com/v1alpha1/namespaces/dev/releases";
    private static final Set<Integer> NEED_AN_OBJECT = Set.of(409, 415, 422);
    private static final Pattern PATCHED_VERSION = Pattern.compile("(\"/metadata/resourceVersion\",\"value\":\")\\d+");
    private static final String APPLY = "application/apply-patch+yaml";
    private static final String MERGE = "application/merge-patch+json";

    private final DataObject recorded;
    private final Map<ObjectKey, DataObject> leftBehind;
    private final ObjectStore store = new ObjectStore(
            () -> Instant.parse(NOW),
            NameSource.counting(),
            ClusterAdmission.of(Admission.chain().withoutWebhooks()));
    private final KubernetesHandler cluster;
    private final Map<DataObject, WatchStream> watches = new LinkedHashMap<>();
    private final List<String> differences = new ArrayList<>();
    private String nextPart = "";

    private ClientSession(DataObject recorded, Map<ObjectKey, DataObject> leftBehind) {
        this.recorded = recorded;
        this.leftBehind = leftBehind;
        Stream.of("dev", "managed", "release-service", "enterprise-contract-service")
                .forEach(name -> store.as("admin")
                        .create(json(
                                "{\"apiVersion\": \"v1\", \"kind\": \"Namespace\", \"metadata\": {\"name\": \"%s\"}}"
                                        .formatted(name))));
        recorded.items("input", "existing").forEach(object -> restore(object.toString()));
        // The server began after its objects, as a real one that was started again.
        this.cluster = KubernetesHandler.builder().collectingGarbage().over(store);
    }

    /**
     * What was answered in another way than recorded; empty for a session that completes.
     *
     * @param leftBehind what earlier sessions of the client left behind; recordings do not say who owned which field of it
     */
    static List<String> differences(DataObject recorded, Map<ObjectKey, DataObject> leftBehind) {
        ClientSession session = new ClientSession(recorded, leftBehind);
        session.recorded
                .items("expected", "requests")
                .forEach(request -> session.exchange(request.asObject().orElseThrow()));
        session.watches.forEach(session::compareEvents);
        session.leave();
        return session.differences;
    }

    private static DataObject json(String text) {
        return JsonReader.create().read(text, "").asObject().orElseThrow();
    }

    private void restore(String text) {
        String uid = UUID.nameUUIDFromBytes(new byte[] {(byte) store.version()}).toString();
        DataObject object = json(text.replace("<uid>", uid).replace("<time>", NOW));
        Optional<Data> owners = Optional.ofNullable(leftBehind.get(ObjectKey.of(object)))
                .flatMap(left -> left.find("metadata", "managedFields"));
        store.restore(owners.map(known -> object.withPath(known, "metadata", "managedFields"))
                .orElse(object));
    }

    private void leave() {
        Stream.of("Release", "ReleasePlan")
                .flatMap(kind -> store.list(kind, Selection.everything()).stream())
                .forEach(object -> leftBehind.put(ObjectKey.of(object), object));
    }

    private void exchange(DataObject given) {
        if (isOfUnservedGroup(given) || given.has("upgraded")) {
            // Clients ask for the groups that discovery lists; and where a web socket is refused they take the stream.
            return;
        }
        if (recorded.find("input", "existing").isEmpty()) {
            prepare(given);
        }
        KubernetesRequest request = request(given);
        KubernetesResponse answer = cluster.answer(request);
        answer.body().flatMap(body -> body.findText("metadata", "continue")).ifPresent(token -> nextPart = token);
        answer.watch().ifPresent(watch -> {
            watches.put(given, watch);
            act(recorded.findText("input", "meanwhile").orElse(""));
        });
        compare(given, answer);
    }

    private boolean isOfUnservedGroup(DataObject given) {
        String path = given.findText("path").orElse("");
        boolean isGroupVersion = path.matches("/apis/[^/]+/[^/]+|/api/v1");
        return isGroupVersion
                && cluster.answer(KubernetesRequest.of("GET", path)).status() == 404;
    }

    /** These calls ran one after the other over one store, and not all of them stand here: what a call found is put there before it. */
    private void prepare(DataObject given) {
        String path = given.findText("path").orElse("");
        boolean findsAnObject = status(given) == 200 || NEED_AN_OBJECT.contains(status(given));
        if (!path.contains("appstudio") || !findsAnObject) {
            return;
        }
        given.items("events").forEach(event -> event.items().stream().skip(2).forEach(name -> create(path, name)));
        if (given.findText("method").orElse("").equals("POST")) {
            given.find("body", "metadata", "name")
                    .filter(name -> status(given) == 409)
                    .ifPresent(name -> create(path, name));
            return;
        }
        Matcher object = PATH.matcher(path);
        if (object.matches() && !isLeft(object.group(2))) {
            boolean isApply =
                    given.findText("headers", "content-type").orElse("").equals(APPLY);
            if (isApply) {
                // What an apply finds is what the same manager applied before.
                cluster.answer(request(given));
            } else {
                create(object.group(1), Data.of(object.group(2)));
            }
        }
    }

    /** Whether an object is there, or was left behind and is there again. */
    private boolean isLeft(String name) {
        ObjectKey key = new ObjectKey("Release", "dev", name);
        if (store.find(key).isEmpty() && leftBehind.containsKey(key)) {
            store.restore(leftBehind.get(key));
        }
        return store.find(key).isPresent();
    }

    private void create(String path, Data name) {
        if (isLeft(name.asText().orElse(""))) {
            return;
        }
        String place = path + "/" + name.asText().orElse("");
        cluster.answer(KubernetesRequest.of("POST", path).with("application/json", """
                            {"apiVersion": "appstudio.redhat.com/v1alpha1", "kind": "Release", "metadata": {"name": %s},
                             "spec": {"releasePlan": "rp", "snapshot": "snap"}}""".formatted(name)));
        cluster.answer(
                KubernetesRequest.of("PATCH", place + "/status").with(MERGE, "{\"status\": {\"automated\": true}}"));
    }

    private static int status(DataObject given) {
        return given.find("status")
                .flatMap(Data::asNumber)
                .map(number -> (int) number.asLong().orElse(200))
                .orElse(200);
    }

    private KubernetesRequest request(DataObject given) {
        String path = given.findText("path").orElseThrow();
        Map<String, String> headers = KubernetesArea.texts(given, "headers");
        Map<String, String> query = KubernetesArea.texts(given, "query");
        query.replaceAll((name, value) -> inPlace(value, path));
        if (status(given) == 304) {
            // The client had the answer already, and named its tag.
            headers.remove("if-none-match");
            KubernetesRequest fresh = new KubernetesRequest("GET", path, query, headers, "");
            ImmutableListMultimap<String, String> known = cluster.answer(fresh).headers();
            known.get("etag").forEach(tag -> headers.put("if-none-match", tag));
            known.get("last-modified").forEach(time -> headers.put("if-modified-since", time));
            return new KubernetesRequest("GET", path, query, headers, "");
        }
        String body = given.findText("bodyText")
                .or(() -> given.find("body").map(Data::toString))
                .orElse("");
        return new KubernetesRequest(given.findText("method").orElseThrow(), path, query, headers, inPlace(body, path));
    }

    /** A text of the recording with this run's values. */
    private String inPlace(String text, String path) {
        Optional<DataObject> object =
                cluster.answer(KubernetesRequest.of("GET", path)).body();
        String version = object.flatMap(found -> found.findText("metadata", "resourceVersion"))
                .orElse(Long.toString(store.version()));
        String uid = object.flatMap(found -> found.findText("metadata", "uid")).orElse("");
        return PATCHED_VERSION
                .matcher(text)
                .replaceAll("$1" + version)
                .replace("<rv>", version)
                .replace("<uid>", uid)
                .replace("<time>", NOW)
                .replace("<continue>", nextPart);
    }

    private void compare(DataObject given, KubernetesResponse answer) {
        String where = given.findText("method").orElse("") + " "
                + given.findText("path").orElse("") + ": ";
        if (answer.status() != status(given)) {
            differences.add(where + "status " + answer.status() + ", recorded " + status(given) + " "
                    + answer.body().flatMap(body -> body.findText("message")).orElse(""));
            return;
        }
        DataObject body = answer.body().orElse(DataObject.empty());
        given.findText("responseKind")
                .filter(kind -> answer.body().isPresent())
                .filter(kind -> !body.findText("kind").orElse("").equals(kind))
                .ifPresent(kind ->
                        differences.add(where + "kind " + body.findText("kind").orElse("") + ", recorded " + kind));
        given.findObject("responseStatus")
                .ifPresent(failure -> failure.members().forEach((name, value) -> {
                    Data answered = body.find(name).orElse(Data.nothing());
                    if (!withoutObject(answered).equals(withoutObject(value))) {
                        differences.add(where + name + " " + answered + ", recorded " + value);
                    }
                }));
        List<String> warnings = given.items("warnings").stream()
                .map(warning -> warning.asText().orElse(""))
                .toList();
        if (!warnings.isEmpty() && !answer.headers().get("warning").equals(warnings)) {
            differences.add(where + "warnings " + answer.headers().get("warning") + ", recorded " + warnings);
        }
    }

    /** Some messages print the whole object, with times and versions. */
    private static String withoutObject(Data message) {
        return message.toString().replaceAll("(Invalid value: \\\\\")\\{.*}(\\\\\": strict decoding)", "$1{}$2");
    }

    private void compareEvents(DataObject given, WatchStream watch) {
        List<Data> seen = events(watch);
        if (given.has("events") && !seen.equals(given.items("events"))) {
            differences.add(
                    given.findText("path").orElse("") + ": events " + seen + ", recorded " + given.items("events"));
        }
    }

    /** Type, kind and name of what came. */
    private static List<Data> events(WatchStream watch) {
        return watch.take().stream()
                .<Data>map(event -> DataArray.of(
                        event.find("type").orElse(Data.nothing()),
                        event.find("object", "kind").orElse(Data.nothing()),
                        event.find("object", "metadata", "name").orElse(Data.nothing())))
                .toList();
    }

    /** What somebody else did while the command ran. */
    private void act(String meanwhile) {
        found(FINALIZER, meanwhile).ifPresent(name -> patch("/" + name, "{\"metadata\": {\"finalizers\": null}}"));
        found(LABEL, meanwhile)
                .ifPresent(name -> patch("/" + name, "{\"metadata\": {\"labels\": {\"w\": \"meanwhile\"}}}"));
        found(STATUS, meanwhile)
                .ifPresent(name -> patch("/rel/status", "{\"status\": {\"%s\": true}}".formatted(name)));
        found(CONDITION, meanwhile).ifPresent(type -> patch("/rel/status", """
                {"status": {"conditions": [{"type": "%s", "status": "True", "reason": "Succeeded", "message": "",
                  "lastTransitionTime": "%s"}]}}""".formatted(type, NOW)));
        found(DELETION, meanwhile)
                .ifPresent(name -> cluster.answer(KubernetesRequest.of("DELETE", RELEASES + "/" + name)));
    }

    private static Optional<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(result -> result.group(1)).findFirst();
    }

    private void patch(String place, String body) {
        cluster.answer(KubernetesRequest.of("PATCH", RELEASES + place).with(MERGE, body));
    }
}
