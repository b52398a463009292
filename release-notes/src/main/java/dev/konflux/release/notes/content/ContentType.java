package dev.konflux.release.notes.content;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.PythonEquality;
import dev.konflux.release.model.data.PythonText;
import dev.konflux.release.model.releasedata.Located;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What kind of content a release ships. The field is free text, so unknown names occur.
 *
 * @param name as the mapping writes it
 */
public record ContentType(String name) {

    /** Container images, the default. */
    public static final ContentType IMAGE = new ContentType("image");
    /** Executables. */
    public static final ContentType BINARY = new ContentType("binary");
    /** Any other files. */
    public static final ContentType GENERIC = new ContentType("generic");
    /** Images of disks. */
    public static final ContentType DISK_IMAGE = new ContentType("disk-image");
    /** RPM packages. */
    public static final ContentType RPM = new ContentType("rpm");

    private static final Set<ContentType> ARTIFACTS = Set.of(BINARY, GENERIC, DISK_IMAGE, RPM);

    /** The type of the first mapping component that names one; empty when none does. */
    public static Optional<ContentType> firstInMapping(Located data) {
        Data components = data.objectOrEmpty("mapping").orElse("components", Data.nothing());
        for (Data component : components.asArray().map(DataArray::items).orElse(List.of())) {
            Optional<ContentType> type = ofComponent(component);
            if (type.isPresent()) {
                return type;
            }
        }
        return Optional.empty();
    }

    /** What a mapping component says: its content gateway first, then the component itself. */
    public static Optional<ContentType> ofComponent(Data component) {
        return component
                .find("contentGateway", "contentType")
                .filter(PythonEquality::isTrue)
                .or(() -> component.find("contentType").filter(PythonEquality::isTrue))
                .map(type -> new ContentType(PythonText.str(type)));
    }

    /** The type an advisory is made for: the mapping's, else generic for a GitHub release, else images. */
    public static ContentType ofRelease(Located data) {
        return firstInMapping(data).orElseGet(() -> data.find("github").isPresent() ? GENERIC : IMAGE);
    }

    /** Whether this is a type whose rows stand in {@code content.artifacts}. */
    public boolean isArtifact() {
        return ARTIFACTS.contains(this);
    }

    /** Whether advisories exist for this type. */
    public boolean isKnown() {
        return equals(IMAGE) || isArtifact();
    }

    /** The member of {@code releaseNotes.content} that lists the rows of this type; unknown types count as images. */
    public String contentKey() {
        return isArtifact() ? "artifacts" : "images";
    }
}
