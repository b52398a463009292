package dev.konflux.release.testkit;

import com.google.common.hash.Hashing;
import dev.konflux.release.model.EnterpriseContractPolicy;
import dev.konflux.release.model.Pipeline;
import dev.konflux.release.model.PipelineReference;
import dev.konflux.release.model.Release;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.ReleasePlanAdmission;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.SnapshotComponent;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Believable resources of one team, made from a number: the same number gives the same resources. The cluster accepts all of them, and they
 * fit together: the admission accepts the plan, and the release releases the snapshot by the plan. Other resources come of other numbers,
 * and of {@code toBuilder()}.
 *
 * <pre>{@code
 * Samples samples = Samples.of(42);
 * try (FakeReleaseService konflux = FakeReleaseService.start(samples.resources())) {
 *     konflux.release(samples.release()).await();
 * }
 *
 * @Property
 * void everyTeamCanRelease(@ForAll Samples samples) { ... }   // with jqwik, and release-jqwik on the test's class path
 * }</pre>
 */
public final class Samples {

    private static final List<String> APPLICATIONS =
            List.of("shop", "billing", "catalogue", "search", "warehouse", "mail", "gateway", "reports");
    private static final List<String> PARTS =
            List.of("api", "web", "worker", "operator", "bundle", "proxy", "ui", "cli", "init", "agent");
    private static final int MOST_COMPONENTS = 6;
    private static final int MOST_NUMBERS = 1000;
    private static final int PORTABLE_HASH = 40;

    private final String application;
    private final String tenant;
    private final String managed;
    private final List<SnapshotComponent> components;
    private final long number;

    private Samples(long number) {
        SplittableRandom random = new SplittableRandom(number);
        this.number = number;
        this.application = APPLICATIONS.get(random.nextInt(APPLICATIONS.size())) + "-" + random.nextInt(MOST_NUMBERS);
        this.tenant = application + "-tenant";
        this.managed = "managed-" + application;
        int count = 1 + random.nextInt(MOST_COMPONENTS);
        int first = random.nextInt(PARTS.size());
        List<SnapshotComponent> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add(component(PARTS.get((first + i) % PARTS.size())));
        }
        this.components = List.copyOf(made);
    }

    /** The resources that belong to a number, any number. */
    public static Samples of(long number) {
        return new Samples(number);
    }

    private SnapshotComponent component(String part) {
        String name = application + "-" + part;
        return SnapshotComponent.of(name, "quay.io/" + tenant + "/" + name + "@sha256:" + hash(name))
                .withSource(
                        "https://git.example.com/" + application + "/" + part,
                        hash(part).substring(0, PORTABLE_HASH));
    }

    private String hash(String of) {
        return Hashing.sha256()
                .hashString(number + "/" + of, StandardCharsets.UTF_8)
                .toString();
    }

    /** A snapshot of one to six components, built from pushes. */
    public Snapshot snapshot() {
        Snapshot.Builder snapshot = Snapshot.builder()
                .namespace(tenant)
                .name(application + "-20300101-120000-000")
                .application(application)
                .label("pac.test.appstudio.openshift.io/event-type", "push");
        components.forEach(snapshot::component);
        return snapshot.build();
    }

    /** A plan that releases into the managed namespace. */
    public ReleasePlan plan() {
        return ReleasePlan.builder()
                .namespace(tenant)
                .name(application + "-production")
                .application(application)
                .target(managed)
                .autoRelease(true)
                .standingAttribution(true)
                .author("developer")
                .build();
    }

    /** The admission that accepts the plan and maps every component. */
    public ReleasePlanAdmission admission() {
        List<Data> mapped = components.stream()
                .<Data>map(component -> DataObject.of(
                        "name",
                        Data.of(component.name()),
                        "repositories",
                        DataArray.of(DataObject.of(
                                "url", Data.of("quay.io/" + application + "/" + component.name()),
                                "tags", DataArray.of(Data.of("latest"))))))
                .toList();
        return ReleasePlanAdmission.builder()
                .namespace(managed)
                .name(application + "-production")
                .applications(application)
                .origin(tenant)
                .policy("standard")
                .pipeline(Pipeline.of(PipelineReference.git(
                                "https://example.com/catalog.git",
                                "production",
                                "pipelines/managed/push-to-external-registry/push-to-external-registry.yaml"))
                        .withServiceAccountName("release"))
                .data(DataObject.of("mapping", DataObject.of("components", DataArray.of(mapped))))
                .build();
    }

    /** The admission's policy. */
    public EnterpriseContractPolicy policy() {
        return EnterpriseContractPolicy.builder()
                .namespace(managed)
                .name("standard")
                .description("What must be true of an image that is released.")
                .build();
    }

    /** A release of the snapshot by the plan. */
    public Release release() {
        return Release.builder()
                .namespace(tenant)
                .name(application + "-1")
                .snapshot(snapshot().name())
                .releasePlan(plan().name())
                .build();
    }

    /** Plan, admission, policy and snapshot: what a release needs. */
    public Resources resources() {
        return Resources.of(plan(), admission(), policy(), snapshot());
    }
}
