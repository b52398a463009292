package dev.konflux.release.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.Dialect;
import dev.konflux.release.model.text.JsonReader;
import dev.konflux.release.model.text.YamlDocument;
import dev.konflux.release.model.text.YamlReader;
import dev.konflux.release.model.text.YamlWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The recorded documents, which lie beside the checkout and not in it. */
class RealDocumentsTest {

    private static final Path CASES = Path.of("../../shared/corpus/resources.jsonl");
    private static final Pattern MADE_UP = Pattern.compile("resources/(mutated|unparsable|stream|scalar|syntax)/.*");

    private static List<DataObject> documents() throws IOException {
        assumeTrue(Files.exists(CASES), "the recorded cases are not beside the checkout: no real document is written");
        List<DataObject> documents = new ArrayList<>();
        for (Data recorded : JsonReader.create().readAll(Files.readString(CASES), CASES.toString())) {
            if (!MADE_UP.matcher(recorded.findText("id").orElseThrow()).matches()) {
                String text = recorded.findText("input", "yaml").orElseThrow();
                if (YamlReader.of(Dialect.CLUSTER).readDocument(text, "") instanceof YamlDocument.Content content) {
                    content.data().asObject().ifPresent(documents::add);
                }
            }
        }
        return documents;
    }

    @Test
    void everyDocumentIsTheSameAfterItIsWrittenAndReadInEitherDialect() throws IOException {
        List<DataObject> documents = documents();

        assertThat(documents).hasSizeGreaterThan(500).allSatisfy(document -> {
            String text = YamlWriter.create().write(document);

            assertThat(YamlReader.of(Dialect.CLUSTER).read(text, "")).isEqualTo(document);
            assertThat(YamlReader.of(Dialect.PYTHON).read(text, "")).isEqualTo(document);
            assertThat(YamlWriter.create().write(YamlReader.of(Dialect.CLUSTER).read(text, "")))
                    .isEqualTo(text);
        });
    }

    @Test
    void everyResourceKeepsFieldsNobodyKnows() throws IOException {
        assertThat(documents())
                .allSatisfy(document ->
                        assertThat(ResourceKind.read(document).document()).isEqualTo(document));
    }
}
