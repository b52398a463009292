package dev.konflux.release.notes.severity;

import static dev.konflux.release.notes.content.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AdvisorySeverityTest {

    private static final DataObject IMAGE =
            json("{'repository': 'registry.redhat.io/p/a', 'cves': {'fixed': {'CVE-1': {}, 'CVE-2': {}}}}");

    @Property
    void theWorseOfTwoDoesNotDependOnTheirOrder(@ForAll Impact one, @ForAll Impact other) {
        assertThat(Impact.worse(one.name(), other.name())).isEqualTo(Impact.worse(other.name(), one.label()));
    }

    @Test
    void theWorstFlawDecides() {
        FlawDatabase database = cve -> flaw(cve.equals("CVE-1") ? "{'impact': 'LOW'}" : "{'impact': 'MODERATE'}");

        assertThat(AdvisorySeverity.of(List.of(IMAGE), database).label()).isEqualTo("Moderate");
    }

    @Test
    void theImpactOnTheImagesOwnRepositoryComesFirst() {
        Flaw flaw = new Flaw(json("""
                {'impact': 'LOW', 'affects': [
                  {'purl': 'not a package url', 'impact': 'CRITICAL'},
                  {'purl': 'pkg:oci/a?repository_url=registry.redhat.io%2Fp%2Fa', 'impact': 'IMPORTANT'}]}"""));

        assertThat(flaw.impactFor("registry.redhat.io/p/a")).isEqualTo("IMPORTANT");
        assertThat(flaw.impactFor("registry.redhat.io/p/b")).isEqualTo("LOW");
    }

    @Test
    void aCveNobodyKnowsIsAnError() {
        FlawDatabase empty = cve -> Optional.of(DataObject.of("results", DataArray.empty()));

        assertThatThrownBy(() -> AdvisorySeverity.of(List.of(IMAGE), empty)).hasMessage("no OSIDB flaw row for CVE-1");
    }

    @Test
    void onlySecurityAdvisoriesKeepASeverity() {
        DataObject data = json("{'releaseNotes': {'type': 'RHBA', 'severity': 'Low'}}");

        SeverityStep step = SeverityStep.of(data, images -> new SeverityAnswer("Success", Optional.of("Low")));

        assertThat(step.failed()).isFalse();
        assertThat(step.data()).isEqualTo(json("{'releaseNotes': {'type': 'RHBA'}}"));
    }

    private static Optional<Data> flaw(String row) {
        return Optional.of(DataObject.of("results", DataArray.of(json(row))));
    }
}
