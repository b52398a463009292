package dev.konflux.release.notes.preview;

import static dev.konflux.release.notes.content.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.Finding;
import dev.konflux.release.model.Release;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.ReleasePlanAdmission;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.datakeys.RequiredSystems;
import dev.konflux.release.model.mapping.ImagePlatform;
import dev.konflux.release.model.mapping.ImageRegistry;
import dev.konflux.release.notes.advisory.AdvisoriesInMemory;
import dev.konflux.release.notes.preview.AdvisoryPreview.Verdict;
import dev.konflux.release.notes.tracker.IssueTracker;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReleasePreviewTest {

    private static final String RELEASE =
            "{'kind': 'Release', 'metadata': {'name': 'r', 'namespace': 'shop'}, 'spec': {}}";
    private static final String PLAN = """
            {'kind': 'ReleasePlan', 'metadata': {'name': 'p', 'namespace': 'shop'}, 'spec': {'data': {
              'releaseNotes': {'type': 'RHBA', 'synopsis': 'Shop'}}}}""";
    private static final String ADMISSION = """
            {'kind': 'ReleasePlanAdmission', 'metadata': {'name': 'a', 'namespace': 'managed'}, 'spec': {'origin': 'shop', 'data': {
              'sign': {'configMapName': 'cm'}, 'releaseNotes': {'cpe': 'cpe:/a:shop'}, 'mapping': {
                'defaults': {'tags': ['latest']},
                'components': [{'name': 'web', 'repositories': [
                  {'url': 'registry.redhat.io/shop/web', 'tags': ['1.4-{{ incrementer }}']}]}]}}}}""";
    private static final String SNAPSHOT = """
            {'kind': 'Snapshot', 'metadata': {'name': 's', 'namespace': 'shop'}, 'spec': {'application': 'shop', 'components': [
              {'name': 'web', 'containerImage': 'quay.io/shop/web@sha256:aa'},
              {'name': 'api', 'containerImage': 'quay.io/shop/api@sha256:bb'}]}}""";

    @Test
    void oneCallTellsWhatTheReleaseWouldDo() {
        ReleasePreview preview = preview(PLAN, ADMISSION, SNAPSHOT);

        assertThat(preview.advisory().verdict()).isEqualTo(Verdict.NEW);
        assertThat(preview.toString().lines())
                .containsExactly(
                        "new advisory in production, RHBA",
                        "web -> quay.io/redhat-prod/shop----web [\"1.4-8\",\"1767260096\",\"latest\"]",
                        "web quay.io/redhat-prod/shop----web:1.4-8 from '1.4-{{ incrementer }}' in ReleasePlanAdmission managed/a:"
                                + " spec.data.mapping.components[0].repositories[0].tags[0] (test:5:55)",
                        "web quay.io/redhat-prod/shop----web:1767260096 from '{{ timestamp }}'",
                        "web quay.io/redhat-prod/shop----web:latest from 'latest' in ReleasePlanAdmission managed/a:"
                                + " spec.data.mapping.defaults.tags[0] (test:3:27)");
    }

    @Test
    void aChangedMappingShowsInTheDifference() {
        ReleasePreview before = preview(PLAN, ADMISSION, SNAPSHOT);
        ReleasePreview after = preview(PLAN, ADMISSION.replace("'latest'", "'latest', 'stable'"), SNAPSHOT);

        assertThat(after.differencesFrom(before).toString().lines())
                .contains("+ targets.web['quay.io/redhat-prod/shop----web'][3]: \"stable\"");
    }

    @Test
    void aMappingThatCannotBeAppliedStopsTheRelease() {
        ReleasePreview preview = preview(PLAN, ADMISSION.replace("incrementer", "nope"), SNAPSHOT);

        assertThat(preview.mapped()).isEmpty();
        assertThat(preview)
                .hasToString(
                        "the release fails, RHBA\nerror: Substitution variable unknown or empty: nope [release.mapping]");
    }

    @Test
    void aSnapshotThatCannotBeReducedGoesOnAsAWholeWithAWarning() {
        String labelled = SNAPSHOT.replace(
                "'name': 's',",
                "'name': 's', 'labels': {'test.appstudio.openshift.io/type': 'component',"
                        + " 'appstudio.openshift.io/component': 'gone'},");

        ReleasePreview preview =
                preview(PLAN.replace("'data': {", "'data': {'singleComponentMode': true,"), ADMISSION, labelled);

        assertThat(preview.advisory().findings())
                .extracting(Finding::message)
                .contains("the Snapshot has 0 components named gone, expected 1; all of its components are released");
    }

    @Test
    void aReleaseOfACatalogIsNotMapped() {
        ReleasePreview preview =
                preview(PLAN, ADMISSION.replace("'sign'", "'fbc': {'fromIndex': 'i'}, 'sign'"), SNAPSHOT);

        assertThat(preview.mapped()).isEmpty();
        assertThat(preview.toString())
                .endsWith("note: fbc: a release of a file-based catalog has no advisory: customers get its index image"
                        + " [advisory.catalog]");
    }

    private static ReleasePreview preview(String plan, String admission, String snapshot) {
        Registry registry = new Registry();
        AdvisorySurroundings surroundings = AdvisorySurroundings.of(
                        registry::platforms,
                        new AdvisoriesInMemory(List.of()),
                        InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z")))
                .signing(json("{'SIG_KEY_NAME': 'key1'}"))
                .tracker(IssueTracker.none())
                .flaws(cve -> Optional.empty())
                .writer((notes, name, shipDate) -> name)
                .systems(RequiredSystems.none())
                .build();
        return ReleasePreview.of(
                Release.of(json(RELEASE)),
                ReleasePlan.of(json(plan)),
                ReleasePlanAdmission.of(json(admission)),
                Snapshot.of(json(snapshot)),
                registry,
                surroundings);
    }

    /** A registry in which every image is of one platform and was built at one time. */
    private static final class Registry implements ImageRegistry {

        @Override
        public List<ImagePlatform> platforms(String image) {
            return List.of(new ImagePlatform("linux", "amd64", image.substring(image.indexOf("sha256"))));
        }

        @Override
        public DataObject manifest(String image) {
            return json("{'config': {'mediaType': 'application/vnd.oci.image.config.v1+json'}}");
        }

        @Override
        public DataObject inspect(String image, ImagePlatform platform) {
            return json(
                    "{'Created': '2026-01-01T09:34:56Z', 'Labels': {'name': 'shop/web', 'org.opencontainers.image.created': '2026-01-01T09:34:56Z'}}");
        }

        @Override
        public List<String> tags(String repository) {
            return List.of("1.4-7", "latest");
        }
    }
}
