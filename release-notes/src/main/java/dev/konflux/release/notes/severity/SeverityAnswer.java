package dev.konflux.release.notes.severity;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import java.util.List;
import java.util.Optional;

/**
 * What the request for a severity brought.
 *
 * @param result {@code Success}, or what went wrong
 * @param severity the severity, when the request told one
 */
public record SeverityAnswer(String result, Optional<String> severity) {

    private static final String SUCCESS = "Success";

    /** Whether the request succeeded. */
    public boolean isSuccess() {
        return result.equals(SUCCESS);
    }

    /** The answer for these images, out of the flaw database. */
    public static SeverityAnswer of(List<Data> images, FlawDatabase database) {
        try {
            return new SeverityAnswer(
                    SUCCESS, Optional.of(AdvisorySeverity.of(images, database).label()));
        } catch (ReleaseDataException e) {
            return new SeverityAnswer(e.problem(), Optional.empty());
        }
    }
}
