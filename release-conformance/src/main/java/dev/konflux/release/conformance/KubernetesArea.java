package dev.konflux.release.conformance;

import dev.konflux.release.model.admission.Admission;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.kube.KubernetesHandler;
import dev.konflux.release.testkit.kube.KubernetesRequest;
import dev.konflux.release.testkit.kube.KubernetesResponse;
import dev.konflux.release.testkit.kube.WatchStream;
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

/** Exchanges with the API server: one transcript over one store. */
final class KubernetesArea implements Area {

    private static final List<String> NAMESPACES =
            List.of("dev", "managed", "release-service", "enterprise-contract-service");

    private final KubernetesHandler cluster;
    private final KubernetesPlaceholders placeholders;
    private final Map<String, WatchStream> watches = new HashMap<>();

    private KubernetesArea(KubernetesHandler cluster, KubernetesPlaceholders placeholders) {
        this.cluster = cluster;
        this.placeholders = placeholders;
    }

    /** A transcript against a fresh server. */
    static DataObject transcript(DataObject input) {
        int[] count = {0};
        NameSource names = (kind, namespace, prefix) -> String.format(Locale.ROOT, "x7q%02d", ++count[0]);
        ObjectStore store = new ObjectStore(
                () -> Instant.parse(KubernetesPlaceholders.NOW),
                names,
                ClusterAdmission.of(Admission.chain().withoutWebhooks()));
        for (String namespace : NAMESPACES) {
            store.as("admin").create(namespace(namespace));
        }
        KubernetesPlaceholders placeholders = new KubernetesPlaceholders(store.version());
        return new KubernetesArea(KubernetesHandler.of(store), placeholders).answer(input);
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
        boolean isPlain = given.has("method")
                && !given.has("bodyNote")
                && given.findText("user").orElse("").equals("admin");
        if (!isPlain) {
            throw new Unsupported("only plain requests of one user");
        }
        KubernetesResponse response = cluster.answer(request(placeholders.sent(given)));
        response.watch().ifPresent(watch -> watches.put(given.findText("watch").orElse(""), watch));
        DataObject.Builder answer = DataObject.builder().put("status", response.status());
        response.body().ifPresent(body -> answer.put("body", placeholders.shown(body)));
        if (!response.text().isEmpty()) {
            answer.put("bodyText", response.text());
        }
        return answer.put("headers", headers(response)).build();
    }

    private static DataObject headers(KubernetesResponse response) {
        DataObject.Builder headers = DataObject.builder();
        response.headers().asMap().forEach((name, values) -> {
            List<String> texts = List.copyOf(values);
            headers.put(name, name.equals("warning") ? DataArray.ofTexts(texts) : Data.of(texts.get(0)));
        });
        return headers.build();
    }

    private static KubernetesRequest request(DataObject given) {
        String body = given.findText("bodyText")
                .or(() -> given.find("body").map(Data::toString))
                .orElse("");
        return new KubernetesRequest(
                given.findText("method").orElseThrow(),
                URLDecoder.decode(given.findText("path").orElseThrow(), StandardCharsets.UTF_8),
                texts(given, "query"),
                texts(given, "headers"),
                body);
    }

    private static Map<String, String> texts(DataObject given, String member) {
        Map<String, String> texts = new HashMap<>();
        given.findObject(member)
                .orElse(DataObject.empty())
                .members()
                .forEach((name, value) -> texts.put(name, value.asText().orElseGet(value::toString)));
        return texts;
    }
}
