package dev.konflux.release.notes;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.notes.jinja.value.Conversion;
import dev.konflux.release.notes.jinja.yaml.YamlDump;
import java.util.List;

/**
 * A rendered advisory.
 *
 * @param passes the text of each pass
 * @param fellBack whether the first text counts because the second is no YAML
 * @param document the advisory
 */
public record AdvisoryText(List<String> passes, boolean fellBack, Data document) {

    /** An advisory. */
    public AdvisoryText {
        passes = List.copyOf(passes);
    }

    /** The text of {@code advisory.yaml} in the advisory repository, to the byte. */
    public String yaml() {
        return yaml(document);
    }

    /** Any document as the Release Service writes it into the advisory repository. */
    public static String yaml(Data document) {
        return YamlDump.advisory(Conversion.of(document));
    }
}
