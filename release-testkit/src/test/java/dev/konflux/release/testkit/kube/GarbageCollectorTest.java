package dev.konflux.release.testkit.kube;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.store.ObjectStore;
import dev.konflux.release.testkit.store.Selection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What follows a deletion where the controllers are played. */
class GarbageCollectorTest {

    private static final String MAPS = "/api/v1/namespaces/shop/configmaps";

    private final ObjectStore store = Stores.withNamespaces();
    private final KubernetesHandler cluster =
            KubernetesHandler.builder().collectingGarbage().over(store);

    @BeforeEach
    void shop() {
        create(
                "/api/v1/namespaces",
                "{\"apiVersion\": \"v1\", \"kind\": \"Namespace\", \"metadata\": {\"name\": \"shop\"}}");
    }

    private DataObject create(String path, String body) {
        return cluster.answer(KubernetesRequest.of("POST", path).with("application/json", body))
                .body()
                .orElseThrow();
    }

    /** Creates a map and tells its owner reference. */
    private String map(String name, String more) {
        DataObject created = create(
                MAPS,
                "{\"apiVersion\": \"v1\", \"kind\": \"ConfigMap\", \"metadata\": {\"name\": \"%s\"%s}}"
                        .formatted(name, more));
        return "{\"apiVersion\": \"v1\", \"kind\": \"ConfigMap\", \"name\": \"%s\", \"uid\": \"%s\"}"
                .formatted(name, created.findText("metadata", "uid").orElseThrow());
    }

    private static String ownedBy(String... references) {
        return ", \"ownerReferences\": [" + String.join(", ", references) + "]";
    }

    private DataObject delete(String path, String policy) {
        return cluster.answer(KubernetesRequest.of("DELETE", path).asking("propagationPolicy", policy))
                .body()
                .orElseThrow();
    }

    private int status(String path) {
        return cluster.answer(KubernetesRequest.of("GET", path)).status();
    }

    @Test
    void dependentsOfDependentsGoToo() {
        String owner = map("owner", "");
        String child = map("child", ownedBy(owner));
        map("grandchild", ownedBy(child));

        assertThat(delete(MAPS + "/owner", "Background").findText("status")).contains("Success");

        assertThat(store.list("ConfigMap", Selection.in("shop"))).isEmpty();
    }

    @Test
    void aDependentStaysAsLongAsOneOfItsOwnersDoes() {
        String first = map("first", "");
        String second = map("second", "");
        map("child", ownedBy(first, second));

        delete(MAPS + "/first", "Background");

        DataObject child = cluster.answer(KubernetesRequest.of("GET", MAPS + "/child"))
                .body()
                .orElseThrow();
        assertThat(child.items("metadata", "ownerReferences"))
                .extracting(owner -> owner.findText("name").orElse(""))
                .containsExactly("second");
        delete(MAPS + "/second", "Background");
        assertThat(status(MAPS + "/child")).isEqualTo(404);
    }

    @Test
    void orphansAreLetGo() {
        String owner = map("owner", "");
        map("child", ownedBy(owner));

        assertThat(delete(MAPS + "/owner", "Orphan").items("metadata", "finalizers"))
                .hasToString("[\"orphan\"]");

        assertThat(status(MAPS + "/owner")).isEqualTo(404);
        DataObject child = cluster.answer(KubernetesRequest.of("GET", MAPS + "/child"))
                .body()
                .orElseThrow();
        assertThat(child.find("metadata", "ownerReferences")).isEmpty();
    }

    private static String blocking(String reference) {
        return reference.replace("}", ", \"blockOwnerDeletion\": true}");
    }

    @Test
    void anOwnerInTheForegroundWaitsForItsLastBlockingDependent() {
        String owner = map("owner", "");
        map("child", ownedBy(blocking(owner)) + ", \"finalizers\": [\"example.com/wait\"]");

        delete(MAPS + "/owner", "Foreground");

        assertThat(status(MAPS + "/owner")).isEqualTo(200);
        release("child");
        assertThat(status(MAPS + "/child")).isEqualTo(404);
        assertThat(status(MAPS + "/owner")).isEqualTo(404);
    }

    @Test
    void anOwnerInTheForegroundDoesNotWaitForWhatDoesNotBlockIt() {
        String owner = map("owner", "");
        map("child", ownedBy(owner) + ", \"finalizers\": [\"example.com/wait\"]");

        delete(MAPS + "/owner", "Foreground");

        assertThat(status(MAPS + "/owner")).isEqualTo(404);
        assertThat(status(MAPS + "/child")).isEqualTo(200);
        release("child");
        assertThat(status(MAPS + "/child")).isEqualTo(404);
    }

    @Test
    void theForegroundReachesDependentsOfDependents() {
        String owner = map("owner", "");
        String child = map("child", ownedBy(blocking(owner)));
        map("grandchild", ownedBy(blocking(child)) + ", \"finalizers\": [\"example.com/wait\"]");

        delete(MAPS + "/owner", "Foreground");

        assertThat(status(MAPS + "/owner")).isEqualTo(200);
        assertThat(status(MAPS + "/child")).isEqualTo(200);
        release("grandchild");
        assertThat(status(MAPS + "/child")).isEqualTo(404);
        assertThat(status(MAPS + "/owner")).isEqualTo(404);
    }

    private void release(String name) {
        cluster.answer(KubernetesRequest.of("PATCH", MAPS + "/" + name)
                .with("application/merge-patch+json", "{\"metadata\": {\"finalizers\": null}}"));
    }

    @Test
    void aNamespaceGoesWithTheLastThingInIt() {
        map("quick", "");
        map("slow", ", \"finalizers\": [\"example.com/wait\"]");

        DataObject going = delete("/api/v1/namespaces/shop", "Background");

        assertThat(going.findText("status", "phase")).contains("Terminating");
        assertThat(status(MAPS + "/quick")).isEqualTo(404);
        assertThat(status("/api/v1/namespaces/shop")).isEqualTo(200);
        assertThat(create(MAPS, "{\"apiVersion\": \"v1\", \"kind\": \"ConfigMap\", \"metadata\": {\"name\": \"late\"}}")
                        .findText("message"))
                .contains("configmaps \"late\" is forbidden: unable to create new content in namespace shop because it"
                        + " is being terminated");
        release("slow");
        assertThat(status("/api/v1/namespaces/shop")).isEqualTo(404);
    }

    @Test
    void aDeletedCollectionIsListedAsItWasAtItsVersion() {
        map("first", "");
        map("second", "");
        String before = Long.toString(store.version());

        DataObject gone =
                cluster.answer(KubernetesRequest.of("DELETE", MAPS)).body().orElseThrow();

        assertThat(gone.items("items")).hasSize(2);
        assertThat(gone.findText("metadata", "resourceVersion")).contains(before);
        assertThat(status(MAPS + "/first")).isEqualTo(404);
    }
}
