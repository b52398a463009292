package dev.konflux.release.model;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.Optional;

/** A parameter: a name and a value. */
public final class Parameter extends Part {

    private Parameter(DataObject data) {
        super(data);
    }

    /** The parameter that is the given object. */
    public static Parameter of(DataObject data) {
        return new Parameter(data);
    }

    /** A parameter with a text value. */
    public static Parameter of(String name, String value) {
        return of(name, Data.of(value));
    }

    /** A parameter with any value; Tekton also allows lists and objects of text. */
    public static Parameter of(String name, Data value) {
        return new Parameter(DataObject.of("name", Data.of(name), "value", value));
    }

    /** The name; empty text when it has none. */
    public String name() {
        return text("name");
    }

    /** The value if it is a text, else empty text. */
    public String value() {
        return text("value");
    }

    /** The value, whatever it is. */
    public Optional<Data> findValue() {
        return data().find("value");
    }
}
