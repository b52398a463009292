package dev.konflux.release.testkit.kube;

import dev.konflux.release.model.admission.Admission;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.store.ClusterAdmission;
import dev.konflux.release.testkit.store.NameSource;
import dev.konflux.release.testkit.store.ObjectStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Stores for tests of the protocol: the cluster's schemas without webhooks, as in the recordings, and a clock that stands still. */
final class Stores {

    private Stores() {}

    static ObjectStore withNamespaces(String... names) {
        ObjectStore store = new ObjectStore(
                Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC),
                NameSource.counting(),
                ClusterAdmission.of(Admission.chain().withoutWebhooks()));
        for (String name : names) {
            store.as("admin")
                    .create(DataObject.builder()
                            .put("apiVersion", "v1")
                            .put("kind", "Namespace")
                            .put("metadata", DataObject.of("name", Data.of(name)))
                            .build());
        }
        return store;
    }
}
