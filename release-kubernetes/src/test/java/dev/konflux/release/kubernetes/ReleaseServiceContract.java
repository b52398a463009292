package dev.konflux.release.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.Release;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.ReleaseService;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.explain.Explain;
import dev.konflux.release.model.lint.Lint;
import dev.konflux.release.testkit.FakeReleaseService;
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

    private static String findings(Resources resources) {
        return Lint.standard().check(resources).toString();
    }
}
