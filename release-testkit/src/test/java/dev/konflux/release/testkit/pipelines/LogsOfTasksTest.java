package dev.konflux.release.testkit.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.ConfigMap;
import dev.konflux.release.model.Release;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.ReleasePlanAdmission;
import dev.konflux.release.model.Secret;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.testkit.FakeReleaseService;
import dev.konflux.release.testkit.TaskStory;
import dev.konflux.release.testkit.store.MergePatch;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every task leaves a log, whatever it found to do. */
class LogsOfTasksTest {

    private final WorldInMemory world = ShopWorld.world();

    private List<TaskStory> tasks(String pipeline, String data) {
        Snapshot snapshot = ShopWorld.build(world, "1.4.0", "SUCCESS");
        world.optIn(snapshot.components().get(0).containerImage());
        try (FakeReleaseService konflux = FakeReleaseService.builder()
                .runner(BuiltInPipelines.in(world))
                .start(ShopWorld.cluster(pipeline, data))) {
            for (String name : List.of("quay-token", "cosign-key")) {
                konflux.create(Secret.builder()
                        .namespace("managed")
                        .name(name)
                        .value("token", "s3cret")
                        .build());
            }
            konflux.create(ShopWorld.cluster().all(ConfigMap.class).get(0));
            ReleasePlan plan = konflux.resources().all(ReleasePlan.class).get(0);
            Release done = konflux.release(snapshot, plan).await();
            assertThat(done.isReleased()).as(konflux.timeline(done).toText()).isTrue();
            return konflux.timeline(done).runs().get(0).tasks();
        }
    }

    private static void assertThatAllTell(List<TaskStory> tasks) {
        assertThat(tasks)
                .isNotEmpty()
                .allSatisfy(task -> assertThat(task.log())
                        .as(task.name())
                        .isNotEmpty()
                        .noneMatch(String::isBlank)
                        .noneMatch(line -> line.contains("s3cret")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rh-advisories", "rh-push-to-registry-redhat-io"})
    void ofPipelinesForCustomers(String pipeline) {
        ReleasePlan plan = ShopWorld.cluster().all(ReleasePlan.class).get(0);
        ReleasePlanAdmission admission =
                ShopWorld.cluster().all(ReleasePlanAdmission.class).get(0);
        String data = MergePatch.apply(plan.data(), admission.data())
                .withPath(Data.of("cosign-key"), "sign", "cosignSecretName")
                .toString();

        assertThatAllTell(tasks(pipeline, data));
    }

    @Test
    void ofThePipelineForOtherRegistries() {
        assertThatAllTell(tasks("push-to-external-registry", """
                {"mapping": {"registrySecret": "quay-token", "components": [
                  {"name": "web", "public": true, "repositories": [{"url": "quay.io/shop/web", "tags": ["1.4"]}]}]},
                 "atlas": {"server": "stage"}}"""));
    }

    @Test
    void ofThePipelineForIndexImages() {
        assertThatAllTell(tasks("fbc-release", """
                {"fbc": {"fromIndex": "registry.example.com/index:{{ OCP_VERSION }}",
                         "targetIndex": "quay.io/shop/index:{{ OCP_VERSION }}",
                         "publishingCredentials": "index-token", "allowedPackages": ["shop"]},
                 "sign": {"configMapName": "signing-config", "cosignSecretName": "cosign-key"}}"""));
    }
}
