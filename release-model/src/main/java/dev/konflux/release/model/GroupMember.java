package dev.konflux.release.model;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.Optional;

/** A component, or a group of components, in a group. */
public final class GroupMember extends Part {

    private GroupMember(DataObject data) {
        super(data);
    }

    /** The member that is the given object. */
    public static GroupMember of(DataObject data) {
        return new GroupMember(data);
    }

    /** A component in one version. */
    public static GroupMember of(String name, String versionName) {
        return new GroupMember(
                DataObject.of("name", Data.of(name), "componentVersion", DataObject.of("name", Data.of(versionName))));
    }

    /** Its name. */
    public String name() {
        return text("name");
    }

    /** Whether it is itself a group; the kind is read without regard to case. */
    public boolean isGroup() {
        return text("kind").equalsIgnoreCase("componentgroup");
    }

    /** Name of its version. */
    public Optional<String> versionName() {
        return data().findText("componentVersion", "name");
    }

    /** Its version. */
    public Optional<String> version() {
        return data().findText("componentVersion", "version");
    }

    /** The folder of its source, when one repository holds several. */
    public Optional<String> context() {
        return data().findText("componentVersion", "context");
    }
}
