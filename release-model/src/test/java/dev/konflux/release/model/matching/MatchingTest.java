package dev.konflux.release.model.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.ReleasePlanAdmission;
import dev.konflux.release.model.Resource;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatchingTest {

    private static final ReleasePlan PLAN = plan("rp").build();
    private static final ReleasePlanAdmission ADMISSION = admission("rpa").build();

    private static ReleasePlan.Builder plan(String name) {
        return ReleasePlan.builder()
                .namespace("dev")
                .name(name)
                .application("app")
                .target("managed");
    }

    private static ReleasePlanAdmission.Builder admission(String name) {
        return ReleasePlanAdmission.builder()
                .namespace("managed")
                .name(name)
                .origin("dev")
                .applications("app");
    }

    private static Match match(ReleasePlan plan, Resource... resources) {
        return Matching.in(List.of(resources)).of(plan);
    }

    @Test
    void aPlanMatchesTheOnlyAdmissionThatAcceptsItsApplicationFromItsNamespace() {
        assertThat(match(PLAN, ADMISSION)).isEqualTo(new Match.Matched(ADMISSION));
    }

    @Test
    void aPlanWithoutTargetLooksNowhere() {
        ReleasePlan plan = PLAN.toBuilder().unset("spec", "target").build();

        assertThat(match(plan, ADMISSION).message())
                .isEqualTo("releasePlan has no target, so no ReleasePlanAdmissions can be found");
    }

    @Test
    void withoutAnyAdmissionTheOperatorNamesWhereItLooked() {
        assertThat(match(PLAN).message())
                .isEqualTo("no ReleasePlanAdmission found in namespace (managed) with the origin (dev) for 'app'");
    }

    @Test
    void twoAcceptingAdmissionsAreAmbiguousThoughBothListThePlan() {
        ReleasePlanAdmission other = admission("other").blockReleases(true).build();
        Matching matching = Matching.in(List.of(PLAN, ADMISSION, other));

        assertThat(matching.of(PLAN))
                .asInstanceOf(type(Match.Ambiguous.class))
                .returns(List.of(other, ADMISSION), Match.Ambiguous::admissions)
                .returns(
                        "multiple ReleasePlanAdmissions found in namespace (managed) with the origin (dev) for 'app'",
                        Match::message);
        assertThat(matching.of(ADMISSION).plans()).containsExactly(PLAN);
        assertThat(matching.of(other).plans()).containsExactly(PLAN);
    }

    @Test
    void onlyTheExactTextTrueBlocks() {
        ReleasePlanAdmission blocked = admission("rpa").blockReleases(true).build();
        ReleasePlanAdmission loud = admission("rpa")
                .label("release.appstudio.openshift.io/block-releases", "TRUE")
                .build();

        assertThat(match(PLAN, blocked))
                .isEqualTo(new Match.Blocked(blocked))
                .returns("found ReleasePlanAdmission 'rpa' with block-releases label set to true", Match::message);
        assertThat(match(PLAN, loud)).isEqualTo(new Match.Matched(loud));
    }

    @Test
    void aPinBeatsAmbiguityAndTheAcceptedNamesButNotTheOrigin() {
        ReleasePlan pinned = plan("rp").releasePlanAdmission("rpa").build();
        ReleasePlanAdmission otherApplication =
                admission("rpa").applications("other").build();
        ReleasePlanAdmission otherOrigin = admission("rpa").origin("test").build();

        assertThat(match(pinned, ADMISSION, admission("second").build())).isEqualTo(new Match.Matched(ADMISSION));
        assertThat(match(pinned, otherApplication)).isEqualTo(new Match.Matched(otherApplication));
        assertThat(match(pinned, otherOrigin).message())
                .isEqualTo("releasePlan (rp) targets releasePlanAdmission (rpa) by label, but the Origin of the "
                        + "releasePlanAdmission (test) does not match the namespace of the releasePlan (dev)");
        assertThat(match(pinned).message()).isEqualTo("ReleasePlanAdmission.appstudio.redhat.com \"rpa\" not found");
    }

    @Test
    void aComponentGroupAndAnApplicationOfOneNameAreNotToldApart() {
        ReleasePlan group = ReleasePlan.builder()
                .namespace("dev")
                .name("g")
                .componentGroup("app")
                .target("managed")
                .build();

        assertThat(match(group, ADMISSION)).isEqualTo(new Match.Matched(ADMISSION));
    }

    @Test
    void anAdmissionNamedByAPlanForgetsThePlansThatNameNone() {
        ReleasePlan pinned = plan("a").releasePlanAdmission("rpa").build();
        ReleasePlan free = plan("b").build();
        ReleasePlan emptyPin = plan("c").releasePlanAdmission("").build();

        assertThat(Matching.in(List.of(free, pinned, emptyPin)).of(ADMISSION).plans())
                .containsExactly(pinned);
        assertThat(Matching.in(List.of(free, emptyPin)).of(ADMISSION).plans()).containsExactly(free);
    }

    @Test
    void anAdmissionThatDoesNotAcceptThePlanThatNamesItHasNoPlans() {
        ReleasePlan pinned =
                plan("a").releasePlanAdmission("rpa").application("other").build();

        assertThat(Matching.in(List.of(pinned, PLAN)).of(ADMISSION).plans()).isEmpty();
    }

    @Test
    void nearMissesNameTheFieldThatDiffers() {
        assertThat(match(PLAN, admission("rpa").origin("test").build()).explanation())
                .endsWith("managed/rpa nearly matches: its spec.origin is 'test', the plan is in namespace 'dev'");
        assertThat(match(PLAN, admission("rpa").namespace("stage").build()).explanation())
                .endsWith("stage/rpa nearly matches: it is in namespace 'stage', the plan targets 'managed'");
        assertThat(match(PLAN, admission("rpa").applications("apps").build()).explanation())
                .endsWith("managed/rpa nearly matches: the plan is for 'app', did you mean 'apps', "
                        + "which the admission accepts?");
    }
}
