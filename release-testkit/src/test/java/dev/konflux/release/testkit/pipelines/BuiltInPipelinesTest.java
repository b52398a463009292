package dev.konflux.release.testkit.pipelines;

import static dev.konflux.release.testkit.ReleaseAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.Release;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.testkit.FakeReleaseService;
import dev.konflux.release.testkit.RunStory;
import dev.konflux.release.testkit.TaskResult;
import dev.konflux.release.testkit.TaskStory;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuiltInPipelinesTest {

    private final WorldInMemory world = ShopWorld.world();
    private final BuiltInPipelines pipelines = BuiltInPipelines.in(world);
    private final FakeReleaseService konflux =
            FakeReleaseService.builder().runner(pipelines).start(ShopWorld.cluster());

    private Release release(Snapshot snapshot) {
        ReleasePlan plan = konflux.resources().all(ReleasePlan.class).get(0);
        return konflux.release(snapshot, plan).await();
    }

    private TaskStory task(Release release, String name) {
        List<RunStory> runs = konflux.timeline(release).runs();
        return runs.get(runs.size() - 1).tasks().stream()
                .filter(task -> task.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("task " + name + " did not run"));
    }

    @Test
    void goodReleaseIsPushedSignedCataloguedAndAdvertised() {
        Release done = release(ShopWorld.build(world, "1.4.0", "SUCCESS"));

        assertThat(konflux, done).isReleased();
        assertThat(world.findDigest("quay.io/redhat-prod/shop----web-rhel9:1.4"))
                .isPresent();
        assertThat(world.signatures().all())
                .anyMatch(signature -> signature.reference().equals("registry.redhat.io/shop/web-rhel9:1.4")
                        && signature.key().equals("signing-config"));
        assertThat(world.catalog().images()).hasSize(2);
        assertThat(world.advisories().paths()).containsExactly("data/advisories/team/2030/1001/advisory.yaml");
        assertThat(world.tracker().status("SHOP-101")).isEqualTo("Closed");
        assertThat(done.artifacts().findText("advisory", "url"))
                .contains("https://access.redhat.com/errata/RHBA-2030:1001");
    }

    @Test
    void productGetsAnSbomOfWhatWasReleased() {
        release(ShopWorld.build(world, "1.4.0", "SUCCESS"));

        Data sbom = world.storedSboms().get("Shop 1.4.0");
        assertThat(sbom.items("packages"))
                .extracting(entry -> entry.findText("SPDXID").orElse(""))
                .containsExactly("SPDXRef-product", "SPDXRef-component-web");
        assertThat(sbom.items("packages").get(0).items("externalRefs"))
                .extracting(reference -> reference.findText("referenceLocator").orElse(""))
                .containsExactly("cpe:/a:example:shop:1.4::el9");
        assertThat(sbom.items("packages").get(1).items("externalRefs"))
                .extracting(reference -> reference.findText("referenceLocator").orElse(""))
                .contains("pkg:oci/web-rhel9@"
                        + world.findDigest("quay.io/team/web:1.4.0").orElseThrow()
                        + "?repository_url=registry.redhat.io/shop/web-rhel9&tag=1.4");
        assertThat(sbom.items("relationships"))
                .extracting(relationship ->
                        relationship.findText("relationshipType").orElse(""))
                .containsExactly("DESCRIBES", "PACKAGE_OF");
    }

    @Test
    void violatedPolicyStopsBeforeAnythingIsSignedOrPushed() {
        Release failed = release(ShopWorld.build(world, "1.4.0", "FAILURE"));

        assertThat(konflux, failed).isFailed("Release processing failed on managed pipelineRun");
        assertThat(task(failed, "verify-conforma").message()).isEqualTo("the policy is violated once");
        assertThat(task(failed, "verify-conforma").log())
                .anyMatch(line -> line.contains("violation test.no_failed_tests"));
        assertThat(world.signatures().all()).isEmpty();
        assertThat(world.findDigest("quay.io/redhat-prod/shop----web-rhel9:1.4"))
                .isEmpty();
    }

    @Test
    void sameImagesAgainMakeNoSecondAdvisory() {
        Snapshot snapshot = ShopWorld.build(world, "1.4.0", "SUCCESS");
        release(snapshot);

        Release again = release(snapshot);

        assertThat(konflux, again).isReleased();
        assertThat(world.advisories().paths()).hasSize(1);
        assertThat(again.artifacts().findText("advisory", "url"))
                .contains("https://access.redhat.com/errata/RHBA-2030:1001");
        assertThat(task(again, "filter-already-released-advisory-images").log())
                .contains("nothing to release: https://access.redhat.com/errata/RHBA-2030:1001 has everything");
    }

    @Test
    void taskThatATestLetsFailStopsTheTasksBehindIt() {
        pipelines.nextTask(TaskResult.failure("push-snapshot", "no space left"));

        Release failed = release(ShopWorld.build(world, "1.4.0", "SUCCESS"));

        assertThat(konflux, failed).isFailed("Release processing failed on managed pipelineRun");
        assertThat(world.signatures().all()).isNotEmpty();
        assertThat(world.advisories().paths()).isEmpty();
        assertThat(konflux.timeline(failed).toText()).contains("push-snapshot Failed: no space left");
    }

    @Test
    void unknownPipelineIsToldWithThoseThereAre() {
        assertThat(pipelines.names())
                .containsExactly(
                        "fbc-release",
                        "push-snapshot",
                        "push-to-external-registry",
                        "rh-advisories",
                        "rh-push-to-registry-redhat-io",
                        "run-collectors");
    }
}
