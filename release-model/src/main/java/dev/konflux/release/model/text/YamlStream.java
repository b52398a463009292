package dev.konflux.release.model.text;

import dev.konflux.release.model.data.Data;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All documents of a YAML text.
 *
 * @param documents the documents in their order, broken ones included
 * @param end why reading stopped before the end of the text, when a separator was malformed
 */
public record YamlStream(List<YamlDocument> documents, Optional<DataSyntaxException> end) {

    /** Copies the list. */
    public YamlStream {
        documents = List.copyOf(documents);
    }

    /** The values of the documents that could be read and are not empty. */
    public List<Data> values() {
        return documents.stream()
                .flatMap(document -> document.findData().stream())
                .toList();
    }

    /** What could not be read. */
    public List<DataSyntaxException> faults() {
        List<DataSyntaxException> faults = new ArrayList<>();
        for (YamlDocument document : documents) {
            if (document instanceof YamlDocument.Broken broken) {
                faults.add(broken.fault());
            }
        }
        end.ifPresent(faults::add);
        return List.copyOf(faults);
    }
}
