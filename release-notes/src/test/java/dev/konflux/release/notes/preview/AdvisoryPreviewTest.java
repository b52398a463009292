package dev.konflux.release.notes.preview;

import static dev.konflux.release.notes.advisory.AdvisoriesInMemory.advisory;
import static dev.konflux.release.notes.content.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.Finding;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.datakeys.RequiredSystems;
import dev.konflux.release.model.http.ServerException;
import dev.konflux.release.model.mapping.ImagePlatform;
import dev.konflux.release.model.releasedata.ReleaseData;
import dev.konflux.release.notes.advisory.AdvisoriesInMemory;
import dev.konflux.release.notes.advisory.PublishedAdvisory;
import dev.konflux.release.notes.advisory.ReleaseEnvironment;
import dev.konflux.release.notes.preview.AdvisoryPreview.Verdict;
import dev.konflux.release.notes.rpm.RpmFile;
import dev.konflux.release.notes.rpm.RpmFilter;
import dev.konflux.release.notes.tracker.IssueTracker;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdvisoryPreviewTest {

    private static final DataObject SNAPSHOT = json("""
            {'componentGroup': 'shop', 'components': [
              {'name': 'web', 'containerImage': 'quay.io/shop/web@sha256:aa', 'repositories': [
                {'url': 'quay.io/redhat-prod/shop----web', 'rh-registry-repo': 'registry.redhat.io/shop/web', 'tags': ['1']}]},
              {'name': 'api', 'containerImage': 'quay.io/shop/api@sha256:bb', 'repositories': [
                {'url': 'quay.io/redhat-prod/shop----api', 'rh-registry-repo': 'registry.redhat.io/shop/api', 'tags': ['1']}]}]}""");
    private static final String NOTES =
            "{'sign': {'configMapName': 'cm'}, 'releaseNotes': {'type': 'RHBA', 'synopsis': 'Shop', 'cves': [%s]}}";
    private static final String RPMS = """
            {'intention': 'staging', 'sign': {'configMapName': 'cm'}, 'releaseNotes': {'type': 'RHBA'}, 'mapping': {
              'components': [{'name': 'web', 'contentType': 'rpm'}], 'rpm-repositories': [{'arch': 'x86_64', 'repository_id': 'r'}]}}""";
    private static final String WEB_IMAGE = """
            {'containerImage': 'registry.redhat.io/shop/web@sha256:aa', 'tags': ['1'], 'repository': 'registry.redhat.io/shop/web'}""";
    private static final String API_IMAGE = """
            {'containerImage': 'registry.redhat.io/shop/api@sha256:bb', 'tags': ['1'], 'repository': 'registry.redhat.io/shop/api'}""";

    @Test
    void aFirstReleaseIsANewAdvisory() {
        AdvisoryPreview preview = preview(NOTES.formatted(""), List.of());

        assertThat(preview.verdict()).isEqualTo(Verdict.NEW);
        assertThat(preview.type()).contains("RHBA");
        assertThat(preview.yaml()).contains("2026:0000 2 images");
    }

    @Test
    void aReleaseOfWhatIsThereIsNoNewAdvisory() {
        AdvisoryPreview preview = preview(
                NOTES.formatted(""), List.of(advisory("0007", "RHSA", "[" + WEB_IMAGE + ", " + API_IMAGE + "]")));

        assertThat(preview.verdict()).isEqualTo(Verdict.NOTHING_NEW);
        assertThat(preview.link())
                .hasValueSatisfying(link -> assertThat(link.url()).endsWith("RHSA-2026:0007"));
    }

    @Test
    void componentsOfEarlierAdvisoriesAreLeftOutAndNamed() {
        AdvisoryPreview preview =
                preview(NOTES.formatted(""), List.of(advisory("0007", "RHSA", "[" + WEB_IMAGE + "]")));

        assertThat(preview.verdict()).isEqualTo(Verdict.PARTIAL);
        assertThat(preview.releaseNotes().items("content", "images")).hasSize(1);
        assertThat(preview.findings()).extracting(Finding::message).anyMatch(text -> text.contains("component web"));
    }

    @Test
    void aFixedCveDecidesTypeAndSeverityAndAForeignOneIsNamed() {
        AdvisoryPreview preview = preview(
                NOTES.formatted(
                        "{'key': 'CVE-2026-1111', 'component': 'web'}, {'key': 'CVE-2026-2222', 'component': 'wbe'}"),
                List.of());

        assertThat(preview.type()).contains("RHSA");
        assertThat(preview.severity()).contains("Important");
        assertThat(preview.findings())
                .filteredOn(finding -> finding.id().equals("advisory.cve"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.path()).isEqualTo("releaseNotes.cves[1]"));
    }

    @Test
    void aReleaseThatWouldFailSaysWhere() {
        AdvisoryPreview preview =
                preview("{'releaseNotes': {'type': 'RHXA'}, 'sign': {'configMapName': 'cm'}}", List.of());

        assertThat(preview.verdict()).isEqualTo(Verdict.FAILS);
        assertThat(preview.findings()).last().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("advisory.key");
            assertThat(finding.path()).isEqualTo("releaseNotes.type");
            assertThat(finding.message()).isEqualTo("'RHXA' is not one of ['RHEA', 'RHBA', 'RHSA']");
        });
    }

    @Test
    void anAdvisoryNumberOfOnesOwnNeedsPermission() {
        AdvisoryPreview preview =
                preview("{'releaseNotes': {'type': 'RHBA', 'live_id': 7}, 'sign': {'configMapName': 'cm'}}", List.of());

        assertThat(preview.verdict()).isEqualTo(Verdict.FAILS);
        assertThat(preview.findings()).last().extracting(Finding::id).isEqualTo("advisory.request");
    }

    @Test
    void catalogsHaveNoAdvisory() {
        AdvisoryPreview preview = preview("{'fbc': {'fromIndex': 'x'}}", List.of());

        assertThat(preview.verdict()).isEqualTo(Verdict.NO_ADVISORY);
        assertThat(preview.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("file-based catalog"));
    }

    @Test
    void twoPreviewsTellWhatIsDifferent() {
        AdvisoryPreview before = preview(NOTES.formatted(""), List.of());
        AdvisoryPreview after = preview(NOTES.formatted("").replace("Shop", "Shop again"), List.of());

        assertThat(after.differencesFrom(before).toString())
                .isEqualTo("releaseNotes.synopsis: \"Shop\" -> \"Shop again\"");
        assertThat(after.differencesFrom(after).isEmpty()).isTrue();
    }

    @Test
    void aDifferenceCoversVerdictTargetsTypeAndFindings() {
        AdvisoryPreview before = preview(NOTES.formatted(""), List.of());
        AdvisoryPreview after = AdvisoryPreview.of(
                ReleaseData.of(json(NOTES.formatted("{'key': 'CVE-2026-1111', 'component': 'api'}"))),
                json(SNAPSHOT.toString().replace("[\"1\"]", "[\"1\", \"1-2\"]")),
                "tenant",
                surroundings(List.of(advisory("0007", "RHBA", "[" + WEB_IMAGE.replace("['1']", "['1', '1-2']") + "]")))
                        .build());

        assertThat(after.differencesFrom(before).toString().lines())
                .contains(
                        "verdict: \"new advisory\" -> \"new advisory with a part of the content\"",
                        "- targets.web: {\"quay.io/redhat-prod/shop----web\":[\"1\"]}",
                        "+ targets.api['quay.io/redhat-prod/shop----api'][1]: \"1-2\"",
                        "releaseNotes.type: \"RHBA\" -> \"RHSA\"",
                        "+ releaseNotes.severity: \"Important\"",
                        "+ findings[0]: \"note: component web is left out: an earlier advisory has it\"");
    }

    @Test
    void aPreviewCanBePrinted() {
        AdvisoryPreview published = preview(
                NOTES.formatted(""), List.of(advisory("0007", "RHSA", "[" + WEB_IMAGE + ", " + API_IMAGE + "]")));

        assertThat(published.toString().lines())
                .containsExactly(
                        "nothing new in production, RHBA, see https://access.redhat.com/errata/RHSA-2026:0007",
                        "web -> quay.io/redhat-prod/shop----web [\"1\"]",
                        "api -> quay.io/redhat-prod/shop----api [\"1\"]");
        assertThat(preview(NOTES.formatted(""), List.of()).toString()).startsWith("new advisory in production, RHBA\n");
    }

    @Test
    void packagesAreLookedForWhereTheSurroundingsCanTellOfThem() {
        RpmFile rpm = new RpmFile("web-1-1.x86_64.rpm", "d1", "web", "0", "1", "1", "x86_64");
        AdvisorySurroundings withRpms = surroundings(List.of())
                .rpms(RpmFilter.of(
                        image -> image.contains("web") ? List.of(rpm) : List.of(), (file, repository) -> List.of()))
                .build();

        AdvisoryPreview preview = AdvisoryPreview.of(ReleaseData.of(json(RPMS)), SNAPSHOT, "tenant", withRpms);

        assertThat(preview.verdict()).isEqualTo(Verdict.PARTIAL);
        assertThat(preview.environment()).contains(ReleaseEnvironment.STAGE);
        assertThat(preview.releaseNotes().items("content", "artifacts"))
                .singleElement()
                .satisfies(row -> assertThat(row.findText("purl"))
                        .contains("pkg:rpm/redhat/web@1-1?arch=x86_64&repository_id=r"));
    }

    @Test
    void aReleaseWithoutAnyPackageHasNothingNew() {
        AdvisorySurroundings noRpms = surroundings(List.of())
                .rpms(RpmFilter.of(image -> List.of(), (file, repository) -> List.of()))
                .build();

        AdvisoryPreview preview = AdvisoryPreview.of(ReleaseData.of(json(RPMS)), SNAPSHOT, "tenant", noRpms);

        assertThat(preview.verdict()).isEqualTo(Verdict.NOTHING_NEW);
        assertThat(preview.link()).isEmpty();
        assertThat(of("advisory.content", preview)).hasSize(1);
    }

    @Test
    void aKeyOnlyAnAdmissionMaySetStopsTheReleaseAtOnce() {
        DataObject release = json("{'metadata': {'name': 'r', 'namespace': 'shop'},"
                + " 'spec': {'data': {'releaseNotes': {'product_name': 'Shop'}}}}");
        ReleaseData data = ReleaseData.merge(release, DataObject.empty(), DataObject.empty());

        AdvisoryPreview preview = AdvisoryPreview.of(
                data, SNAPSHOT, "tenant", surroundings(List.of()).build());

        assertThat(preview.verdict()).isEqualTo(Verdict.FAILS);
        assertThat(preview.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.message())
                    .isEqualTo("Found disallowed key: releaseNotes.product_name in resource Release");
            assertThat(finding.resource()).isEqualTo("Release shop/r");
        });
    }

    @Test
    void keysThePipelineDemandsAreAskedForAfterTheContentIsFilled() {
        AdvisorySurroundings all = surroundings(List.of())
                .systems(RequiredSystems.of("releaseNotes"))
                .build();
        AdvisoryPreview preview =
                AdvisoryPreview.of(ReleaseData.of(json(NOTES.formatted(""))), SNAPSHOT, "tenant", all);

        assertThat(preview.verdict()).isEqualTo(Verdict.FAILS);
        assertThat(preview.findings())
                .extracting(Finding::message)
                .contains("'product_id' is a required property")
                .doesNotContain("'content' is a required property");
    }

    @Test
    void aSettingOfTheOtherWorldIsNamed() {
        AdvisoryPreview preview =
                preview(NOTES.formatted("").replace("{'sign'", "{'pyxis': {'server': 'stage'}, 'sign'"), List.of());

        assertThat(preview.environment()).contains(ReleaseEnvironment.PRODUCTION);
        assertThat(of("advisory.environment", preview)).singleElement().satisfies(finding -> {
            assertThat(finding.path()).isEqualTo("pyxis.server");
            assertThat(finding.message()).isEqualTo("the release goes to production, but this is \"stage\"");
        });
    }

    @Test
    void aRehearsalGoesToTheStage() {
        DataObject rehearsal = json(SNAPSHOT.toString().replace("redhat-prod", "redhat-pending"));

        AdvisoryPreview preview = AdvisoryPreview.of(
                ReleaseData.of(json(NOTES.formatted(""))),
                rehearsal,
                "tenant",
                surroundings(List.of()).build());

        assertThat(preview.environment()).contains(ReleaseEnvironment.STAGE);
        assertThat(of("advisory.environment", preview))
                .extracting(Finding::message)
                .containsExactly("the release goes to stage, but the advisories in"
                        + " https://gitlab.example.com/releng/advisories.git are those of production");
    }

    @Test
    void aNameThatStandsForNothingInATextIsNamed() {
        AdvisoryPreview preview =
                preview(NOTES.formatted("").replace("'Shop'", "'{{ advisory.spec.typ }} {{ nope }}'"), List.of());

        assertThat(preview.verdict()).isEqualTo(Verdict.NEW);
        assertThat(of("advisory.undefined", preview)).singleElement().satisfies(finding -> {
            assertThat(finding.path()).isEqualTo("releaseNotes.synopsis");
            assertThat(finding.message())
                    .isEqualTo("'dict object' has no attribute 'typ'; the advisory shows nothing there");
        });
    }

    @Test
    void filesStayPlaceholdersUntilTheyAreSigned() {
        String files = "{'intention': 'production', 'sign': {'configMapName': 'cm'}, 'releaseNotes': {'type': 'RHBA'},"
                + " 'mapping': {'components': [{'name': 'web', 'contentType': 'binary', 'files': [{'source': '/x', 'arch': 'amd64',"
                + " 'os': 'linux'}]}]}}";

        AdvisoryPreview preview = preview(files, List.of());

        assertThat(preview.verdict()).isEqualTo(Verdict.NEW);
        assertThat(preview.findings()).extracting(Finding::id).containsExactly("advisory.files");
    }

    @Test
    void aRegistryThatDoesNotAnswerIsNamed() {
        AdvisorySurroundings silent = AdvisorySurroundings.of(
                        image -> {
                            throw ServerException.of(URI.create("https://quay.io/v2/"), "no answer within 10 ms");
                        },
                        new AdvisoriesInMemory(List.of()),
                        InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z")))
                .build();

        AdvisoryPreview preview =
                AdvisoryPreview.of(ReleaseData.of(json(NOTES.formatted(""))), SNAPSHOT, "tenant", silent);

        assertThat(preview.verdict()).isEqualTo(Verdict.FAILS);
        assertThat(preview.findings())
                .extracting(Finding::message)
                .containsExactly("https://quay.io/v2/: no answer within 10 ms");
    }

    private static List<Finding> of(String id, AdvisoryPreview preview) {
        return preview.findings().stream()
                .filter(finding -> finding.id().equals(id))
                .toList();
    }

    private static AdvisoryPreview preview(String data, List<PublishedAdvisory> earlier) {
        return AdvisoryPreview.of(
                ReleaseData.of(json(data)),
                SNAPSHOT,
                "tenant",
                surroundings(earlier).build());
    }

    private static AdvisorySurroundings.Builder surroundings(List<PublishedAdvisory> earlier) {
        IssueTracker tracker = IssueTracker.none();
        return AdvisorySurroundings.of(
                        image -> List.of(new ImagePlatform("linux", "amd64", image.substring(image.indexOf("sha256")))),
                        new AdvisoriesInMemory(earlier),
                        InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z")))
                .tracker(tracker)
                .flaws(cve -> Optional.of(json("{'results': [{'impact': 'IMPORTANT', 'embargoed': false}]}")))
                .signing(json("{'SIG_KEY_NAME': 'key1'}"))
                .writer((notes, name, shipDate) ->
                        name + " " + notes.items("content", "images").size() + " images")
                .systems(RequiredSystems.none());
    }
}
