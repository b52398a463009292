package dev.konflux.release.notes.content;

import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.JsonReader;

/** Documents written with single quotes. */
public final class Documents {

    private Documents() {}

    /** Reads JSON in which single quotes stand for double ones. */
    public static DataObject json(String text) {
        return JsonReader.create()
                .read(text.replace('\'', '"'), "test")
                .asObject()
                .orElseThrow();
    }
}
