package dev.konflux.release.collectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.JsonReader;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CollectorResultsTest {

    @Test
    void resultsGoIntoTheStatusByKindAndName() {
        CollectorResults results = CollectorResults.of(new TreeMap<>(Map.of(
                "managed-jira.json", "{\"a\": 1.50}",
                "results/tenant-my_cve.json", "{\"b\": 12345678901234567890} {\"second\": 2}",
                "tenant-empty.json", "",
                "tenant-big.json", "1e100")));

        DataObject expected = JsonReader.create()
                .read(
                        "{\"status\": {\"collectors\": {\"managed\": {\"jira\": {\"a\": 1.5}}, \"tenant\": {\"my_cve\":"
                                + " {\"b\": 12345678901234567000}, \"empty\": null, \"big\": \"1e+100\"}}}}",
                        "")
                .asObject()
                .orElseThrow();
        assertThat(results.statusPatch()).isEqualTo(expected);
        assertThat(results.ignored()).isEmpty();
    }

    @Test
    void otherFilesAreIgnoredWithAReason() {
        CollectorResults results = CollectorResults.of(new TreeMap<>(Map.of(
                "final-cve.json", "{}",
                "tenant-a.json", "ERROR: no",
                "tenant-b.json", "{} oops")));

        assertThat(results.statusPatch()).hasToString("{\"status\":{\"collectors\":{}}}");
        assertThat(results.ignored())
                .containsExactly(
                        "Ignoring invalid file name: final-cve.json",
                        "Ignoring not JSON file: tenant-a.json.",
                        "Ignoring not JSON file: tenant-b.json.");
    }
}
