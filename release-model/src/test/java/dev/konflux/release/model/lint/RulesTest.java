package dev.konflux.release.model.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.konflux.release.model.Finding;
import dev.konflux.release.model.Resources;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {

    private static final String HEAD = "apiVersion: appstudio.redhat.com/v1alpha1\nkind: %s\n";
    private static final String DIGEST = "quay.io/org/c@sha256:" + "0".repeat(64);

    private static List<Finding> findings(String rule, String yaml) {
        return Lint.standard().only(rule).check(Resources.parse(yaml, "f.yaml")).findings();
    }

    private static String plan(String metadata, String spec) {
        return HEAD.formatted("ReleasePlan") + "metadata: {name: rp, namespace: dev" + metadata
                + "}\nspec: {application: app" + spec + "}\n";
    }

    private static String admission(String metadata, String spec) {
        return HEAD.formatted("ReleasePlanAdmission") + "metadata: {name: rpa, namespace: managed" + metadata
                + "}\nspec: {applications: [app], origin: dev, policy: strict" + spec + "}\n";
    }

    private static String release(String data) {
        return HEAD.formatted("Release")
                + "metadata: {name: r, namespace: dev}\nspec: {releasePlan: rp, snapshot: s, data: {" + data + "}}\n";
    }

    private static String git(String url, String revision, String path) {
        return "{pipelineRef: {resolver: git, params: [{name: url, value: '" + url + "'}, {name: revision, value: '"
                + revision + "'}, {name: pathInRepo, value: '" + path + "'}]}}";
    }

    @Test
    void anInvisibleCharacterMakesAnotherField() {
        String yaml = release("") + "\ufffc    component: c\n";

        assertThat(findings("text.invisible-in-name", yaml))
                .singleElement()
                .returns(5, finding -> finding.position().line())
                .returns(
                        "expected a field name of visible characters, found U+FFFC (OBJECT REPLACEMENT CHARACTER) in"
                                + " 'component'",
                        Finding::message);
    }

    @Test
    void joinersAndFixedBlanksAreMeantInProseButNotInNames() {
        assertThat(findings("text.invisible-in-value", plan(", annotations: {a: \"one\u00a0two three\"}", "")))
                .isEmpty();
        assertThat(findings("text.invisible-in-value", plan("", ", target: \"man\u200baged\"")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"${NAME}", "<name>", "app-XX", "{{ .Values.app }}", "CHANGEME", "{{hyphenize .version}}"})
    void aPlaceholderIsRecognised(String text) {
        assertThat(findings("text.placeholder", plan("", ", target: '" + text + "'")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{ git_sha }}", "v1", "a <b> c", "XXL", "see XX and YY", "$(params.x)", "linuX"})
    void whatOnlyResemblesAPlaceholderIsLeftAlone(String text) {
        assertThat(findings("text.placeholder", plan("", ", target: '" + text + "'")))
                .isEmpty();
    }

    @Test
    void theOldBlockingLabelIsReportedWithTheNewOne() {
        assertThat(findings(
                        "label.admission-auto-release",
                        admission(", labels: {release.appstudio.openshift.io/auto-release: 'false'}", "")))
                .singleElement()
                .returns("auto-release 'false' on an admission blocks nothing: releases go through", Finding::message)
                .returns("set release.appstudio.openshift.io/block-releases: \"true\"", Finding::hint);
    }

    @Test
    void aMisspeltLabelIsGuessed() {
        assertThat(findings(
                        "label.unknown-key",
                        plan(", labels: {release.appstudio.openshift.io/releaseplanadmission: a}", "")))
                .singleElement()
                .returns("did you mean release.appstudio.openshift.io/releasePlanAdmission?", Finding::hint);
    }

    @Test
    void aLabelThatIsNoTextIsNamed() {
        assertThat(findings("admission.invalid", plan(", labels: {a: true}", "")))
                .singleElement()
                .returns("metadata.labels.a", Finding::path)
                .returns(
                        "expected a text, found the boolean true; the cluster refuses the whole object",
                        Finding::message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pipeline: {} | a plan's own pipeline is spec.tenantPipeline",
                "aplication: x | did you mean 'application'?",
                "releaseNotes: {} | it belongs into spec.data",
                "serviceAccountName: x | a field of that name is at spec.collectors.serviceAccountName"
            })
    void aPrunedFieldComesWithWhatWasMeant(String field, String hint) {
        assertThat(findings("admission.pruned-field", plan("", ", " + field)))
                .singleElement()
                .returns(hint, Finding::hint);
    }

    @Test
    void aTenantPipelineThatPointsAtAManagedOneIsReported() {
        String managed = git(
                "https://github.com/konflux-ci/release-service-catalog", "production", "pipelines/managed/x/x.yaml");

        assertThat(findings("pipeline.tenant-uses-managed", plan("", ", tenantPipeline: " + managed)))
                .hasSize(1);
        assertThat(findings("pipeline.tenant-uses-managed", admission("", ", pipeline: " + managed)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"production, 0", "v1.2.3, 1", "0123abc, 1", "0123456789012345678901234567890123456789, 0"})
    void aRevisionMustBeABranchOrAFullHash(String revision, int count) {
        assertThat(findings(
                        "pipeline.revision-is-no-branch",
                        admission("", ", pipeline: " + git("https://git/x", revision, "p.yaml"))))
                .hasSize(count);
    }

    @Test
    void limitsThatContradictEachOtherAreShownWithWhatTheOperatorMakesOfThem() {
        assertThat(findings(
                        "timeout.contradiction",
                        admission("", ", pipeline: {timeouts: {pipeline: 1h, tasks: 55m, finally: 10m}}")))
                .singleElement()
                .returns(
                        "the limits pipeline 1h, tasks 55m, finally 10m do not go together; "
                                + "the operator runs with pipeline 1h, tasks 50m0s, finally 10m0s",
                        Finding::message);
        assertThat(findings(
                        "timeout.contradiction", admission("", ", pipeline: {timeouts: {pipeline: 4h, tasks: 3h50m}}")))
                .isEmpty();
    }

    @Test
    void securityAdvisoriesAndVulnerabilitiesGoTogether() {
        assertThat(findings("notes.*", release("releaseNotes: {type: RHSA}")))
                .extracting(Finding::id)
                .containsExactly("notes.security-without-cve");
        assertThat(findings("notes.*", release("releaseNotes: {type: RHBA, cves: [{key: CVE-2026-1, component: c}]}")))
                .extracting(Finding::id)
                .containsExactly("notes.cve-without-security");
        assertThat(findings("notes.*", release("releaseNotes: {type: RHSA, cves: [{key: CVE-2026-1}]}")))
                .extracting(Finding::id)
                .containsExactly("notes.cve-without-component");
    }

    @Test
    void aVulnerabilityOfAComponentNobodyMapsIsReported() {
        String all = plan("", ", target: managed") + "---\n"
                + admission("", ", data: {mapping: {components: [{name: web}]}}") + "---\n"
                + release("releaseNotes: {type: RHSA, cves: [{key: CVE-2026-1, component: weeb}]}");

        assertThat(findings("notes.cve-of-unmapped-component", all))
                .singleElement()
                .returns("did you mean 'web'?", Finding::hint);
    }

    @Test
    void keysOfTheAdmissionAreNotAllowedInARelease() {
        assertThat(findings("data.disallowed-key", release("releaseNotes: {product_name: x}")))
                .extracting(Finding::message)
                .containsExactly("Found disallowed key: releaseNotes.product_name in resource Release");
        assertThat(findings("data.invalid-key", release("releaseNotes: {type: RHXX}")))
                .extracting(Finding::path)
                .containsExactly("spec.data.releaseNotes.type");
    }

    @Test
    void settingsOfTheMappingAtTheWrongLevelAreReported() {
        String data = ", data: {mapping: {tags: [a], components: [{name: c, tags: ['{{ git_shaa }}']}]}}";

        assertThat(findings("mapping.*", admission("", data)))
                .extracting(Finding::id)
                .containsExactly("mapping.wrong-level", "mapping.ignored-tags", "mapping.unknown-variable");
    }

    @Test
    void imagesWithoutDigestAndWithoutSourceAreReported() {
        String yaml = HEAD.formatted("Snapshot") + "metadata: {name: s}\nspec: {application: app, components: ["
                + "{name: a, containerImage: 'quay.io/org/a:latest', source: {git: {url: u, revision: r}}},"
                + "{name: b, containerImage: '" + DIGEST + "'},"
                + "{name: c, containerImage: '" + DIGEST + "', source: {git: {url: u, revision: r}}}]}\n";

        assertThat(findings("snapshot.*", yaml))
                .extracting(Finding::id, Finding::path)
                .containsExactly(
                        tuple("snapshot.no-digest", "spec.components[0].containerImage"),
                        tuple("snapshot.no-source", "spec.components[1]"),
                        tuple("snapshot.repeated-image", "spec.components[2].containerImage"));
    }

    @Test
    void namesAreCountedInBytesAndWithTheirSuffixes() {
        String yaml = HEAD.formatted("Application") + "metadata: {name: " + "a".repeat(44) + "}\n---\n"
                + HEAD.formatted("Release") + "metadata: {name: " + "r".repeat(64) + "}\n";

        assertThat(findings("name.*", yaml))
                .extracting(Finding::id)
                .containsExactly("name.cut-in-snapshots", "name.too-long");
    }

    @ParameterizedTest
    @CsvSource({"7, 0", "30, 0", "31, 1", "0, 1", "-1, 1"})
    void aGracePeriodIsNeitherEndlessNorOverAtOnce(int days, int count) {
        assertThat(findings("plan.grace-period", plan("", ", releaseGracePeriodDays: " + days)))
                .hasSize(count);
    }

    @Test
    void plansWithoutAnAdmissionAmongTheFilesAreNotReported() {
        assertThat(findings("match.*", plan("", ", target: managed"))).isEmpty();
        assertThat(findings("match.*", plan("", ", target: stage") + "---\n" + admission("", "")))
                .singleElement()
                .returns("match.none", Finding::id)
                .returns(
                        "managed/rpa nearly matches: it is in namespace 'managed', the plan targets 'stage'",
                        Finding::hint);
    }

    @Test
    void emptySecretsAndCollectorsThatCannotRunAreReported() {
        assertThat(findings("collectors.*", plan("", ", collectors: {items: [], secrets: []}")))
                .extracting(Finding::id)
                .containsExactly("collectors.without-target", "collectors.all-secrets");
    }

    @Test
    void aNearlyRightNameOfAnotherResourceIsGuessed() {
        String yaml =
                plan("", ", target: managed") + "---\n" + release("").replace("releasePlan: rp", "releasePlan: rpp");

        assertThat(findings("reference.plan", yaml)).singleElement().returns("did you mean 'rp'?", Finding::hint);
    }

    @Property(tries = 200)
    void noSpecWhateverMakesARuleFail(@ForAll String spec, @ForAll int kind) {
        String[] kinds = {"ReleasePlan", "ReleasePlanAdmission", "Release", "Snapshot", "EnterpriseContractPolicy"};
        String yaml = HEAD.formatted(kinds[Math.floorMod(kind, kinds.length)]) + "spec: " + spec + "\n";

        assertThat(Lint.standard().check(Resources.parse(yaml, "f")).toText()).isNotEmpty();
    }
}
