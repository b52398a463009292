package dev.konflux.release.notes.advisory;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.PythonText;
import dev.konflux.release.notes.content.ContentType;
import java.util.List;

/**
 * An advisory that exists.
 *
 * @param path of its document in the repository of advisories
 * @param document the advisory
 */
public record PublishedAdvisory(String path, DataObject document) {

    /** Its type, such as {@code RHSA}; empty when the document has none. */
    public String type() {
        return text("spec", "type");
    }

    /** Its name, such as {@code 2026:4242}; empty when the document has none. */
    public String name() {
        return text("metadata", "name");
    }

    /** The rows of content of that type. */
    public List<Data> rows(ContentType type) {
        return document.items("spec", "content", type.contentKey());
    }

    /** Where it can be read. */
    public AdvisoryLink link(String gitUrl) {
        return AdvisoryLink.of(gitUrl, path, type(), name());
    }

    private String text(String... path) {
        return document.find(path)
                .filter(value -> !value.isNull())
                .map(PythonText::str)
                .orElse("");
    }
}
