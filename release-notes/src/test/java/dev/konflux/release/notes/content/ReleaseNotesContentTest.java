package dev.konflux.release.notes.content;

import static dev.konflux.release.notes.content.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.mapping.ImagePlatform;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import dev.konflux.release.notes.tracker.IssueTracker;
import dev.konflux.release.notes.tracker.TrackerReply;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReleaseNotesContentTest {

    private static final ImageArchitectures TWO_PLATFORMS = image ->
            List.of(new ImagePlatform("linux", "amd64", "sha256:a1"), new ImagePlatform("linux", "s390x", "sha256:b2"));
    private static final ContentSources SOURCES = ContentSources.of(TWO_PLATFORMS, IssueTracker.none());
    private static final DataObject SNAPSHOT = json("""
            {'components': [{'name': 'web', 'containerImage': 'quay.io/team/web@sha256:0f',
              'metadata': {'labels': [{'name': 'org.opencontainers.image.created', 'value': '2026-01-15T10:30:00Z'}]},
              'repositories': [{'rh-registry-repo': 'registry.redhat.io/team/web', 'tags': ['1.0']}]}]}""");

    @Test
    void eachPlatformOfARepositoryIsARow() {
        DataObject notes = fill(json("{'releaseNotes': {'type': 'RHBA'}}")).data();

        List<Data> images = notes.items("releaseNotes", "content", "images");
        assertThat(images).hasSize(2);
        assertThat(images.get(0)).isEqualTo(json("""
                        {'architecture': 'amd64', 'containerImage': 'registry.redhat.io/team/web@sha256:a1',
                         'purl': 'pkg:oci/web@sha256%3Aa1?arch=amd64&repository_url=registry.redhat.io/team/web&tag=1768473000',
                         'repository': 'registry.redhat.io/team/web', 'tags': ['1.0'], 'component': 'web'}"""));
        assertThat(notes.findText("releaseNotes", "type")).contains("RHBA");
    }

    @Test
    void rowsAreAddedBehindThoseThatAreThere() {
        DataObject notes = fill(json("{'releaseNotes': {'content': {'images': [{'x': 1}]}}}"))
                .data();

        assertThat(notes.items("releaseNotes", "content", "images")).hasSize(3).startsWith(json("{'x': 1}"));
    }

    @Test
    void aFixedCveMakesASecurityAdvisoryWithSortedReferences() {
        DataObject notes = fill(json("""
                {'releaseNotes': {'type': 'RHBA', 'references': ['https://zzz'],
                 'cves': [{'key': 'CVE-2026-2', 'component': 'web'}, {'key': 'CVE-2026-3', 'component': 'other'}]}}""")).data();

        assertThat(notes.findText("releaseNotes", "type")).contains("RHSA");
        assertThat(notes.items("releaseNotes", "references"))
                .extracting(Data::toString)
                .containsExactly(
                        "\"https://access.redhat.com/security/cve/CVE-2026-2\"",
                        "\"https://access.redhat.com/security/updates/classification/\"",
                        "\"https://zzz\"");
    }

    @Test
    void aMissingCreationLabelIsAWarningAndATagStandsIn() {
        DataObject snapshot = json("""
                {'components': [{'name': 'web', 'containerImage': 'quay.io/team/web@sha256:0f',
                  'repositories': [{'rh-registry-repo': 'r.io/web', 'tags': ['1.0', '1.0-1768473000']}]}]}""");

        FilledReleaseNotes filled = ReleaseNotesContent.fill(DataObject.empty(), snapshot, SOURCES);

        assertThat(filled.warnings()).singleElement().asString().contains("web", "org.opencontainers.image.created");
        assertThat(filled.data()
                        .items("releaseNotes", "content", "images")
                        .get(0)
                        .findText("purl"))
                .hasValueSatisfying(purl -> assertThat(purl).endsWith("&tag=1.0-1768473000"));
    }

    @Test
    void anImageWithoutDigestIsRefusedWithItsPlace() {
        DataObject snapshot = json("{'components': [{'name': 'web', 'containerImage': 'quay.io/team/web:latest'}]}");

        assertThatThrownBy(() -> ReleaseNotesContent.fill(DataObject.empty(), snapshot, SOURCES))
                .isInstanceOf(ReleaseDataException.class)
                .hasMessageContaining("components[0].containerImage")
                .hasMessageContaining("Failed to extract sha256 tag from quay.io/team/web:latest");
    }

    @Test
    void aRepositoryThatWasNeverMappedIsRefusedWithItsPlace() {
        DataObject snapshot = json("""
                {'components': [{'name': 'web', 'containerImage': 'q/web@sha256:0f', 'repositories': [{'url': 'q/web'}]}]}""");

        assertThatThrownBy(() -> ReleaseNotesContent.fill(DataObject.empty(), snapshot, SOURCES))
                .hasMessageContaining("components[0].repositories[0]['rh-registry-repo']: is missing");
    }

    @Test
    void aVulnerabilityMustBeAmongTheCves() {
        IssueTracker tracker = (url, login) -> TrackerReply.of(
                json("{'fields': {'issuetype': {'name': 'Vulnerability'}, 'customfield_10667': 'CVE-2026-9'}}"));
        DataObject data =
                json("{'releaseNotes': {'issues': {'fixed': [{'id': 'A-1', 'source': 'issues.redhat.com'}]}}}");

        assertThatThrownBy(() -> ReleaseNotesContent.fill(data, SNAPSHOT, ContentSources.of(TWO_PLATFORMS, tracker)))
                .hasMessageContaining("Issue A-1 lists 'CVE ID' CVE-2026-9");
    }

    @Test
    void executablesWaitForTheirPackageUrls() {
        DataObject data = json("""
                {'mapping': {'components': [{'name': 'web', 'contentType': 'binary',
                  'files': [{'source': 'web.tar.gz', 'arch': 'amd64', 'os': 'linux'}]}]}}""");

        assertThat(fill(data).data().items("releaseNotes", "content", "artifacts"))
                .containsExactly(
                        json("{'architecture': 'amd64', 'os': 'linux', 'purl': 'placeholder', 'component': 'web'}"));
    }

    @Test
    void sourcePackagesCarryTheirDocuments() {
        DataObject data =
                json("{'mapping': {'components': [{'name': 'web', 'contentType': 'rpm'}]}, 'pulp': {'domain': 'dom'}}");
        DataObject snapshot = json("""
                {'components': [{'name': 'web', 'containerImage': 'q/web@sha256:0f', 'rpmsToPublish': [{'rpmname': 'foo', 'version': '1', 'release': '2.el9',
                  'arch': 'noarch', 'sbomPath': 'foo.json',
                  'targetRepos': [{'repository_id': 'r1'}, {'repository_id': 'r2', 'repository_name': 'source'}]}]}]}""");

        List<Data> rows =
                ReleaseNotesContent.fill(data, snapshot, SOURCES).data().items("releaseNotes", "content", "artifacts");

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).findText("purl")).contains("pkg:rpm/redhat/foo@1-2.el9?arch=noarch&repository_id=r1");
        assertThat(rows.get(0).find("sbom")).isEmpty();
        assertThat(rows.get(1).findText("sbom")).contains("https://packages.redhat.com/api/pulp-content/dom/foo.json");
    }

    @Test
    void filesOfAGitHubReleaseAreFoundBelowItsTag() {
        DataObject data = json("""
                {'github': {'githubSecret': 's'}, 'mapping': {'components': [{'name': 'web',
                  'files': [{'source': 'out/web.zip', 'arch': 'amd64', 'os': 'darwin'}]}]}}""");
        GitHubRelease release = new GitHubRelease(
                "1.2", "https://github.com/org/web/releases/tag/v1.2", Optional.of(List.of("abc  web.zip\n")));

        assertThat(ReleaseNotesContent.fill(
                                data, SNAPSHOT, new ContentSources(TWO_PLATFORMS, IssueTracker.none(), release))
                        .data()
                        .items("releaseNotes", "content", "artifacts"))
                .singleElement()
                .satisfies(row -> assertThat(row.findText("purl"))
                        .contains("pkg:generic/web@1.2?checksum=abc"
                                + "&download_url=https://github.com/org/web/releases/download/v1.2/web.zip"));
    }

    private static FilledReleaseNotes fill(DataObject data) {
        return ReleaseNotesContent.fill(data, SNAPSHOT, SOURCES);
    }
}
