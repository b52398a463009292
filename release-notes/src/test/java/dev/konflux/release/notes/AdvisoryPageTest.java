package dev.konflux.release.notes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.JsonReader;
import org.junit.jupiter.api.Test;

class AdvisoryPageTest {

    private static DataObject advisory(String spec) {
        String text =
                "{\"metadata\": {\"name\": \"2026:1602\", \"ship_date\": \"2026-08-20\"}, \"spec\": " + spec + "}";
        return JsonReader.create().read(text, "advisory").asObject().orElseThrow();
    }

    private static final String SHOP = """
            {"type": "RHSA", "severity": "Important", "product_name": "Shop", "product_version": "1.4", "synopsis": "Shop 1.4",
             "topic": "New.", "description": "First.\\n\\nSecond.", "references": ["https://example.com/a?b=1&c=2"],
             "issues": {"fixed": [{"id": "SHOP-1", "source": "issues.example.com"}]},
             "content": {"images": [{"component": "web", "containerImage": "r.io/shop@sha256:1", "architecture": "amd64",
                         "tags": ["1.4", "latest"], "cves": {"fixed": {"CVE-2026-1": {"packages": []}}}}]}}
            """;

    @Test
    void theHtmlShowsTheAdvisory() {
        assertThat(AdvisoryPage.of(advisory(SHOP)).html())
                .startsWith("<!DOCTYPE html>\n")
                .contains("<h1>2026:1602: Shop 1.4</h1>")
                .contains("<dt>Severity</dt><dd>Important</dd>")
                .contains("<div class=\"text\">First.\n\nSecond.</div>")
                .contains("<li><code>SHOP-1</code> issues.example.com</li>")
                .contains(
                        "<td data-name=\"Tags\"><span>1.4,</span> <span>latest</span> </td><td data-name=\"Fixed CVEs\"><span>CVE-2026-1</span> </td>")
                .contains("<a href=\"https://example.com/a?b=1&amp;c=2\" rel=\"noopener noreferrer\">")
                .endsWith("</html>\n");
    }

    @Test
    void theMarkdownShowsTheAdvisory() {
        assertThat(AdvisoryPage.of(advisory(SHOP)).markdown()).isEqualTo("""
                        # 2026\\:1602: Shop 1\\.4

                        - Type: RHSA
                        - Severity: Important
                        - Product: Shop
                        - Version: 1\\.4
                        - Published: 2026\\-08\\-20

                        ## Topic

                        New\\.

                        ## Description

                        First\\.

                        Second\\.

                        ## Fixed issues

                        - SHOP\\-1 (issues\\.example\\.com)

                        ## Images

                        | Component | Image | Architecture | Tags | Fixed CVEs |
                        | --- | --- | --- | --- | --- |
                        | web | r\\.io/shop\\@sha256\\:1 | amd64 | 1\\.4, latest | CVE\\-2026\\-1 |

                        ## References

                        - https\\://example\\.com/a?b=1\\&c=2
                        """);
    }

    @Test
    void nothingInAnAdvisoryBecomesMarkup() {
        DataObject advisory = advisory("""
                {"synopsis": "<script>alert(1)</script>", "topic": "{{ 7 * 7 }} **bold** | cell", "references": ["javascript:alert(1)", "https://x\\" onclick=\\"y"]}
                """);

        assertThat(AdvisoryPage.of(advisory).html())
                .doesNotContain("<script>", "href=\"javascript", "\" onclick=\"")
                .contains("&lt;script&gt;", "{{ 7 * 7 }}");
        assertThat(AdvisoryPage.of(advisory).markdown())
                .contains("\\<script\\>alert\\(1\\)\\</script\\>", "\\{\\{ 7 \\* 7 \\}\\} \\*\\*bold\\*\\* \\| cell");
    }

    @Test
    void artifactsAreShownByTheirPackage() {
        DataObject advisory = advisory("""
                {"content": {"artifacts": [{"component": "tool", "purl": "pkg:generic/tool@1.0", "os": "linux", "architecture": "arm64"}]}}
                """);

        assertThat(AdvisoryPage.of(advisory).html())
                .contains("<h2>Artifacts</h2>")
                .contains(
                        "<td data-name=\"Component\">tool</td><td data-name=\"Package\"><code>pkg:generic/tool@1.0</code></td>"
                                + "<td data-name=\"Architecture\">linux arm64</td><td data-name=\"Tags\"></td>");
        assertThat(AdvisoryPage.of(advisory).markdown()).contains("""
                        ## Artifacts

                        | Component | Package | Architecture | Tags | Fixed CVEs |
                        | --- | --- | --- | --- | --- |
                        | tool | pkg\\:generic/tool\\@1\\.0 | linux arm64 |  |  |
                        """);
    }

    @Test
    void fieldsOfAWrongTypeDoNotBreakThePage() {
        DataObject advisory = advisory(
                "{\"content\": {\"images\": [null, 3, {\"tags\": 1, \"cves\": []}]}, \"issues\": 7, \"references\": null}");

        assertThat(AdvisoryPage.of(advisory).html()).contains("<td data-name=\"Tags\"></td>");
        assertThat(AdvisoryPage.of(advisory).markdown()).contains("## Images");
    }
}
