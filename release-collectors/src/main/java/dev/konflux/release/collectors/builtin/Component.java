package dev.konflux.release.collectors.builtin;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.Optional;

/** A component of a Snapshot as the commit collectors see it. */
record Component(String name, DataObject document) {

    /** Address of its source. */
    String url() {
        return Fields.requireText(git(), "url", where());
    }

    /** Revision of its source; the empty text when it is empty or null. */
    String revision() {
        return Fields.require(git(), "revision", where()).asText().orElse("");
    }

    /** Folder of its source inside the repository. */
    Optional<String> context() {
        return git().findText("context").filter(context -> !context.isEmpty());
    }

    private Data git() {
        Data source = Fields.require(document, "source", where());
        return Fields.require(source, "git", "source of " + where());
    }

    private String where() {
        return "component " + name;
    }
}
