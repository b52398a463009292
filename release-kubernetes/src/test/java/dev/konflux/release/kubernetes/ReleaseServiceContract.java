package dev.konflux.release.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.Release;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.ReleasePlanAdmission;
import dev.konflux.release.model.ReleaseService;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.datakeys.RequiredSystems;
import dev.konflux.release.model.explain.Explain;
import dev.konflux.release.model.lint.Lint;
import dev.konflux.release.model.mapping.ImagePlatform;
import dev.konflux.release.model.releasedata.ReleaseData;
import dev.konflux.release.model.text.JsonReader;
import dev.konflux.release.notes.preview.AdvisoryPreview;
import dev.konflux.release.notes.preview.AdvisorySurroundings;
import dev.konflux.release.testkit.FakeReleaseService;
import dev.konflux.release.testkit.surroundings.AdvisoriesInMemory;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every Release Service answers, wherever it runs. */
abstract class ReleaseServiceContract {

    private static final ReleasePlan PLAN = ReleasePlan.builder()
            .namespace("shop")
            .name("plan")
            .application("shop")
            .target("managed")
            .build();

    private static final String DIGEST = "sha256:" + "a".repeat(64);
    private static final String MAPPED = """
            {"componentGroup": "shop", "components": [{"name": "web", "containerImage": "quay.io/shop/web@DIGEST", "repositories": [
              {"url": "quay.io/redhat-prod/shop----web", "rh-registry-repo": "registry.redhat.io/shop/web", "tags": ["1"]}]}]}""".replace("DIGEST", DIGEST);

    final FakeReleaseService konflux = FakeReleaseService.start(PLAN);

    abstract ReleaseService service();

    @AfterEach
    void close() {
        konflux.close();
    }

    @Test
    void findsWhatIsThereAndNothingElse() {
        assertThat(service().find(PLAN).orElseThrow().application()).isEqualTo("shop");
        assertThat(service()
                        .find(ReleasePlan.builder()
                                .namespace("shop")
                                .name("other")
                                .application("shop")
                                .target("managed")
                                .build()))
                .isEmpty();
    }

    @Test
    void listsAllNamespacesOrOne() {
        assertThat(service().resources().all(ReleasePlan.class)).hasSize(1);
        assertThat(service().resources("shop").all(ReleasePlan.class)).hasSize(1);
        assertThat(service().resources("managed").all(ReleasePlan.class)).isEmpty();
    }

    @Test
    void explainsAndLintsTheSame() {
        Release release = Release.builder()
                .namespace("shop")
                .name("release")
                .snapshot("missing")
                .releasePlan("plan")
                .build();
        Resources direct = konflux.resources();

        assertThat(Explain.in(service().resources()).release(release).toString())
                .isEqualTo(Explain.in(direct).release(release).toString());
        assertThat(findings(service().resources())).isEqualTo(findings(direct));
    }

    @Test
    void previewsTheSameAdvisory() {
        Release release = Release.builder()
                .namespace("shop")
                .name("release")
                .snapshot("build")
                .releasePlan("plan")
                .data(json("{\"releaseNotes\": {\"type\": \"RHBA\", \"synopsis\": \"Shop 1.5\"}}"))
                .build();
        ReleasePlanAdmission admission = ReleasePlanAdmission.builder()
                .namespace("managed")
                .name("admission")
                .applications("shop")
                .origin("shop")
                .policy("strict")
                .data(json("{\"sign\": {\"configMapName\": \"keys\"}}"))
                .build();
        konflux.create(release);
        konflux.create(admission);

        AdvisoryPreview preview = preview(
                service().find(release).orElseThrow(),
                service().find(PLAN).orElseThrow(),
                service().find(admission).orElseThrow());

        assertThat(preview.verdict()).as(preview.findings().toString()).isEqualTo(AdvisoryPreview.Verdict.NEW);
        assertThat(preview.yaml().orElseThrow()).contains("Shop 1.5");
        assertThat(preview.yaml()).isEqualTo(preview(release, PLAN, admission).yaml());
    }

    private static AdvisoryPreview preview(Release release, ReleasePlan plan, ReleasePlanAdmission admission) {
        return AdvisoryPreview.of(
                ReleaseData.merge(release, plan, admission),
                json(MAPPED),
                "shop",
                AdvisorySurroundings.of(
                                image -> List.of(new ImagePlatform("linux", "amd64", DIGEST)),
                                new AdvisoriesInMemory(),
                                InstantSource.fixed(Instant.parse("2026-08-20T12:00:00Z")))
                        .signing(DataObject.of("SIG_KEY_NAME", Data.of("key")))
                        .writer((notes, name, shipDate) ->
                                name + " " + notes.findText("synopsis").orElse("") + " " + shipDate)
                        .systems(RequiredSystems.none())
                        .build());
    }

    private static DataObject json(String text) {
        return JsonReader.create().read(text, "").asObject().orElseThrow();
    }

    private static String findings(Resources resources) {
        return Lint.standard().check(resources).toString();
    }
}
