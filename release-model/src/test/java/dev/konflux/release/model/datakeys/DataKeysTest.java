package dev.konflux.release.model.datakeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.releasedata.ReleaseData;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import dev.konflux.release.model.text.JsonReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataKeysTest {

    private static DataObject json(String text, String source) {
        return JsonReader.create().read(text, source).asObject().orElseThrow();
    }

    private static List<String> violations(String data, String... systems) {
        return DataKeys.check(ReleaseData.of(json(data, "")), RequiredSystems.of(systems)).stream()
                .map(KeyViolation::toString)
                .map(text -> text.replaceFirst(" \\(data\\)$", "").replaceFirst("^[0-9:]+ ", ""))
                .toList();
    }

    @Test
    void unknownKeysAreAccepted() {
        assertThat(violations("{\"somethingNew\": {\"a\": 1}}")).isEmpty();
    }

    @Test
    void aWrongTypeIsNamedWithItsPath() {
        assertThat(violations("{\"ootsign\": {\"signing-secret\": 5}}"))
                .containsExactly("$.ootsign['signing-secret']: 5 is not of type 'string'");
    }

    @Test
    void aMandatorySystemDemandsItsKeyAndANamedOneItsContents() {
        assertThat(violations("{}", "sign")).containsExactly("$: 'sign' is a required property");
        assertThat(violations("{\"sign\": {}}", "sign"))
                .containsExactly("$.sign: 'configMapName' is a required property");
    }

    @Test
    void aDynamicSystemDemandsOnlyContents() {
        assertThat(violations("{\"systems\": [{\"systemName\": \"sign\", \"dynamic\": true}]}"))
                .isEmpty();
    }

    @Test
    void anEntryWithoutNameStandsForAllSystems() {
        assertThat(violations("{\"systems\": [{}]}"))
                .contains(
                        "$.systems[0]: 'systemName' is a required property",
                        "$: 'cdn' is a required property",
                        "$: 'pulp' is a required property");
    }

    @Test
    void demandingIntentionHasNoEffect() {
        assertThat(violations("{}", "intention")).isEmpty();
    }

    @Test
    void aCveIdMayNotEndInALineBreak() {
        assertThat(violations("{\"releaseNotes\": {\"cves\": [{\"key\": \"CVE-2025-1234\\n\"}]}}"))
                .containsExactly("$.releaseNotes.cves[0].key: 'CVE-2025-1234\\n' does not match"
                        + " '^CVE-[0-9]{4}-[0-9]{4,}$'");
    }

    @Test
    void anEmptyListOfRepositoriesSufficesForAMapping() {
        assertThat(violations("{\"mapping\": {\"components\": [{\"name\": \"a\", \"repositories\": []}]}}", "mapping"))
                .isEmpty();
        assertThat(violations("{\"mapping\": {\"components\": [{\"name\": \"a\", \"repository\": \"r\"}]}}", "mapping"))
                .containsExactly(
                        "$.mapping.components[0]: {'name': 'a', 'repository': 'r'} is not valid under any of the"
                                + " given schemas");
    }

    @Test
    void theViolationNamesTheDocumentAndItsLine() {
        DataObject plan = json(
                "{\"kind\": \"ReleasePlan\", \"metadata\": {\"name\": \"plan\"}, \"spec\": {\"data\": {\n"
                        + "  \"intention\": \"prod\"}}}",
                "plan.json");
        ReleaseData data = ReleaseData.merge(DataObject.empty(), plan, DataObject.empty());

        assertThat(DataKeys.check(data))
                .hasToString(
                        "[plan.json:2:16: $.intention: 'prod' is not one of ['production', 'staging'] (ReleasePlan plan)]");
    }

    @Test
    void systemsHaveToBeAnArray() {
        assertThatThrownBy(() -> RequiredSystems.parse("{}"))
                .isInstanceOf(ReleaseDataException.class)
                .hasMessage("systems parameter must be a JSON array");
        assertThat(RequiredSystems.parse(" ")).isEqualTo(RequiredSystems.none());
    }
}
