package dev.konflux.release.notes.content;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.PythonText;
import dev.konflux.release.model.releasedata.Located;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Makes a tag of the time an image was created, as its label tells. */
public final class CreatedTag {

    private static final String LABEL = "org.opencontainers.image.created";

    private final List<String> warnings;

    CreatedTag(List<String> warnings) {
        this.warnings = warnings;
    }

    /** A finder that adds what it cannot use to the warnings. */
    public static CreatedTag warningInto(List<String> warnings) {
        return new CreatedTag(warnings);
    }

    /** The time in seconds since 1970; empty when the label is missing or says no time. */
    public String of(Located component) {
        String name = PythonText.str(component.orElse("name", Data.of("")));
        Optional<Located> created = label(component).filter(Located::isTrue);
        if (created.isEmpty()) {
            warnings.add("component " + name + " has no label " + LABEL + "; a tag with a version and a time is used");
            return "";
        }
        String time = created.get().text();
        OptionalLong seconds = IsoTime.secondsOf(time);
        if (seconds.isEmpty()) {
            warnings.add("component " + name + ": the label " + LABEL + " says '" + time + "', which is no time");
            return "";
        }
        return Long.toString(seconds.getAsLong());
    }

    private static Optional<Located> label(Located component) {
        Optional<Located> labels = component.objectOrEmpty("metadata").findTrue("labels");
        if (labels.isEmpty()) {
            return Optional.empty();
        }
        return labels.get().items().stream()
                .filter(label -> label.orElse("name", Data.nothing()).equals(Data.of(LABEL)))
                .findFirst()
                .flatMap(label -> label.find("value"));
    }
}
