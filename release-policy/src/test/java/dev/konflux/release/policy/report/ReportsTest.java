package dev.konflux.release.policy.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.konflux.release.model.EnterpriseContractPolicy;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.Dialect;
import dev.konflux.release.model.text.YamlReader;
import dev.konflux.release.policy.Outcome;
import dev.konflux.release.policy.PolicyResult;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ReportsTest {

    private static final Instant TIME = Instant.parse("2026-06-15T12:00:00Z");
    private static final ReportHeader HEADER =
            new ReportHeader(EnterpriseContractPolicy.builder().build(), "1.0", TIME, TIME);

    private static PolicyResult result(String code, String message) {
        DataObject metadata = DataObject.of("code", Data.of(code), "title", Data.of("Title of " + code));
        return PolicyResult.of(DataObject.of("msg", Data.of(message), "metadata", metadata));
    }

    private static ImageReport report(PolicyResult... violations) {
        Outcome outcome = new Outcome(
                "tasks", List.of(result("tasks.ok", "Pass")), List.of(), List.of(violations), List.of(), List.of());
        return ImageReport.of(HEADER, "", List.of(Verdict.ofImage("app", "quay.io/acme/app:1", List.of(outcome))));
    }

    @Test
    void anyViolationFailsAStrictRun() {
        ImageReport failed = report(result("tasks.pinned", "not pinned"));

        assertThat(failed.exitCode(true)).isEqualTo(1);
        assertThat(failed.exitCode(false)).isZero();
        assertThat(report().exitCode(true)).isZero();
    }

    @Test
    void theTextReportListsViolationsForPeople() {
        assertThat(report(result("tasks.pinned", "not pinned"))
                        .write(ReportFormat.TEXT, new ReportOptions(true, false, true, false, false)))
                .isEqualTo("""
                        Success: false
                        Result: FAILURE
                        Violations: 1, Warnings: 0, Successes: 1
                        Component: app
                        ImageRef: quay.io/acme/app:1

                        Results:
                        ✕ [Violation] tasks.pinned
                          ImageRef: quay.io/acme/app:1
                          Reason: not pinned
                          Title: Title of tasks.pinned

                        """);
    }

    @Test
    void shortReportsKeepOnlyCodeDateAndTerm() {
        assertThat(report(result("tasks.pinned", "a < b")).write(ReportFormat.JSON, ReportOptions.DEFAULT))
                .isEqualTo(
                        "{\"success\":false,\"components\":[{\"name\":\"app\",\"containerImage\":\"quay.io/acme/app:1\",\"source\":{},"
                                + "\"violations\":[{\"msg\":\"a \\u003c b\",\"metadata\":{\"code\":\"tasks.pinned\"}}],\"success\":false}],"
                                + "\"key\":\"\",\"policy\":{},\"ec-version\":\"1.0\",\"effective-time\":\"2026-06-15T12:00:00Z\"}\n");
    }

    @Test
    void theSummaryIsNeverASuccessAsUpstream() {
        assertThat(report().write(ReportFormat.SUMMARY, ReportOptions.DEFAULT))
                .endsWith("\"success\":false,\"key\":\"\"}\n");
    }

    @Test
    void inputsKnowFewerFormats() {
        assertThatThrownBy(() -> InputReport.of(HEADER, List.of()).write(ReportFormat.JUNIT, ReportOptions.DEFAULT))
                .isInstanceOf(ReportException.class)
                .hasMessage("\"junit\" is not a valid report format");
    }

    @Test
    void aKeyThatIsAReferenceIsRefused() {
        ReportHeader header = new ReportHeader(
                EnterpriseContractPolicy.builder().publicKey("k8s://ns/key").build(), "1.0", TIME, TIME);

        assertThatThrownBy(() -> ImageReport.of(header, "", List.of())).isInstanceOf(ReportException.class);
    }

    @Test
    void aTargetNamesFormatFileAndOptions() {
        ReportTarget target = ReportTarget.parse("text=out.txt?show-successes=true", ReportOptions.DEFAULT);

        assertThat(target.format()).isEqualTo("text");
        assertThat(target.path()).isEqualTo("out.txt");
        assertThat(target.options().successes()).isTrue();
        assertThatThrownBy(() -> ReportTarget.parse("text?show-warnings=maybe", ReportOptions.DEFAULT))
                .hasMessage("strconv.ParseBool: parsing \"maybe\": invalid syntax");
    }

    @Property
    void yamlReadsBackAsTheSameText(@ForAll @StringLength(max = 120) String text) {
        // lone surrogates are no text
        String sound = text.replaceAll("\\p{Cs}", "?");
        Data tree = DataObject.of("a", DataArray.of(Data.of(sound)), "b", Data.of(sound));

        assertThat(YamlReader.of(Dialect.CLUSTER).read(GoYaml.write(tree), "")).isEqualTo(tree);
    }

    @Property
    void linesAreWrappedOnlyAtBlanks(@ForAll @CharRange(from = ' ', to = 'z') @StringLength(max = 300) String text) {
        assertThat(WordWrap.wrap(text, 20).replaceAll("\\s", "")).isEqualTo(text.replaceAll("\\s", ""));
    }
}
