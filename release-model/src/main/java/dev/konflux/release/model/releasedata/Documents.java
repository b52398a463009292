package dev.konflux.release.model.releasedata;

import dev.konflux.release.model.data.DataObject;

/** How documents are called in messages. */
final class Documents {

    private Documents() {}

    static String nameOf(DataLayer layer, DataObject document) {
        String kind = document.findText("kind").orElse(layer.resourceKind());
        String namespace = document.findText("metadata", "namespace")
                .map(text -> text + "/")
                .orElse("");
        String name = document.findText("metadata", "name").orElse("");
        return (kind + " " + namespace + name).strip();
    }
}
