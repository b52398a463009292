package dev.konflux.release.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.Release;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class CreationOrderTest {

    private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

    private final ObjectStore store = new ObjectStore(() -> START, NameSource.counting(), AdmissionChain.open());

    /** Looks at all Releases of the plan, as the operator does. */
    private final ObjectReader operator = new ObjectReader() {
        @Override
        public Optional<DataObject> find(ObjectKey key) {
            return store.find(key);
        }

        @Override
        public List<DataObject> list(String kind, Selection selection) {
            return store.list(kind, selection);
        }
    };

    private void restore(int name, int second, int plan) {
        store.restore(Release.builder()
                .namespace("team")
                .name("release-" + name)
                .snapshot("build-" + name % 3)
                .releasePlan("plan-" + plan)
                .build()
                .document()
                .withPath(Data.of(START.plusSeconds(second).toString()), "metadata", "creationTimestamp"));
    }

    @Property(tries = 200)
    void newestReleaseIsTheOneAFullSearchFinds(
            @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 999) Integer> writes,
            @ForAll @IntRange(min = 0, max = 9) int notAfter) {
        for (int write : writes) {
            restore(write % 10, write / 10 % 10, write / 100 % 2);
            if (write % 7 == 0) {
                store.as("tester").delete(new ObjectKey("Release", "team", "release-" + write % 10));
            }
        }

        ObjectKey plan = new ObjectKey("ReleasePlan", "team", "plan-1");
        Instant time = START.plusSeconds(notAfter);
        Predicate<DataObject> ofAnotherSnapshot =
                release -> !Release.of(release).snapshot().equals("build-1");
        assertThat(store.findNewestRelease(plan, time, ofAnotherSnapshot))
                .isEqualTo(operator.findNewestRelease(plan, time, ofAnotherSnapshot));
    }
}
