package dev.konflux.release.notes.advisory;

import static dev.konflux.release.notes.advisory.AdvisoriesInMemory.advisory;
import static dev.konflux.release.notes.content.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.releasedata.Located;
import dev.konflux.release.notes.advisory.AdvisoryOutcome.AlreadyPublished;
import dev.konflux.release.notes.advisory.AdvisoryOutcome.Created;
import dev.konflux.release.notes.content.ContentType;
import java.math.BigInteger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdvisoryCreationTest {

    private static final String A = "{'containerImage': 'r/a@sha256:1', 'repository': 'r/a', 'tags': ['t']}";
    private static final String B = "{'containerImage': 'r/b@sha256:2', 'repository': 'r/b', 'tags': ['t']}";
    private static final DataObject NOTES = json("{'type': 'RHBA', 'content': {'images': [" + A + ", " + B + "]}}");
    private static final DataObject SIGNING = json("{'SIG_KEY_NAME': 'key1'}");

    @Test
    void newContentBecomesANewAdvisory() {
        Created created = (Created) outcome(NOTES, List.of());

        assertThat(created.name()).isEqualTo("2026:0042");
        assertThat(created.isPartial()).isFalse();
        assertThat(created.link().url()).isEqualTo("https://access.redhat.com/errata/RHBA-2026:0042");
        assertThat(created.link().internalUrl())
                .isEqualTo("https://gitlab.example.com/releng/advisories/-/raw/main/" + created.path());
    }

    @Test
    void onlyWhatIsNewIsPublishedAndSigned() {
        Created created = (Created) outcome(NOTES, List.of(advisory("0001", "RHSA", "[" + A + "]")));

        assertThat(created.published()).containsExactly(json(A));
        assertThat(created.notes().items("content", "images"))
                .containsExactly(json(B).with("signingKey", Data.of("key1")));
    }

    @Test
    void whenNothingIsNewTheNewestAdvisoryWithAPartStandsForTheRelease() {
        AdvisoryOutcome outcome = outcome(
                NOTES,
                List.of(
                        advisory("0003", "RHEA", "[]"),
                        advisory("0002", "RHBA", "[" + B + "]"),
                        advisory("0001", "RHSA", "[" + A + "]")));

        assertThat(outcome).isInstanceOf(AlreadyPublished.class);
        assertThat(outcome.link().url()).isEqualTo("https://access.redhat.com/errata/RHBA-2026:0002");
    }

    @Test
    void aNumberIsUsedOnce() {
        DataObject asking = NOTES.with("live_id", Data.of(7));

        assertThatThrownBy(() -> outcome(asking, List.of(advisory("0007", "RHBA", "[]"))))
                .hasMessage("An advisory with number 0007 already exists");
    }

    @Test
    void aSecurityAdvisoryMustFixSomething() {
        Located notes = Located.root(NOTES.with("type", Data.of("RHSA")));

        assertThatThrownBy(() -> AdvisoryRequest.prepared(notes, ContentType.IMAGE))
                .hasMessageContaining("no fixed CVEs were listed");
    }

    @Test
    void repositoriesTellTheEnvironment() {
        assertThat(environment("quay.io/redhat-pending/p----r")).isEqualTo(ReleaseEnvironment.STAGE);
        assertThat(environment("quay.io/redhat-prod/p----r")).isEqualTo(ReleaseEnvironment.PRODUCTION);
        assertThatThrownBy(() -> environment("quay.io/team/r"))
                .hasMessageContaining("either redhat-pending or redhat-prod");
    }

    private static ReleaseEnvironment environment(String url) {
        return ReleaseEnvironment.ofRepositories(
                Located.root(json("{'components': [{'repositories': [{'url': '" + url + "'}]}]}")));
    }

    private static AdvisoryOutcome outcome(DataObject notes, List<PublishedAdvisory> earlier) {
        return new AdvisoryCreation(
                        new AdvisoriesInMemory(earlier),
                        () -> BigInteger.valueOf(42),
                        InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z")))
                .outcome(new AdvisoryRequest("tenant", "group", ContentType.IMAGE, notes, "cm"), SIGNING);
    }
}
