package dev.konflux.release.testkit.pipelines;

import dev.konflux.release.model.EnterpriseContractPolicy;
import dev.konflux.release.model.Pipeline;
import dev.konflux.release.model.PipelineReference;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.ReleasePlanAdmission;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.JsonReader;
import dev.konflux.release.testkit.surroundings.SampleImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** A shop that is released with an advisory, and the world around it. */
final class ShopWorld {

    private ShopWorld() {}

    /** Plan, admission, policy and the config map with the signing key. */
    static Resources cluster() {
        try {
            String text = com.google.common.io.Resources.toString(
                    com.google.common.io.Resources.getResource(ShopWorld.class, "shop.yaml"), StandardCharsets.UTF_8);
            return Resources.parse(text, "shop.yaml");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same, released by another pipeline with other data. */
    static Resources cluster(String pipeline, String data) {
        ReleasePlanAdmission admission = cluster().all(ReleasePlanAdmission.class).get(0).toBuilder()
                .pipeline(Pipeline.of(PipelineReference.git(
                                "https://example.com/catalog.git",
                                "production",
                                "pipelines/managed/" + pipeline + "/" + pipeline + ".yaml"))
                        .withServiceAccountName("robot"))
                .data(json(data))
                .build();
        ReleasePlan plan = cluster().all(ReleasePlan.class).get(0).toBuilder()
                .data(DataObject.empty())
                .build();
        return Resources.of(
                plan, admission, cluster().all(EnterpriseContractPolicy.class).get(0));
    }

    private static DataObject json(String text) {
        return JsonReader.create().read(text, "test").asObject().orElseThrow();
    }

    /** Everything outside that a good release looks at. */
    static WorldInMemory world() {
        WorldInMemory world = new WorldInMemory();
        world.catalog()
                .repository(
                        "registry.access.redhat.com",
                        "shop/web-rhel9",
                        DataObject.builder().put("publish_on_push", true).build());
        world.tracker().issue("SHOP-101", "The catalogue is slow");
        return world;
    }

    /** Pushes a build of the shop and says how its tests went. */
    static Snapshot build(WorldInMemory world, String version, String testResult) {
        return snapshot(version)
                .component("web", push(world, version, "v4.16", testResult))
                .build();
    }

    /** A Snapshot of the shop without components. */
    static Snapshot.Builder snapshot(String version) {
        return Snapshot.builder()
                .namespace("team")
                .name("shop-" + version.replace('.', '-'))
                .application("shop");
    }

    /** Pushes an image of the shop that is built upon a version of OpenShift. */
    static String push(WorldInMemory world, String version, String openShift, String testResult) {
        String image = world.registries()
                .push(
                        "quay.io/team/web:" + version,
                        SampleImage.named("web " + version)
                                .on("amd64", "arm64")
                                .label("name", "shop/web-rhel9")
                                .annotation(
                                        "org.opencontainers.image.base.name", "registry.example.com/opm:" + openShift)
                                .created(Instant.parse("2029-12-31T12:00:00Z")));
        world.attest(image, DataObject.of("attestations", attestations(testResult)));
        return image;
    }

    private static Data attestations(String testResult) {
        String output =
                "{\\\"result\\\":\\\"" + testResult + "\\\",\\\"successes\\\":1,\\\"failures\\\":0,\\\"warnings\\\":0}";
        return JsonReader.create().read("""
                [{"statement": {
                  "_type": "https://in-toto.io/Statement/v0.1",
                  "predicateType": "https://slsa.dev/provenance/v0.2",
                  "predicate": {
                    "buildType": "tekton.dev/v1/PipelineRun",
                    "buildConfig": {"tasks": [{
                      "name": "scan",
                      "ref": {"name": "scan", "kind": "Task"},
                      "results": [{"name": "TEST_OUTPUT", "type": "string", "value": "%s"}]}]}}}}]
                """.formatted(output), "attestations");
    }
}
