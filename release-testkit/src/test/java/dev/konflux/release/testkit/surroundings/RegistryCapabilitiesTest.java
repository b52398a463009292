package dev.konflux.release.testkit.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.registry.ImageManifest;
import dev.konflux.release.model.registry.ImageReference;
import dev.konflux.release.policy.Capabilities;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistryCapabilitiesTest {

    private final ImagesInMemory images = new ImagesInMemory();
    private final Capabilities capabilities = images.capabilities();

    @Test
    void rulesReadTheManifestOfAnImage() {
        String web = images.push("quay.io/shop/web:1", SampleImage.named("web").annotation("team", "shop"));
        assertThat(capabilities.imageManifest(web).flatMap(manifest -> manifest.findText("annotations", "team")))
                .contains("shop");
        assertThat(capabilities.imageIndex(web)).isEmpty();
        assertThat(capabilities.descriptor(web).flatMap(descriptor -> descriptor.findText("digest")))
                .contains(ImageReference.parse(web).digest());
    }

    @Test
    void anIndexIsReadAsItsImageForAmd64() {
        String web = images.push("quay.io/shop/web:1", SampleImage.named("web").on("arm64", "amd64"));
        Data index = capabilities.imageIndex(web).orElseThrow();
        String amd64 = index.find("manifests")
                .orElseThrow()
                .items()
                .get(1)
                .findText("digest")
                .orElseThrow();
        assertThat(capabilities.imageManifest(web))
                .isPresent()
                .isEqualTo(capabilities.imageManifest("quay.io/shop/web@" + amd64));
    }

    @Test
    void whatWasNotPushedHasNoAnswer() {
        String web = images.push("quay.io/shop/web:1", SampleImage.named("web"));
        assertThat(capabilities.imageManifest("quay.io/shop/web:2")).isEmpty();
        assertThat(capabilities.imageManifests(List.of(web))).isPresent();
        assertThat(capabilities.imageManifests(List.of(web, "quay.io/shop/web:2")))
                .isEmpty();
        assertThat(capabilities.blob("no reference at all")).isEmpty();
        assertThat(capabilities.verifyImage("quay.io/shop/web:2", DataObject.empty()))
                .isEmpty();
        assertThat(capabilities.imageFiles("quay.io/shop/web:2", List.of("manifests")))
                .isEmpty();
    }

    @Test
    void whatRefersToAnImageIsFoundByItsDigest() {
        ImageReference web = ImageReference.parse(images.push("quay.io/shop/web:1", SampleImage.named("web")));
        DataObject sbom = DataObject.of(
                "artifactType",
                Data.of("application/spdx+json"),
                "subject",
                DataObject.of("digest", Data.of(web.digest())));
        ImageManifest manifest = ImageManifest.of(
                "application/vnd.oci.image.manifest.v1+json", sbom.toString().getBytes(StandardCharsets.UTF_8));
        images.putManifest(web, manifest);
        assertThat(capabilities.imageReferrers(web.toString()).orElseThrow().items())
                .extracting(referrer -> referrer.findText("ref").orElseThrow())
                .containsExactly("quay.io/shop/web@" + manifest.digest());
        assertThat(capabilities.imageReferrers(web.toString()).orElseThrow().items())
                .extracting(referrer -> referrer.findText("artifactType").orElseThrow())
                .containsExactly("application/spdx+json");
    }

    @Test
    void artifactsTaggedWithTheDigestAreListed() {
        ImageReference web = ImageReference.parse(images.push("quay.io/shop/web:1", SampleImage.named("web")));
        String tag = web.digest().replace(':', '-') + ".sbom";
        images.push("quay.io/shop/web:" + tag, SampleImage.named("sbom"));
        assertThat(capabilities.imageTagReferences(web.toString()).orElseThrow().items())
                .containsExactly(Data.of("quay.io/shop/web:" + tag));
    }

    @Test
    void filesOfAnImageAreFoundBelowTheirFolder() {
        String bundle = images.push("quay.io/shop/bundle:1", SampleImage.named("bundle"));
        assertThat(capabilities.imageFiles(bundle, List.of("manifests"))).contains(DataObject.empty());
        images.putFiles(
                "quay.io/shop/bundle:1",
                DataObject.of("manifests/csv.yaml", DataObject.of("kind", Data.of("Operator")), "other", Data.of(1)));
        assertThat(capabilities.imageFiles(bundle, List.of("manifests")))
                .contains(DataObject.of("manifests/csv.yaml", DataObject.of("kind", Data.of("Operator"))));
        assertThat(capabilities.blobFiles(bundle, List.of("other"))).contains(DataObject.of("other", Data.of(1)));
    }

    @Test
    void anImageIsSignedOnceItIsSaidToBe() {
        String web = images.push("quay.io/shop/web:1", SampleImage.named("web"));
        assertThat(capabilities
                        .verifyImage(web, DataObject.empty())
                        .orElseThrow()
                        .find("errors"))
                .contains(DataArray.of(Data.of("no signatures found")));
        images.sign("quay.io/shop/web:1");
        assertThat(capabilities
                        .verifyImage(web, DataObject.empty())
                        .orElseThrow()
                        .find("success"))
                .contains(Data.of(true));
    }

    @Test
    void attestationsAreHandedOutWithTheirCheck() {
        String web = images.push("quay.io/shop/web:1", SampleImage.named("web"));
        assertThat(capabilities
                        .verifyAttestation(web, DataObject.empty())
                        .orElseThrow()
                        .find("success"))
                .contains(Data.of(false));
        DataObject statement = DataObject.of("predicateType", Data.of("https://slsa.dev/provenance/v1"));
        images.attest(web, statement);
        Data checked = capabilities.verifyAttestation(web, DataObject.empty()).orElseThrow();
        assertThat(checked.find("success")).contains(Data.of(true));
        assertThat(checked.items("attestations"))
                .extracting(attestation -> attestation.find("statement").orElseThrow())
                .containsExactly(statement);
    }

    @Test
    void blobsAreReadAsText() {
        ImageReference web = ImageReference.parse("quay.io/shop/web:1");
        byte[] text = "{}".getBytes(StandardCharsets.UTF_8);
        images.putBlob(web, text);
        assertThat(capabilities.blob("quay.io/shop/web@" + ImageManifest.digestOf(text)))
                .contains(Data.of("{}"));
    }
}
