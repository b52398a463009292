package dev.konflux.release.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.JsonReader;
import dev.konflux.release.testkit.store.ObjectKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What real clients sent to a real API server, sent again; where the recordings are at hand. */
class KubernetesClientsTest {

    private static final Path SESSIONS =
            Path.of(System.getProperty("conformance.corpus", "../../shared/corpus"), "kube-clients.jsonl");

    @Test
    void recordedSessionsComplete() throws IOException {
        assumeTrue(Files.isReadable(SESSIONS), "the recorded sessions are not beside the checkout");
        Map<String, List<String>> differing = new TreeMap<>();
        Map<String, Map<ObjectKey, DataObject>> leftBehind = new HashMap<>();
        int count = 0;
        for (String line : Files.readAllLines(SESSIONS)) {
            DataObject session = JsonReader.create().read(line, "").asObject().orElseThrow();
            boolean isInOrder = session.items("expected", "requests").stream()
                    .allMatch(request -> request.asObject().orElseThrow().has("status"));
            count++;
            String client = session.findText("input", "client").orElse("");
            List<String> differences = isInOrder
                    ? ClientSession.differences(session, leftBehind.computeIfAbsent(client, unused -> new HashMap<>()))
                    : OperatorRequests.differences(session);
            if (!differences.isEmpty()) {
                differing.put(session.findText("id").orElse(""), differences);
            }
        }

        assertThat(count).isGreaterThanOrEqualTo(241);
        assertThat(differing).isEmpty();
    }
}
