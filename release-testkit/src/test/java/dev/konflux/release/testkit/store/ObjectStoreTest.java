package dev.konflux.release.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.konflux.release.model.Release;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.JsonReader;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ObjectStoreTest {

    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2030-01-01T12:00:00.5Z"));
    private static final ObjectKey KEY = new ObjectKey("Snapshot", "team", "s");

    private final ObjectStore store = new ObjectStore(NOON, NameSource.counting(), AdmissionChain.open());
    private final ObjectApi user = store.as("alice");

    private static DataObject json(String text) {
        return JsonReader.create().read(text, "").asObject().orElseThrow();
    }

    private DataObject snapshot(String name) {
        return json(("{'apiVersion': 'appstudio.redhat.com/v1alpha1', 'kind': 'Snapshot'," + " 'metadata': {'name': '"
                        + name + "', 'namespace': 'team'}, 'spec': {'application': 'shop'}}")
                .replace('\'', '"'));
    }

    private static String text(DataObject object, String... path) {
        return object.find(path).map(Data::toString).orElse("none");
    }

    @Test
    void objectsAreFoundByTheirFieldsAlsoAfterAChange() {
        user.create(release("first", "spring"));
        user.create(release("second", "autumn"));
        Selection spring = Selection.in("team").where("spec.snapshot", "spring");
        assertThat(names("Release", spring)).containsExactly("first");
        user.update(release("second", "spring"));
        assertThat(names("Release", spring)).containsExactly("first", "second");
        user.delete(new ObjectKey("Release", "team", "first"));
        assertThat(names("Release", spring)).containsExactly("second");
        assertThat(names("Release", spring.where("spec.releasePlan", "other"))).isEmpty();
        user.create(snapshot("s"));
        assertThat(names("Snapshot", Selection.everything().where("spec.application", "shop")))
                .containsExactly("s");
    }

    private List<String> names(String kind, Selection selection) {
        return store.list(kind, selection).stream()
                .map(object -> ObjectKey.of(object).name())
                .toList();
    }

    private static DataObject release(String name, String snapshot) {
        return Release.builder()
                .namespace("team")
                .name(name)
                .snapshot(snapshot)
                .releasePlan("plan")
                .build()
                .document();
    }

    @Test
    void newObjectIsStamped() {
        DataObject stored = user.create(snapshot("s"));

        assertThat(text(stored, "metadata", "creationTimestamp")).isEqualTo("\"2030-01-01T12:00:00Z\"");
        assertThat(text(stored, "metadata", "generation")).isEqualTo("1");
        assertThat(text(stored, "metadata", "resourceVersion")).isEqualTo("\"1\"");
    }

    @Test
    void nameIsGeneratedFromAPrefixOfAtMost58Characters() {
        DataObject nameless = snapshot("").withPath(Data.of("x".repeat(70) + "-"), "metadata", "generateName");

        assertThat(text(user.create(nameless), "metadata", "name")).isEqualTo('"' + "x".repeat(58) + "00001\"");
        assertThat(text(user.create(nameless), "metadata", "name")).isEqualTo('"' + "x".repeat(58) + "00002\"");
    }

    @Test
    void sameNameTwiceIsRefused() {
        user.create(snapshot("s"));

        assertThatThrownBy(() -> user.create(snapshot("s")))
                .isInstanceOf(ApiException.class)
                .hasMessage("snapshots.appstudio.redhat.com \"s\" already exists");
    }

    @Test
    void statusIsWrittenApartFromTheRest() {
        user.create(snapshot("s").withPath(Data.of("smuggled"), "status", "x"));
        assertThat(store.get(KEY).find("status")).isEmpty();

        user.patch(KEY, json("{\"status\": {\"x\": 1}, \"spec\": {\"displayName\": \"d\"}}"));
        assertThat(store.get(KEY).find("status")).isEmpty();
        assertThat(text(store.get(KEY), "metadata", "generation")).isEqualTo("2");

        user.patchStatus(KEY, json("{\"status\": {\"x\": 1}, \"spec\": null}"));
        assertThat(text(store.get(KEY), "status", "x")).isEqualTo("1");
        assertThat(text(store.get(KEY), "spec", "displayName")).isEqualTo("\"d\"");
        assertThat(text(store.get(KEY), "metadata", "generation")).isEqualTo("2");
    }

    @Test
    void outdatedVersionIsAConflict() {
        DataObject first = user.create(snapshot("s"));
        user.patch(KEY, json("{\"spec\": {\"displayName\": \"d\"}}"));

        assertThatThrownBy(() -> user.update(first))
                .isInstanceOf(ApiException.class)
                .hasMessageStartingWith(
                        "Operation cannot be fulfilled on snapshots.appstudio.redhat.com \"s\": the object has been modified");
    }

    @Test
    void objectWithFinalizersIsMarkedAndGoesWithTheLastOfThem() {
        user.create(snapshot("s").withPath(DataArray.of(Data.of("a/b")), "metadata", "finalizers"));

        user.delete(KEY);
        assertThat(text(store.get(KEY), "metadata", "deletionTimestamp")).isEqualTo("\"2030-01-01T12:00:00Z\"");

        user.patch(KEY, json("{\"metadata\": {\"finalizers\": null}}"));
        assertThat(store.find(KEY)).isEmpty();
    }

    @Test
    void watchersSeeChangesInOrderAndNothingElse() {
        List<String> seen = new ArrayList<>();
        store.watch(event ->
                seen.add(event.type() + " " + ObjectKey.of(event.object()).name()));

        user.create(snapshot("s"));
        user.patch(KEY, DataObject.empty());
        user.patch(KEY, json("{\"metadata\": {\"labels\": {\"a\": \"b\"}}}"));
        user.delete(KEY);

        assertThat(seen).containsExactly("ADDED s", "MODIFIED s", "DELETED s");
    }

    @Test
    void objectsAreFoundByNamespaceAndLabels() {
        user.create(snapshot("a").withPath(Data.of("1"), "metadata", "labels", "n"));
        user.create(snapshot("b").withPath(Data.of("2"), "metadata", "labels", "n"));

        assertThat(store.list("Snapshot", Selection.in("team"))).hasSize(2);
        assertThat(store.list("Snapshot", Selection.in("elsewhere"))).isEmpty();
        assertThat(store.list("Snapshot", Selection.labelled(Map.of("n", "2"))))
                .singleElement()
                .satisfies(found -> assertThat(ObjectKey.of(found).name()).isEqualTo("b"));
        assertThat(store.list("Snapshot", Selection.labelled(Map.of("n", "3")))).isEmpty();
    }

    @Test
    void faultHitsTheNextMatchingRequestsOnly() {
        FaultyApi faulty = new FaultyApi(user);
        faulty.arm(Fault.once(Fault.Verb.CREATE, "Snapshot", Fault.Failure.FORBIDDEN, "quota"));

        assertThatThrownBy(() -> faulty.create(snapshot("s")))
                .hasMessage("snapshots.appstudio.redhat.com \"s\" is forbidden: quota");
        assertThat(ObjectKey.of(faulty.create(snapshot("s")))).isEqualTo(KEY);
    }
}
