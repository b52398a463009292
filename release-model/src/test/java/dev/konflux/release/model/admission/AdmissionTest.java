package dev.konflux.release.model.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.admission.AdmissionVerdict.Refused;
import dev.konflux.release.model.admission.AdmissionVerdict.Stored;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.Dialect;
import dev.konflux.release.model.text.YamlReader;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private static final DataObject PLAN = object("""
            apiVersion: appstudio.redhat.com/v1alpha1
            kind: ReleasePlan
            metadata: {name: plan, namespace: dev}
            spec: {application: shop, target: managed}
            """);
    private static final DataObject RELEASE = object("""
            apiVersion: appstudio.redhat.com/v1alpha1
            kind: Release
            metadata: {name: first, namespace: dev}
            spec: {snapshot: snap, releasePlan: plan}
            """);
    private static final DataObject ADMISSION = object("""
            apiVersion: appstudio.redhat.com/v1alpha1
            kind: ReleasePlanAdmission
            metadata: {name: admission, namespace: managed}
            spec:
              applications: [shop]
              origin: dev
              policy: strict
              pipeline:
                pipelineRef: {resolver: git, params: []}
                timeouts: {pipeline: 4h}
            """);

    private final Admission chain = Admission.chain();

    private static DataObject object(String yaml) {
        return YamlReader.of(Dialect.CLUSTER).read(yaml, "").asObject().orElseThrow();
    }

    private DataObject stored(AdmissionRequest request) {
        assertThat(chain.review(request)).isInstanceOf(Stored.class);
        return ((Stored) chain.review(request)).object();
    }

    private Refused refused(AdmissionRequest request) {
        assertThat(chain.review(request)).isInstanceOf(Refused.class);
        return (Refused) chain.review(request);
    }

    private DataObject created(DataObject object) {
        return stored(AdmissionRequest.create("admin", object));
    }

    @Test
    void aPlanGetsItsGracePeriodAndIsReleasedAutomatically() {
        DataObject plan = stored(AdmissionRequest.create("alice", PLAN).at(Instant.parse("2030-01-01T10:00:00.5Z")));

        assertThat(plan.find("spec", "releaseGracePeriodDays")).contains(Data.of(7));
        assertThat(plan.findText("metadata", "labels", "release.appstudio.openshift.io/auto-release"))
                .contains("true");
        assertThat(plan.findText("metadata", "creationTimestamp")).contains("2030-01-01T10:00:00Z");
    }

    @Test
    void aPlanWithAnyOtherLabelIsNotLabelledForAutomaticReleases() {
        DataObject plan = created(PLAN.withPath(Data.of("x"), "metadata", "labels", "team"));

        assertThat(plan.findObject("metadata", "labels")).contains(DataObject.of("team", Data.of("x")));
    }

    @Test
    void aReleaseIsLabelledWithItsAuthorAndTakesThePlansGracePeriod() {
        DataObject plan = created(PLAN.withPath(Data.of(12), "spec", "releaseGracePeriodDays"));
        ClusterView cluster = (kind, namespace, name) -> name.equals("plan") ? Optional.of(plan) : Optional.empty();

        DataObject release = stored(
                AdmissionRequest.create("kube:alice@example.com", RELEASE).in(cluster));

        assertThat(release.findText("metadata", "labels", "release.appstudio.openshift.io/author"))
                .contains("kube_alice.example.com");
        assertThat(release.find("spec", "gracePeriodDays")).contains(Data.of(12));
    }

    @Test
    void anAdmissionPassesTheWebhookWithItsDurationsSpelledOut() {
        assertThat(created(ADMISSION).findText("spec", "pipeline", "timeouts", "pipeline"))
                .contains("4h0m0s");
    }

    @Test
    void aSettledBlockLabelLeavesTheAdmissionAsItIs() {
        DataObject blocked = ADMISSION.withPath(
                Data.of("true"), "metadata", "labels", "release.appstudio.openshift.io/block-releases");

        assertThat(created(blocked).findText("spec", "pipeline", "timeouts", "pipeline"))
                .contains("4h");
    }

    @Test
    void allFaultsOfTheSchemaAreReportedAtOnce() {
        DataObject release =
                RELEASE.withPath(Data.of("A"), "spec", "snapshot").withPath(Data.of("B_"), "spec", "releasePlan");

        Refused refused = refused(AdmissionRequest.create("alice", release));

        assertThat(refused.code()).isEqualTo(422);
        assertThat(refused.causes())
                .extracting(Cause::field)
                .containsExactly("metadata.labels", "spec.releasePlan", "spec.snapshot");
        assertThat(refused.message())
                .startsWith("Release.appstudio.redhat.com \"first\" is invalid: [metadata.labels: ");
    }

    @Test
    void aValueOfTheWrongTypeIsRefusedByTheFirstWebhookThatReadsIt() {
        Refused refused = refused(AdmissionRequest.create("alice", PLAN.withPath(Data.of(5), "spec", "target")));

        assertThat(refused.code()).isEqualTo(400);
        assertThat(refused.message())
                .isEqualTo(
                        "admission webhook \"mauthor.kb.io\" denied the request: error decoding object: json: cannot unmarshal"
                                + " number into Go struct field ReleasePlanSpec.spec.target of type string");
    }

    @Test
    void withoutWebhooksTheSchemaSpeaksInstead() {
        AdmissionRequest request = AdmissionRequest.create("alice", PLAN.withPath(Data.of(5), "spec", "target"));

        assertThat(chain.withoutWebhooks().review(request))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.causes())
                                .extracting(Cause::toString)
                                .containsExactly(
                                        "spec.target: Invalid value: \"integer\": spec.target in body must be of type string: \"integer\"",
                                        Cause.rulesNotChecked().toString()));
    }

    @Test
    void labelsThatAreNoTextsMakeTheWholeObjectUnreadable() {
        Refused refused =
                refused(AdmissionRequest.create("alice", PLAN.withPath(Data.of(true), "metadata", "labels", "a")));

        assertThat(refused.reason()).isEqualTo("BadRequest");
        assertThat(refused.message())
                .endsWith("json: cannot unmarshal bool into Go struct field ObjectMeta.labels of type string");
    }

    @Test
    void theSpecOfAReleaseCannotBeUpdated() {
        DataObject old = created(RELEASE);

        Refused refused =
                refused(AdmissionRequest.update("alice", old.withPath(Data.of(3), "spec", "gracePeriodDays"), old));

        assertThat(refused.code()).isEqualTo(403);
        assertThat(refused.message())
                .isEqualTo(
                        "admission webhook \"vrelease.kb.io\" denied the request: release resources spec cannot be updated");
    }

    @Test
    void anUpdateLeavesTheStatusAloneAndAStatusUpdateEverythingElse() {
        DataObject old = created(RELEASE);
        DataObject wish =
                old.withPath(Data.of("other"), "spec", "snapshot").withPath(Data.of(true), "status", "automated");

        DataObject updated = stored(AdmissionRequest.updateStatus("operator", wish, old));

        assertThat(updated).isEqualTo(old.withPath(Data.of(true), "status", "automated"));
        DataObject relabelled = updated.withPath(Data.of("b"), "metadata", "annotations", "a");
        assertThat(stored(AdmissionRequest.update("alice", relabelled.without("status"), updated)))
                .isEqualTo(relabelled);
    }

    @Test
    void namesAreMadeFromThePrefixCutToFitALabel() {
        DataObject nameless =
                RELEASE.with("metadata", object("{namespace: dev, generateName: %s}".formatted("g".repeat(80))));

        DataObject release =
                stored(AdmissionRequest.create("alice", nameless).naming((kind, namespace, prefix) -> "abcde"));

        assertThat(release.findText("metadata", "name")).contains("g".repeat(58) + "abcde");
    }

    @Test
    void deletionAndKindsWithoutASchemaAreAlwaysTaken() {
        DataObject run = object("{apiVersion: tekton.dev/v1, kind: PipelineRun, metadata: {name: x}, spec: {any: 1}}");

        assertThat(stored(AdmissionRequest.create("alice", run))).isEqualTo(run);
        assertThat(stored(AdmissionRequest.delete("alice", RELEASE))).isEqualTo(RELEASE);
    }

    @Test
    void anInspectionRefusesNotesAboutOwnershipThatNobodyWrites() {
        DataObject plan = object("""
                apiVersion: appstudio.redhat.com/v1alpha1
                kind: ReleasePlan
                metadata:
                  name: plan
                  managedFields:
                  - {manager: kubectl, operation: Update, fieldsType: FieldsV1, time: "2026-01-01T00:00:00Z"}
                  - {manager: "a\\u0007b", operation: Guess, fieldsType: Other}
                spec: {application: shop, target: managed}
                """);

        Inspection inspection = Inspector.create().inspect(plan).orElseThrow();

        assertThat(inspection.causes())
                .extracting(Cause::toString)
                .containsExactlyInAnyOrder(
                        "metadata.managedFields[1].operation: Invalid value: \"Guess\": must be `Apply` or `Update`",
                        "metadata.managedFields[1].fieldsType: Invalid value: \"Other\": must be `FieldsV1`",
                        "metadata.managedFields[1].manager: Invalid value: \"a\\ab\": invalid character U+0007 (at position 1)");
    }

    @Test
    void anInspectionAllowsOneControllerAndNoEventAsOwner() {
        DataObject plan = object("""
                apiVersion: appstudio.redhat.com/v1alpha1
                kind: ReleasePlan
                metadata:
                  name: plan
                  ownerReferences:
                  - {apiVersion: v1, kind: Event, name: e, uid: u}
                  - {apiVersion: apps/v1, kind: A, name: a, uid: u, controller: true}
                  - {apiVersion: a/b/c, kind: B, name: b, uid: u, controller: true}
                spec: {application: shop, target: managed}
                """);

        Inspection inspection = Inspector.create().inspect(plan).orElseThrow();

        assertThat(inspection.causes())
                .extracting(Cause::toString)
                .containsExactlyInAnyOrder(
                        "metadata.ownerReferences: Invalid value: {\"apiVersion\":\"v1\",\"kind\":\"Event\",\"name\":\"e\",\"uid\":\"u\"}: "
                                + "/v1, Kind=Event is disallowed from being an owner",
                        "metadata.ownerReferences: Invalid value: [{\"apiVersion\":\"v1\",\"kind\":\"Event\",\"name\":\"e\",\"uid\":\"u\"},"
                                + "{\"apiVersion\":\"apps/v1\",\"kind\":\"A\",\"name\":\"a\",\"uid\":\"u\",\"controller\":true},"
                                + "{\"apiVersion\":\"a/b/c\",\"kind\":\"B\",\"name\":\"b\",\"uid\":\"u\",\"controller\":true}]: "
                                + "Only one reference can have Controller set to true. Found \"true\" in references for A/a and B/b",
                        "metadata.ownerReferences.apiVersion: Invalid value: \"a/b/c\": version must not be empty");
    }

    @Test
    void anInspectionNamesTheFieldsThatWouldBeDropped() {
        DataObject plan = object("""
                apiVersion: appstudio.redhat.com/v1alpha1
                kind: ReleasePlan
                metadata:
                  name: plan
                  owner: y
                  ownerReferences: [{apiVersion: v1, kind: Application, name: shop, uid: u, since: z}]
                spec: {application: shop, target: managed, displayName: x}
                """);

        Inspection inspection = Inspector.create().inspect(plan).orElseThrow();

        assertThat(inspection.isValid()).isTrue();
        assertThat(inspection.unknownFields())
                .containsExactlyInAnyOrder("metadata.owner", "metadata.ownerReferences[0].since", "spec.displayName");
        assertThat(inspection.kind().root().findField("spec").orElseThrow().knows("displayName"))
                .isFalse();
    }

    @Test
    void hugeTextsDoNotSlowPatternsDown() {
        String name = "a.".repeat(200_000) + "!";
        DataObject scenario = object("{apiVersion: appstudio.redhat.com/v1alpha1, kind: Snapshot, metadata: {name: s},"
                        + " spec: {application: a}}")
                .withPath(Data.of(name), "spec", "application");

        assertThat(Inspector.create().inspect(scenario)).isPresent();
        assertThat(TextPattern.of("^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?[a-z]+$")
                        .isFoundIn(name))
                .isFalse();
    }
}
