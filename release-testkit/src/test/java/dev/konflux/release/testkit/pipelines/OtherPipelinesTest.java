package dev.konflux.release.testkit.pipelines;

import static dev.konflux.release.testkit.ReleaseAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.CollectorItem;
import dev.konflux.release.model.CollectorSettings;
import dev.konflux.release.model.ConfigMap;
import dev.konflux.release.model.Pipeline;
import dev.konflux.release.model.PipelineReference;
import dev.konflux.release.model.Release;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.Secret;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.FakeReleaseService;
import dev.konflux.release.testkit.TaskResult;
import dev.konflux.release.testkit.TaskStory;
import dev.konflux.release.testkit.runs.Phase;
import dev.konflux.release.testkit.surroundings.SignaturesInMemory.Signature;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OtherPipelinesTest {

    private static final String EXTERNAL = """
            {"mapping": {"components": [
              {"name": "web", "repositories": [{"url": "quay.io/shop/web", "tags": ["1.4"]}]}]}}""";

    private static final String INDEX = """
            {"fbc": {"fromIndex": "registry.example.com/index:{{ OCP_VERSION }}",
                     "targetIndex": "quay.io/shop/index:{{ OCP_VERSION }}",
                     "publishingCredentials": "index-token", "allowedPackages": ["shop"]},
             "sign": {"configMapName": "signing-config"}}""";

    private final WorldInMemory world = ShopWorld.world();
    private final BuiltInPipelines pipelines = BuiltInPipelines.in(world);

    private FakeReleaseService service(Resources cluster) {
        return FakeReleaseService.builder().runner(pipelines).start(cluster);
    }

    private static Release release(FakeReleaseService konflux, Snapshot snapshot) {
        return konflux.release(
                        snapshot, konflux.resources().all(ReleasePlan.class).get(0))
                .await();
    }

    private static List<String> tasks(FakeReleaseService konflux, Release release) {
        return konflux.timeline(release).runs().get(0).tasks().stream()
                .map(TaskStory::name)
                .toList();
    }

    @Test
    void imagesThatAreInTheExternalRegistryAreNotPushedAgain() {
        Snapshot snapshot = ShopWorld.build(world, "1.4.0", "SUCCESS");
        try (FakeReleaseService konflux = service(ShopWorld.cluster("push-to-external-registry", EXTERNAL))) {
            Release first = release(konflux, snapshot);
            Release again = release(konflux, snapshot);

            assertThat(konflux, first).isReleased();
            assertThat(konflux, again).isReleased();
            assertThat(world.findDigest("quay.io/shop/web:1.4")).isPresent();
            assertThat(tasks(konflux, first)).contains("verify-conforma", "push-snapshot");
            assertThat(tasks(konflux, again)).doesNotContain("verify-conforma", "push-snapshot");
        }
    }

    @Test
    void missingDataKeyFailsTheRunAndSaysWhich() {
        Snapshot snapshot = ShopWorld.build(world, "1.4.0", "SUCCESS");
        try (FakeReleaseService konflux = service(ShopWorld.cluster("push-to-external-registry", "{}"))) {
            Release failed = release(konflux, snapshot);

            assertThat(konflux, failed).isFailed("Release processing failed on managed pipelineRun");
            assertThat(konflux.timeline(failed).toText()).contains("'mapping' is a required property");
        }
    }

    @Test
    void optedInFragmentEndsInASignedAndPublishedIndex() {
        Snapshot snapshot = ShopWorld.build(world, "1.4.0", "SUCCESS");
        world.optIn(snapshot.components().get(0).containerImage());
        try (FakeReleaseService konflux = service(ShopWorld.cluster("fbc-release", INDEX))) {
            Release done = release(konflux, snapshot);

            assertThat(konflux, done).isReleased();
            assertThat(world.findDigest("quay.io/shop/index:v4.16")).isPresent();
            assertThat(world.signatures().all()).hasSize(1);
            assertThat(done.artifacts().findText("index_image", "target_index")).contains("quay.io/shop/index:v4.16");
            assertThat(world.advisories().paths()).isEmpty();
        }
    }

    @Test
    void indexOfAFragmentWithoutOptInIsBuiltButNotPublished() {
        Snapshot snapshot = ShopWorld.build(world, "1.4.0", "SUCCESS");
        try (FakeReleaseService konflux = service(ShopWorld.cluster("fbc-release", INDEX))) {
            Release done = release(konflux, snapshot);

            assertThat(konflux, done).isReleased();
            assertThat(world.findDigest("quay.io/shop/index:v4.16")).isEmpty();
            assertThat(world.signatures().all()).isEmpty();
        }
    }

    @Test
    void fragmentWithAPackageThatIsNotAllowedIsRefused() {
        Snapshot snapshot = ShopWorld.build(world, "1.4.0", "SUCCESS");
        String fragment = snapshot.components().get(0).containerImage();
        world.optIn(fragment).putPackages(fragment, "shop", "bank");
        try (FakeReleaseService konflux = service(ShopWorld.cluster("fbc-release", INDEX))) {
            Release done = release(konflux, snapshot);

            assertThat(konflux.timeline(done).toText())
                    .contains("package 'bank' of " + fragment + " is not in allowedPackages, which has 'shop'");
            assertThat(world.findDigest("quay.io/shop/index:v4.16")).isEmpty();
        }
    }

    @Test
    void fragmentThatTheIndexHasIsNotAddedAgain() {
        Snapshot snapshot = ShopWorld.build(world, "1.4.0", "SUCCESS");
        world.optIn(snapshot.components().get(0).containerImage());
        try (FakeReleaseService konflux = service(ShopWorld.cluster("fbc-release", INDEX))) {
            Release first = release(konflux, snapshot);
            Release again = release(konflux, snapshot);

            assertThat(konflux, again).isReleased();
            assertThat(tasks(konflux, first)).contains("verify-conforma", "add-fbc-contribution-to-index-image");
            assertThat(tasks(konflux, again))
                    .contains("filter-published-fbc-images")
                    .doesNotContain("verify-conforma", "add-fbc-contribution-to-index-image");
        }
    }

    @Test
    void cosignKeyMustLieInTheNamespaceOfTheRun() {
        String data = INDEX.replace("\"sign\": {", "\"sign\": {\"cosignSecretName\": \"cosign-key\", ");
        Snapshot snapshot = ShopWorld.build(world, "1.4.0", "SUCCESS");
        world.optIn(snapshot.components().get(0).containerImage());
        try (FakeReleaseService konflux = service(ShopWorld.cluster("fbc-release", data))) {
            konflux.create(secret("team", "cosign-key"));
            Release failed = release(konflux, snapshot);
            konflux.create(secret("managed", "cosign-key"));
            Release done = release(konflux, snapshot);

            assertThat(konflux.timeline(failed).toText())
                    .contains("there is no Secret cosign-key in namespace managed");
            assertThat(konflux, done).isReleased();
            assertThat(world.signatures().all()).extracting(Signature::key).contains("cosign-key");
        }
    }

    private static Secret secret(String namespace, String name) {
        return Secret.builder().namespace(namespace).name(name).build();
    }

    @Test
    void clusterThatSignsWithoutKeysSignsWhatWasPushed() {
        Snapshot snapshot = ShopWorld.build(world, "1.4.0", "SUCCESS");
        try (FakeReleaseService konflux = service(ShopWorld.cluster("push-to-external-registry", EXTERNAL))) {
            konflux.create(ConfigMap.builder()
                    .namespace("konflux-info")
                    .name("cluster-config")
                    .value("enableKeylessSigning", "true")
                    .value("defaultOIDCIssuer", "https://issuer.example.com")
                    .build());

            assertThat(konflux, release(konflux, snapshot)).isReleased();
            assertThat(world.signatures().all())
                    .isNotEmpty()
                    .allMatch(signature -> signature.reference().equals("quay.io/shop/web:1.4")
                            && signature.key().equals("https://issuer.example.com"));
        }
    }

    @Test
    void tenantPipelinePushesBelowTheRepositoryItIsGiven() {
        Pipeline push = Pipeline.of(
                Pipeline.of(PipelineReference.git("https://example.com/ours", "main", "pipelines/push-snapshot.yaml"))
                        .data()
                        .with(
                                "params",
                                DataArray.of(DataObject.of(
                                        "name", Data.of("repository"), "value", Data.of("quay.io/team/preview")))));
        ReleasePlan plan = ReleasePlan.builder()
                .namespace("team")
                .name("preview")
                .application("shop")
                .tenantPipeline(push)
                .build();
        try (FakeReleaseService konflux = service(Resources.of(plan))) {
            Release done = release(konflux, ShopWorld.build(world, "1.4.0", "SUCCESS"));

            assertThat(konflux, done).isReleased().succeeded(Phase.TENANT);
            assertThat(world.findDigest("quay.io/team/preview/web:shop-1-4-0")).isPresent();
        }
    }

    @Test
    void collectorThatFailsFailsTheReleaseWithItsReason() {
        Resources cluster = ShopWorld.cluster("push-to-external-registry", EXTERNAL);
        ReleasePlan plan = cluster.all(ReleasePlan.class).get(0).toBuilder()
                .collectors(CollectorSettings.of(CollectorItem.of("notes", "unheard-of")))
                .build();
        try (FakeReleaseService konflux = service(cluster)) {
            konflux.update(plan);

            Release failed = konflux.release(ShopWorld.build(world, "1.4.0", "SUCCESS"), plan)
                    .await();

            assertThat(konflux, failed).isFailed("Release processing failed on tenant collectors pipelineRun");
            assertThat(konflux.timeline(failed).toText()).contains("no collector of type 'unheard-of'");
        }
    }

    @Test
    void noTaskStartsAfterTheTimeLimitOfTheRun() {
        Snapshot snapshot = ShopWorld.build(world, "1.4.0", "SUCCESS");
        Resources cluster = ShopWorld.cluster("push-to-external-registry", EXTERNAL);
        try (FakeReleaseService konflux = service(withTimeout(cluster, "6m"))) {
            Release failed = release(konflux, snapshot);

            assertThat(konflux, failed).isFailed("Release processing failed on managed pipelineRun");
            assertThat(world.findDigest("quay.io/shop/web:1.4")).isEmpty();
            assertThat(Duration.between(
                            konflux.timeline(failed).runs().get(0).from(),
                            konflux.timeline(failed).runs().get(0).to().orElseThrow()))
                    .isEqualTo(Duration.ofMinutes(6));
        }
    }

    private static Resources withTimeout(Resources cluster, String limit) {
        return Resources.ofDocuments(cluster.all().stream()
                .map(resource -> resource.document())
                .map(document -> document.findText("kind")
                                .filter("ReleasePlanAdmission"::equals)
                                .isPresent()
                        ? document.withPath(DataObject.of("pipeline", Data.of(limit)), "spec", "pipeline", "timeouts")
                        : document)
                .toList());
    }

    @Test
    void taskOutOfMemoryIsAFaultOfOneRunOnly() {
        pipelines.nextTask(TaskResult.outOfMemory("push-snapshot", "push"));
        Snapshot snapshot = ShopWorld.build(world, "1.4.0", "SUCCESS");
        try (FakeReleaseService konflux = service(ShopWorld.cluster("push-to-external-registry", EXTERNAL))) {
            Release first = release(konflux, snapshot);
            Release again = release(konflux, snapshot);

            assertThat(konflux, first).isFailed("Release processing failed on managed pipelineRun");
            assertThat(konflux, again).isReleased();
        }
    }
}
