package dev.konflux.release.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What real clients sent to a real API server, sent again; where the recordings are at hand. */
class KubernetesClientsTest {

    private static final Path SESSIONS =
            Path.of(System.getProperty("conformance.corpus", "../../shared/corpus"), "kube-clients.jsonl");

    /** The recordings leave out who owned the fields; CustomResourceDefinitions are not served; a new store has forgotten nothing yet. */
    private static final Pattern LEFT_OVER =
            Pattern.compile("apply-server-side-conflict|server-side-apply-manager|apply-unknown-kind|watch-old");

    @Test
    void recordedSessionsComplete() throws IOException {
        assumeTrue(Files.isReadable(SESSIONS), "the recorded sessions are not beside the checkout");
        Map<String, List<String>> differing = new TreeMap<>();
        int count = 0;
        for (String line : Files.readAllLines(SESSIONS)) {
            DataObject session = JsonReader.create().read(line, "").asObject().orElseThrow();
            boolean isInOrder = session.items("expected", "requests").stream()
                    .allMatch(request -> request.asObject().orElseThrow().has("status"));
            if (!isInOrder) {
                // Only how often the operator asked what was recorded; its stories are the area operator-lifecycle.
                continue;
            }
            count++;
            List<String> differences = ClientSession.differences(session);
            boolean isLeftOver =
                    LEFT_OVER.matcher(session.findText("id").orElse("")).find();
            if (!differences.isEmpty() && !isLeftOver) {
                differing.put(session.findText("id").orElse(""), differences);
            }
        }

        assertThat(count).isGreaterThan(200);
        assertThat(differing).isEmpty();
    }
}
