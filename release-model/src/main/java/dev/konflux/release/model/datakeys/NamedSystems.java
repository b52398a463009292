package dev.konflux.release.model.datakeys;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.List;

/** The systems that a document names. An entry without a name stands for every system, because it contradicts none. */
final class NamedSystems {

    private final List<Data> entries;

    private NamedSystems(List<Data> entries) {
        this.entries = entries;
    }

    static NamedSystems in(DataObject document) {
        return new NamedSystems(document.items("systems"));
    }

    /** Whether some entry names the system, dynamic or not. */
    boolean has(String system) {
        return entries.stream().anyMatch(entry -> isAbout(entry, system));
    }

    /** Whether some entry names the system and is not dynamic. */
    boolean demand(String system) {
        return entries.stream().anyMatch(entry -> isAbout(entry, system) && !isDynamic(entry));
    }

    /** Whether some entry is nothing but the text. */
    boolean hasPlain(String text) {
        return entries.stream()
                .anyMatch(entry -> entry.asText().filter(text::equals).isPresent());
    }

    private static boolean isAbout(Data entry, String system) {
        return entry instanceof DataObject object
                && object.find("systemName")
                        .map(name -> name.asText().filter(system::equals).isPresent())
                        .orElse(true);
    }

    private static boolean isDynamic(Data entry) {
        return entry.find("dynamic").flatMap(Data::asBoolean).orElse(false);
    }
}
