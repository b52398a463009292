package dev.konflux.release.examples.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.text.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {

    private static String rehearse(String... words) throws IOException {
        return Rehearsal.output(Options.parse(words));
    }

    private static Data json(String... words) throws IOException {
        return JsonReader.create().read(rehearse(words), "output");
    }

    @Test
    void theSampleFolderHasNothingToComplainAbout() throws IOException {
        assertThat(json("samples/shop", "--json").items("findings")).isEmpty();
    }

    @Test
    void thePlanForProductionMatchesAndThePreviewNeedsNoAdmission() throws IOException {
        assertThat(rehearse("samples/shop"))
                .contains("shop-tenant/shop-production  matched  managed-shop/shop-production")
                .contains("shop-tenant/shop-preview     tenant   no target");
    }

    @Test
    void collectorsFindWhatWasFixedSinceThePreviousRelease() throws IOException {
        Data tenant =
                json("samples/shop", "--json").find("collectors", "tenant").orElseThrow();

        assertThat(tenant.items("cves", "releaseNotes", "cves"))
                .extracting(cve -> cve.findText("key").orElse(""))
                .containsExactly("CVE-2026-2222", "CVE-2026-1111");
        assertThat(tenant.items("fixed-issues", "releaseNotes", "issues", "fixed"))
                .extracting(issue -> issue.findText("source").orElse(""))
                .containsOnly("jira.example.com");
    }

    @Test
    void theIncrementerCountsOnFromTheTagsOfTheRegistry() throws IOException {
        assertThat(json("samples/shop", "--json").items("tags"))
                .extracting(tag -> tag.findText("tag").orElse(""))
                .contains("1.4.0-2");
    }

    @Test
    void thePolicyPassesWithAWarning() throws IOException {
        assertThat(json("samples/shop", "--json").items("policy"))
                .allSatisfy(verdict -> assertThat(verdict.find("success")).contains(Data.of(true)))
                .flatExtracting(verdict -> verdict.items("warnings"))
                .extracting(warning -> warning.findText("code").orElse(""))
                .containsExactly("test.no_test_warnings");
    }

    @Test
    void theManagedReleaseComesToItsEnd() throws IOException {
        assertThat(rehearse("samples/shop")).contains("+40m0s  Released", "  Released: Succeeded");
    }

    @Test
    void theTenantsOwnReleaseComesToItsEnd() throws IOException {
        assertThat(rehearse("samples/shop", "--release", "shop-1-4-preview"))
                .contains("run shop-tenant/tenant-00001", "  Released: Succeeded", "none: a tenant's own release");
    }

    @Test
    void aBlockedReleaseFailsWithTheOperatorsWords() throws IOException {
        assertThat(rehearse("samples/shop-blocked"))
                .contains("Failed: Release validation failed")
                .contains("Failed: found ReleasePlanAdmission 'shop-production' with block-releases label set to true");
    }

    @Test
    void theAdvisoryIsASecurityAdvisoryBecauseCvesWereFound() throws IOException {
        String yaml =
                json("samples/shop", "--json").findText("advisory", "yaml").orElse("");

        assertThat(yaml).contains("  type: RHSA", "  severity: Important", "  synopsis: Shop 1.4.0 is available");
    }

    @Test
    void rehearsingTwiceSaysTheSame() throws IOException {
        assertThat(rehearse("samples/shop")).isEqualTo(rehearse("samples/shop"));
    }

    @Test
    void aMistakeIsShownWithItsPlace() throws IOException {
        assertThat(rehearse("samples/shop-with-mistakes")).contains("release-plan.yaml:16:27");
    }

    @Test
    void anEmptyFolderIsAnAnswerToo(@TempDir Path folder) throws IOException {
        assertThat(rehearse(folder.toString())).contains("there is no ReleasePlan in this folder");
    }

    @Test
    void aDocumentCannotSteerTheTerminal(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("evil.yaml"), """
                apiVersion: appstudio.redhat.com/v1alpha1
                kind: ReleasePlan
                metadata: {name: "a\\e[31mred", namespace: dev}
                spec: {application: a, target: b}
                """);

        assertThat(rehearse(folder.toString(), "--color", "never"))
                .contains("dev/a [31mred  no match")
                .doesNotContain("\u001b");
    }

    @Test
    void anUnknownOptionIsNamed() {
        assertThatThrownBy(() -> Options.parse("samples/shop", "--jsn"))
                .isInstanceOf(Options.Misuse.class)
                .hasMessage("unknown option --jsn");
    }
}
