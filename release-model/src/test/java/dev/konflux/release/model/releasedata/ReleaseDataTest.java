package dev.konflux.release.model.releasedata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.konflux.release.model.Release;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.ReleasePlanAdmission;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataPath;
import dev.konflux.release.model.text.JsonReader;
import org.junit.jupiter.api.Test;

class ReleaseDataTest {

    private static DataObject json(String text, String source) {
        return JsonReader.create().read(text, source).asObject().orElseThrow();
    }

    private static final DataObject RELEASE = json("""
            {"kind": "Release", "metadata": {"namespace": "team", "name": "rel"},
             "spec": {"data": {"releaseNotes": {"synopsis": "from release", "cves": [{"key": "CVE-2"}]}}},
             "status": {"collectors": {
               "tenant": {"jira": {"releaseNotes": {"cves": [{"key": "CVE-1"}], "topic": "found"}}},
               "managed": {"jira": {"releaseNotes": {"topic": "found by managed"}}}}}}""", "release.json");
    private static final DataObject PLAN = json("""
            {"kind": "ReleasePlan", "metadata": {"namespace": "team", "name": "plan"},
             "spec": {"data": {"releaseNotes": {"synopsis": "from plan", "solution": null}}}}""", "plan.json");
    private static final DataObject ADMISSION = json("""
            {"kind": "ReleasePlanAdmission", "metadata": {"namespace": "managed", "name": "rpa"},
             "spec": {"data": {"releaseNotes": {"synopsis": "from admission",
               "cves": [{"key": "CVE-1"}]}}}}""", "rpa.json");

    private final ReleaseData data =
            ReleaseData.merge(Release.of(RELEASE), ReleasePlan.of(PLAN), ReleasePlanAdmission.of(ADMISSION));

    @Test
    void theAdmissionHasTheLastWord() {
        assertThat(data.value().findText("releaseNotes", "synopsis")).contains("from admission");
    }

    @Test
    void tenantCollectorsBeatManagedOnes() {
        assertThat(data.value().findText("releaseNotes", "topic")).contains("found");
    }

    @Test
    void arraysOfSeveralLayersAreJoinedSortedAndFreedOfRepetitions() {
        assertThat(data.value().items("releaseNotes", "cves").toString())
                .isEqualTo("[{\"key\":\"CVE-1\"}, {\"key\":\"CVE-2\"}]");
    }

    @Test
    void aValueKnowsItsDocumentPathAndLine() {
        Origin origin = data.originOf(DataPath.of("releaseNotes", "synopsis")).orElseThrow();

        assertThat(origin)
                .hasToString("ReleasePlanAdmission managed/rpa: spec.data.releaseNotes.synopsis (rpa.json:2:49)");
    }

    @Test
    void aCollectedItemKnowsItsCollector() {
        DataPath path = DataPath.of("releaseNotes", "cves").item(0);

        assertThat(data.originOf(path).orElseThrow().path())
                .hasToString("status.collectors.tenant.jira.releaseNotes.cves[0]");
    }

    @Test
    void anObjectHasAllLayersThatHaveAPartInIt() {
        assertThat(data.originsOf(DataPath.of("releaseNotes")))
                .extracting(Origin::layer)
                .containsExactly(
                        DataLayer.COLLECTORS,
                        DataLayer.COLLECTORS,
                        DataLayer.RELEASE,
                        DataLayer.RELEASE_PLAN,
                        DataLayer.RELEASE_PLAN_ADMISSION);
    }

    @Test
    void whatIsNotThereHasNoOrigin() {
        assertThat(data.originOf(DataPath.of("releaseNotes", "nope"))).isEmpty();
    }

    @Test
    void aLoneArrayKeepsItsOrderAndRepetitions() {
        Data merged = DataMerge.merge(json("{\"a\": [3, 1, 3]}", ""), json("{\"b\": 1}", ""));

        assertThat(merged).hasToString("{\"a\":[3,1,3],\"b\":1}");
    }

    @Test
    void oneAndTrueAreTheSameItem() {
        Data merged =
                DataMerge.merge(json("{\"a\": [1, 10, 9]}", ""), json("{\"a\": [true, 1.0, \"é\", \"a\", \"Z\"]}", ""));

        assertThat(merged).hasToString("{\"a\":[\"Z\",\"é\",\"a\",1,10,9]}");
    }

    @Test
    void onlyTheAdmissionMayNameTheProduct() {
        DataObject plan = json("{\"spec\": {\"data\": {\"releaseNotes\": {\"cpe\": \"\", \"product_id\": null}}}}", "");

        assertThat(ReleaseData.merge(DataObject.empty(), plan, plan).disallowedKeys())
                .extracting(DisallowedKey::message)
                .containsExactly("Found disallowed key: releaseNotes.cpe in resource ReleasePlan");
    }

    @Test
    void anythingButAnObjectInTheWayIsAClearError() {
        DataObject broken = json("{\"spec\":\n  null}", "plan.json");

        assertThatThrownBy(() -> ReleaseData.merge(RELEASE, broken, ADMISSION))
                .isInstanceOf(ReleaseDataException.class)
                .hasMessage("plan.json:2:3: spec: expected an object, found null");
    }

    @Test
    void singleComponentModeIsTheTextOfWhateverStandsThere() {
        assertThat(ReleaseData.of(json("{\"singleComponentMode\": true}", "")).singleComponentMode())
                .isEqualTo("true");
        assertThat(ReleaseData.of(json("{\"singleComponentMode\": \"Yes\"}", ""))
                        .singleComponentMode())
                .isEqualTo("yes");
        assertThat(ReleaseData.of(DataObject.empty()).singleComponentMode()).isEqualTo("false");
    }

    @Test
    void theEarlierMergeSortedEvenLoneArraysAndGaveUpOnMixedTypes() {
        assertThat(EarlierCollectorMerge.merge(json("{\"tenant\": {\"a\": {\"l\": [10, 9, 9]}}}", "")))
                .contains(json("{\"l\": [9, 10]}", ""));
        assertThat(EarlierCollectorMerge.merge(
                        json("{\"managed\": {\"a\": {\"l\": 1}}, \"tenant\": {\"a\": {\"l\": {\"x\": 1}}}}", "")))
                .isEmpty();
    }
}
