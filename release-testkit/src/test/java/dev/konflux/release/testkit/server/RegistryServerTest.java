package dev.konflux.release.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.http.HttpAccess;
import dev.konflux.release.model.http.ServerException;
import dev.konflux.release.model.mapping.ImagePlatform;
import dev.konflux.release.model.mapping.ImageRegistry;
import dev.konflux.release.model.registry.HttpRegistry;
import dev.konflux.release.model.registry.ImageReference;
import dev.konflux.release.model.registry.RegistryImages;
import dev.konflux.release.model.registry.RegistryLogins;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import dev.konflux.release.testkit.surroundings.ImagesInMemory;
import dev.konflux.release.testkit.surroundings.SampleImage;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RegistryServerTest {

    private static final SampleImage WEB = SampleImage.named("web 1.4.0")
            .on("amd64", "arm64")
            .label("version", "1.4.0")
            .annotation("org.opencontainers.image.version", "1.4.0+7");

    private final ImagesInMemory images = new ImagesInMemory();
    private final RegistryServer quay = RegistryServer.start(images, "quay.io");
    private final HttpAccess http = HttpAccess.of(HttpClient.newHttpClient()).within(Duration.ofSeconds(20));

    @AfterEach
    void stop() {
        quay.close();
    }

    private ImageRegistry registry(RegistryLogins logins) {
        return new RegistryImages(new HttpRegistry(http, logins));
    }

    private ImageRegistry registry() {
        return registry(RegistryLogins.none());
    }

    /** The pull spec under which an image of quay.io is found on the loopback address. */
    private String here(String pullSpec) {
        return pullSpec.replace("quay.io", quay.host());
    }

    @Test
    void anImageOverHttpIsTheImageInMemory() {
        String web = images.push("quay.io/shop/web:1.4.0", WEB);
        List<ImagePlatform> platforms = registry().platforms(here(web));

        assertThat(platforms).extracting(ImagePlatform::architecture).containsExactly("amd64", "arm64");
        assertThat(platforms).isEqualTo(images.registry().platforms(web));
        assertThat(registry().inspect(here(web), platforms.get(1)).without("Name"))
                .isEqualTo(images.registry().inspect(web, platforms.get(1)).without("Name"));
        assertThat(registry().inspect(here(web), platforms.get(1)).findText("Labels", "version"))
                .contains("1.4.0");
    }

    @Test
    void aSingleImageTellsItsPlatformByItsConfiguration() {
        String api = images.push("quay.io/shop/api:1", SampleImage.named("api").on("s390x"));

        assertThat(registry().platforms(here(api)))
                .containsExactly(new ImagePlatform("linux", "s390x", api.substring(api.indexOf("sha256"))));
    }

    @Test
    void aHelmChartCountsAsAnImageForAmd64() {
        SampleImage chart = SampleImage.named("chart").configType("application/vnd.cncf.helm.config.v1+json");
        String pushed = images.push("quay.io/shop/chart:1", chart.on("unknown"));

        assertThat(registry().platforms(here(pushed)))
                .extracting(ImagePlatform::architecture)
                .containsExactly("amd64");
    }

    @Test
    void tagsComePageByPage() {
        String web = images.push("quay.io/shop/web:v1-0", WEB);
        IntStream.range(1, 2500).forEach(i -> images.copy(web, "quay.io/shop/web:v1-" + i));

        assertThat(registry().tags(here("quay.io/shop/web"))).hasSize(2500).contains("v1-0", "v1-2499");
        assertThat(quay.requests()).hasSize(3);
    }

    @Test
    void aRepositoryThatDoesNotExistHasNoTags() {
        assertThat(registry().tags(here("quay.io/shop/none"))).isEmpty();
    }

    @Test
    void whatTheServerCannotDoIsRefused() throws Exception {
        images.push("quay.io/shop/web:1", WEB);
        HttpRequest delete = HttpRequest.newBuilder(quay.uri().resolve("/v2/shop/web/manifests/1"))
                .DELETE()
                .build();

        assertThat(HttpClient.newHttpClient()
                        .send(delete, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(405);
        assertThat(images.registry().tags("quay.io/shop/web")).containsExactly("1");
    }

    @Test
    void anUnknownImageIsNamed() {
        assertThatThrownBy(() -> registry().platforms(here("quay.io/shop/web:2")))
                .isInstanceOf(ReleaseDataException.class)
                .hasMessage("the registry has no image " + here("quay.io/shop/web:2"));
    }

    @Test
    void aTokenIsFetchedOnceForARepositoryAndNotRecorded() {
        String web = images.push("quay.io/shop/web:1", WEB);
        quay.requireLogin("robot", "s3cret");
        ImageRegistry registry = registry(RegistryLogins.none().with(quay.host() + "/shop", "robot", "s3cret"));

        List<ImagePlatform> platforms = registry.platforms(here(web));
        DataObject inspected = registry.inspect(here(web), platforms.get(0));

        assertThat(inspected.findText("Architecture")).contains("amd64");
        assertThat(quay.requests())
                .extracting(RecordedRequest::path)
                .filteredOn("/token"::equals)
                .hasSize(1);
        assertThat(quay.requests().toString()).doesNotContain("s3cret").doesNotContain("pull-and-push");
    }

    @Test
    void wrongCredentialsAreRefusedWithoutShowingThem() {
        String web = images.push("quay.io/shop/web:1", WEB);
        quay.requireLogin("robot", "s3cret");
        ImageRegistry registry = registry(RegistryLogins.none().with(quay.host(), "robot", "wr0ng"));

        assertThatThrownBy(() -> registry.manifest(here(web)))
                .isInstanceOfSatisfying(
                        ServerException.class, e -> assertThat(e.status()).isEqualTo(401))
                .hasMessageNotContaining("wr0ng");
    }

    @Test
    void aServerThatFailsCutsOrLingersIsAnErrorAndRecoversAfterwards() throws InterruptedException {
        String web = images.push("quay.io/shop/web:1", WEB);
        Gate gate = new Gate();
        ImageRegistry impatient =
                new RegistryImages(new HttpRegistry(http.within(Duration.ofMillis(300)), RegistryLogins.none()));

        quay.suffer(ServerFault.status(503).onPath("/manifests/"));
        assertThatThrownBy(() -> registry().manifest(here(web))).hasMessageEndingWith("answered 503");
        quay.suffer(ServerFault.cutAfter(10).onPath("/manifests/").times(10));
        assertThatThrownBy(() -> registry().manifest(here(web))).hasMessageContaining("no answer");
        quay.recover();
        quay.suffer(ServerFault.heldBy(gate).onPath("/manifests/"));
        assertThatThrownBy(() -> impatient.manifest(here(web))).hasMessageEndingWith("no answer within 300 ms");
        gate.awaitAnswer();
        gate.open();
        assertThat(registry().manifest(here(web)).items("manifests")).hasSize(2);
    }

    @Test
    void contentThatIsNotTheOneAskedForIsRefused() {
        String api = images.push("quay.io/shop/api:1", SampleImage.named("api"));
        ImageReference web = ImageReference.parse(here(images.push("quay.io/shop/web:1", WEB)));
        try (SwappingServer liar = SwappingServer.start(
                images.findManifest(ImageReference.parse(api)).orElseThrow())) {
            ImageReference asked = new ImageReference(liar.host(), "shop/web", "", web.digest());

            assertThatThrownBy(() -> new HttpRegistry(http, RegistryLogins.none()).findManifest(asked))
                    .isInstanceOf(ServerException.class)
                    .hasMessageContaining("the content is not the one asked for");
        }
    }
}
