package dev.konflux.release.model.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.konflux.release.model.Finding;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.Severity;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.text.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LintTest {

    private static final String PLAN = """
            apiVersion: appstudio.redhat.com/v1alpha1
            kind: ReleasePlan
            metadata:
              name: rp
              namespace: dev
            spec:
              application: app
              target: managed
              policy: strict
            """;

    private static LintReport check(String yaml) {
        return Lint.standard().check(Resources.parse(yaml, "plan.yaml"));
    }

    @Test
    void aReportShowsTheLineTheColumnAndWhatToDo() {
        assertThat(check(PLAN).toText()).isEqualTo("""
                plan.yaml:9:3: warning: spec.policy: the cluster knows no field 'policy' here and drops it \
                [admission.pruned-field]
                    9 |   policy: strict
                      |   ^
                  hint: the policy belongs to the ReleasePlanAdmission
                0 errors, 1 warning, 0 notes
                """);
    }

    @Test
    void rulesAreSwitchedOffAloneOrAsAFamily() {
        Resources resources = Resources.parse(PLAN, "plan.yaml");

        assertThat(Lint.standard()
                        .without("admission.pruned-field")
                        .check(resources)
                        .findings())
                .isEmpty();
        assertThat(Lint.standard().without("admission.*").check(resources).findings())
                .isEmpty();
        assertThat(Lint.standard().only("label.*").check(resources).findings()).isEmpty();
    }

    @Test
    void severitiesAreChangedAndAMisspeltRuleIsRefused() {
        LintReport report = Lint.standard()
                .severity("admission.pruned-field", Severity.ERROR)
                .check(Resources.parse(PLAN, "plan.yaml"));

        assertThat(report.worst()).contains(Severity.ERROR);
        assertThatThrownBy(() -> Lint.standard().without("admission.prund"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no rule 'admission.prund'");
    }

    @Test
    void whatWentWrongWhileReadingIsPartOfTheReport() {
        assertThat(check("kind: [").findings()).extracting(Finding::id).containsExactly("read.syntax");
    }

    @Test
    void jsonHoldsEveryPartOfAFinding() {
        Data finding = JsonReader.create()
                .read(check(PLAN).toJson(), "")
                .asArray()
                .orElseThrow()
                .items()
                .get(0);

        assertThat(finding.toString())
                .isEqualTo("{\"id\":\"admission.pruned-field\",\"severity\":\"warning\","
                        + "\"resource\":\"ReleasePlan dev/rp\",\"path\":\"spec.policy\",\"source\":\"plan.yaml\","
                        + "\"line\":9,\"column\":3,"
                        + "\"message\":\"the cluster knows no field 'policy' here and drops it\","
                        + "\"hint\":\"the policy belongs to the ReleasePlanAdmission\","
                        + "\"documentation\":\"docs/lint.md#admission.pruned-field\"}");
    }

    @Test
    void sarifPointsFromEveryResultToItsRule() {
        Data run = JsonReader.create()
                .read(check(PLAN).toSarif(), "")
                .items("runs")
                .get(0);
        Data result = run.items("results").get(0);
        int index = Integer.parseInt(result.find("ruleIndex").orElseThrow().toString());

        assertThat(run.items("tool", "driver", "rules")).hasSizeGreaterThan(40);
        assertThat(run.find("tool", "driver")
                        .orElseThrow()
                        .items("rules")
                        .get(index)
                        .findText("id"))
                .contains("admission.pruned-field");
        assertThat(result.items("locations")
                        .get(0)
                        .find("physicalLocation")
                        .orElseThrow()
                        .toString())
                .isEqualTo(
                        "{\"artifactLocation\":{\"uri\":\"plan.yaml\"},\"region\":{\"startLine\":9,\"startColumn\":3}}");
    }

    @Test
    void theValueOfASecretIsNowhere() {
        String yaml = """
                apiVersion: v1
                kind: Secret
                metadata: {name: s}
                stringData:
                  token: ${HUNTER2}
                  "\u200bkey": hunter2
                ---
                kind: [
                """;

        LintReport report = check(yaml);

        assertThat(report.toText() + report.toJson() + report.toSarif()).doesNotContainIgnoringCase("hunter2");
    }

    @Test
    void idsAreUniqueAndEachIsDescribedInTheDocumentation() throws IOException {
        List<String> ids = Lint.standard().rules().stream().map(LintRule::id).toList();
        String page = Files.readString(Path.of("..", "docs", "lint.md"));

        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z]+\\.[a-z-]+"));
        assertThat(ids).allSatisfy(id -> assertThat(page).contains("<a id=\"" + id + "\"></a>"));
    }
}
