package dev.konflux.release.testkit.pipelines;

import static dev.konflux.release.testkit.ReleaseAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.Release;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.Secret;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.FakeReleaseService;
import dev.konflux.release.testkit.TaskStory;
import dev.konflux.release.testkit.surroundings.SignaturesInMemory.Signature;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndexPipelineTest {

    private static final String INDEX = """
            {"fbc": {"fromIndex": "registry.example.com/index:{{ OCP_VERSION }}",
                     "targetIndex": "quay.io/shop/index:{{OCP_VERSION}}",
                     "publishingCredentials": "index-token", "allowedPackages": ["shop"]},
             "sign": {"configMapName": "signing-config"}}""";

    private final WorldInMemory world = ShopWorld.world();

    private FakeReleaseService service(String data) {
        return FakeReleaseService.builder()
                .runner(BuiltInPipelines.in(world))
                .start(ShopWorld.cluster("fbc-release", data));
    }

    private static Release release(FakeReleaseService konflux, Snapshot snapshot) {
        return konflux.release(
                        snapshot, konflux.resources().all(ReleasePlan.class).get(0))
                .await();
    }

    private Snapshot optedIn() {
        Snapshot snapshot = ShopWorld.build(world, "1.4.0", "SUCCESS");
        world.optIn(snapshot.components().get(0).containerImage());
        return snapshot;
    }

    private static String with(String member) {
        return INDEX.replace("\"fbc\": {", "\"fbc\": {" + member + ", ");
    }

    private static List<String> tasks(FakeReleaseService konflux, Release release) {
        return konflux.timeline(release).runs().get(0).tasks().stream()
                .map(TaskStory::name)
                .toList();
    }

    private List<String> tagsOfTheIndex() {
        return world.images().tags("quay.io/shop/index");
    }

    @Test
    void optedInFragmentEndsInAnIndexThatIsSignedPublishedAndCatalogued() {
        try (FakeReleaseService konflux = service(INDEX)) {
            Release done = release(konflux, optedIn());

            assertThat(konflux, done).isReleased();
            // built thirteen minutes after the run began
            assertThat(tagsOfTheIndex()).containsExactly("v4.16", "v4.16-1893456780");
            assertThat(world.signatures().all())
                    .extracting(Signature::reference)
                    .containsExactly("quay.io/shop/index:v4.16", "quay.io/shop/index:v4.16-1893456780");
            assertThat(world.catalog().images()).hasSize(2);
            assertThat(world.advisories().paths()).isEmpty();
        }
    }

    @Test
    void statusNamesTheIndexOfEachOpenShiftVersion() {
        Snapshot snapshot = ShopWorld.snapshot("1.4.0")
                .component("older", ShopWorld.push(world, "older", "v4.15", "SUCCESS"))
                .component("newer", ShopWorld.push(world, "newer", "v4.16", "SUCCESS"))
                .build();
        try (FakeReleaseService konflux = service(INDEX)) {
            Release done = release(konflux, snapshot);

            DataObject indexes = done.artifacts().findObject("index_image").orElseThrow();
            assertThat(indexes.names()).containsExactly("v4.15", "v4.16");
            assertThat(indexes.findText("v4.15", "index_image_resolved")).isPresent();
            assertThat(indexes.find("v4.15")).isNotEqualTo(indexes.find("v4.16"));
        }
    }

    @Test
    void indexOfAFragmentWithoutOptInIsBuiltButNotPublished() {
        try (FakeReleaseService konflux = service(INDEX)) {
            Release done = release(konflux, ShopWorld.build(world, "1.4.0", "SUCCESS"));

            assertThat(konflux, done).isReleased();
            assertThat(done.artifacts().findText("index_image", "v4.16", "index_image"))
                    .isPresent();
            assertThat(tagsOfTheIndex()).isEmpty();
            assertThat(world.signatures().all()).isEmpty();
            assertThat(world.catalog().images()).isEmpty();
        }
    }

    @Test
    void onlyANormalReleaseReplacesTheIndexItStartedFrom() {
        try (FakeReleaseService normal = service(INDEX);
                FakeReleaseService hotfix = service(with("\"hotfix\": true, \"issueId\": \"SHOP-101\""))) {
            release(hotfix, optedIn());
            assertThat(world.findDigest("registry.example.com/index:v4.16")).isEmpty();

            release(normal, optedIn());
            assertThat(world.findDigest("registry.example.com/index:v4.16"))
                    .isEqualTo(world.findDigest("quay.io/shop/index:v4.16"))
                    .isPresent();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"hotfix\": true, \"issueId\": \"(SHOP) 101!\" | v4.16-SHOP-101-1893456720",
                "\"preGA\": true, \"productName\": \"The Shop\", \"productVersion\": \"2\" | v4.16-The-Shop-2-1893456720",
                "\"hotfix\": true, \"issueId\": \"A-1\", \"timestampFormat\": \"%F\" | v4.16-A-1-2030-01-01"
            })
    void hotfixesAndEarlyReleasesGetATagOfTheirOwn(String mode, String tag) {
        try (FakeReleaseService konflux = service(with(mode))) {
            Release done = release(konflux, ShopWorld.build(world, "1.4.0", "SUCCESS"));

            assertThat(konflux, done).isReleased();
            assertThat(tagsOfTheIndex()).contains(tag).doesNotContain("v4.16");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"hotfix\": true | $.fbc: 'issueId' is a required property",
                "\"hotfix\": true, \"issueId\": \"main\" | fbc.issueId cannot be part of a tag: 'main'",
                "\"hotfix\": true, \"issueId\": \"A-1\", \"stagedIndex\": true | Multiple release modes cannot be active simultaneously"
            })
    void modeThatCannotBeCarriedOutIsRefused(String mode, String problem) {
        try (FakeReleaseService konflux = service(with(mode))) {
            Release failed = release(konflux, optedIn());

            assertThat(konflux.timeline(failed).toText()).contains(problem);
            assertThat(tagsOfTheIndex()).isEmpty();
        }
    }

    @Test
    void indexForAnotherVersionThanTheFragmentIsRefused() {
        try (FakeReleaseService konflux = service(INDEX.replace("{{OCP_VERSION}}", "v4.12"))) {
            assertThat(konflux.timeline(release(konflux, optedIn())).toText())
                    .contains("the fragment is for OpenShift v4.16, but the index is quay.io/shop/index:v4.12");
        }
    }

    @Test
    void fragmentWithAPackageThatIsNotAllowedIsRefused() {
        Snapshot snapshot = optedIn();
        String fragment = snapshot.components().get(0).containerImage();
        world.putPackages(fragment, "shop", "bank");
        try (FakeReleaseService konflux = service(INDEX)) {
            Release done = release(konflux, snapshot);

            assertThat(konflux.timeline(done).toText())
                    .contains("package 'bank' of " + fragment + " is not in allowedPackages, which has 'shop'");
            assertThat(tagsOfTheIndex()).isEmpty();
        }
    }

    @Test
    void fragmentThatTheIndexHasIsNotAddedAgain() {
        Snapshot snapshot = optedIn();
        try (FakeReleaseService konflux = service(INDEX)) {
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
        Snapshot snapshot = optedIn();
        try (FakeReleaseService konflux = service(data)) {
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
}
