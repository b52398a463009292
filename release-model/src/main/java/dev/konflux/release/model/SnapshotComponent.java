package dev.konflux.release.model;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.Optional;

/** One component of a snapshot: a name, an image, and where it was built from. */
public final class SnapshotComponent extends Part {

    private SnapshotComponent(DataObject data) {
        super(data);
    }

    /** The component that is the given object. */
    public static SnapshotComponent of(DataObject data) {
        return new SnapshotComponent(data);
    }

    /** A component of a name and an image. */
    public static SnapshotComponent of(String name, String containerImage) {
        return new SnapshotComponent(DataObject.of("name", Data.of(name), "containerImage", Data.of(containerImage)));
    }

    /** The component's name. */
    public String name() {
        return text("name");
    }

    /** The image, normally by digest. */
    public String containerImage() {
        return text("containerImage");
    }

    /** The component's version, in snapshots of component groups. */
    public Optional<String> version() {
        return data().findText("version");
    }

    /** Repository it was built from. */
    public Optional<String> sourceUrl() {
        return data().findText("source", "git", "url");
    }

    /** Commit it was built from. */
    public Optional<String> sourceRevision() {
        return data().findText("source", "git", "revision");
    }

    /** The folder of the repository it was built from; absent for the whole repository. */
    public Optional<String> sourceContext() {
        return data().findText("source", "git", "context").filter(folder -> !folder.isEmpty());
    }

    /** This component built from the given place. */
    public SnapshotComponent withSource(String url, String revision) {
        return new SnapshotComponent(
                data().withPath(DataObject.of("url", Data.of(url), "revision", Data.of(revision)), "source", "git"));
    }
}
