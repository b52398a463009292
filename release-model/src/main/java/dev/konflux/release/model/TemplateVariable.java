package dev.konflux.release.model;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.Optional;

/** A variable of a template. */
public final class TemplateVariable extends Part {

    private TemplateVariable(DataObject data) {
        super(data);
    }

    /** The variable that is the given object. */
    public static TemplateVariable of(DataObject data) {
        return new TemplateVariable(data);
    }

    /** A variable without default. */
    public static TemplateVariable of(String name) {
        return new TemplateVariable(DataObject.of("name", Data.of(name)));
    }

    /** Its name. */
    public String name() {
        return text("name");
    }

    /** Its value when a stream gives none; may be a template itself. */
    public Optional<String> defaultValue() {
        return data().findText("defaultValue");
    }

    /** What it is. */
    public Optional<String> description() {
        return data().findText("description");
    }
}
