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
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherPipelinesTest {

    private static final String EXTERNAL = """
            {"mapping": {"components": [
              {"name": "web", "repositories": [{"url": "quay.io/shop/web", "tags": ["1.4"]}]}]}}""";

    private static final String PUBLIC = """
            {"mapping": {"registrySecret": "quay-token", "components": [
              {"name": "web", "public": true, "repositories": [{"url": "quay.io/shop/web", "tags": ["1.4"]}]}]}}""";

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
    void repositoryOfAPublicComponentIsOpenToEverybody() {
        Snapshot snapshot = ShopWorld.build(world, "1.4.0", "SUCCESS");
        try (FakeReleaseService konflux = service(ShopWorld.cluster("push-to-external-registry", PUBLIC))) {
            konflux.create(Secret.builder()
                    .namespace("managed")
                    .name("quay-token")
                    .value("token", "s3cr3t")
                    .build());
            Release done = release(konflux, snapshot);

            assertThat(konflux, done).isReleased();
            assertThat(world.registries().isPublic("quay.io/shop/web")).isTrue();
            assertThat(konflux.timeline(done).toHtml())
                    .contains("quay.io/shop/web is public")
                    .doesNotContain("s3cr3t");
        }
    }

    @Test
    void repositoryOfAnyOtherComponentStaysAsItIs() {
        Snapshot snapshot = ShopWorld.build(world, "1.4.0", "SUCCESS");
        try (FakeReleaseService konflux = service(ShopWorld.cluster("push-to-external-registry", EXTERNAL))) {
            Release done = release(konflux, snapshot);

            assertThat(world.registries().isPublic("quay.io/shop/web")).isFalse();
            assertThat(tasks(konflux, done))
                    .contains("collect-registry-token-secret")
                    .doesNotContain("make-repo-public");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"registrySecret\": \"quay-token\", | "
                        + "there is no Secret quay-token with the key token in namespace managed",
                "'' | repositories are to be public, but mapping.registrySecret is missing in the release data"
            })
    void repositoryIsNotMadePublicWithoutAToken(String secret, String problem) {
        String data = PUBLIC.replace("\"registrySecret\": \"quay-token\",", secret);
        Snapshot snapshot = ShopWorld.build(world, "1.4.0", "SUCCESS");
        try (FakeReleaseService konflux = service(ShopWorld.cluster("push-to-external-registry", data))) {
            assertThat(konflux.timeline(release(konflux, snapshot)).toText()).contains(problem);
            assertThat(world.registries().isPublic("quay.io/shop/web")).isFalse();
        }
    }

    @Test
    void tokenIsGoodForOneRegistryOnly() {
        String data = PUBLIC.replace("[{\"url\"", "[{\"url\": \"quay.example.com/web\", \"tags\": [\"1\"]}, {\"url\"");
        Snapshot snapshot = ShopWorld.build(world, "1.4.0", "SUCCESS");
        try (FakeReleaseService konflux = service(ShopWorld.cluster("push-to-external-registry", data))) {
            konflux.create(Secret.builder()
                    .namespace("managed")
                    .name("quay-token")
                    .value("token", "s3cr3t")
                    .build());
            assertThat(konflux.timeline(release(konflux, snapshot)).toText())
                    .contains("there are repositories of quay.example.com and of quay.io, "
                            + "but mapping.registrySecret has the token of one registry only");
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
