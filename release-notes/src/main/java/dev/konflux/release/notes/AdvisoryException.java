package dev.konflux.release.notes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An advisory cannot be made from its template and data. */
public final class AdvisoryException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String errorClass;
    private final String problem;
    private final transient List<String> passes;
    private final boolean fellBack;

    AdvisoryException(
            String errorClass, String problem, List<String> passes, boolean fellBack, @Nullable Throwable cause) {
        super(errorClass + ": " + problem, cause);
        this.errorClass = errorClass;
        this.problem = problem;
        this.passes = List.copyOf(passes);
        this.fellBack = fellBack;
    }

    /** The error's class as Python names it. */
    public String errorClass() {
        return errorClass;
    }

    /** What went wrong. */
    public String problem() {
        return problem;
    }

    /** The texts of the passes that rendered. */
    public List<String> passes() {
        return passes == null ? List.of() : passes;
    }

    /** Whether the second text was no YAML and the first one was tried. */
    public boolean fellBack() {
        return fellBack;
    }
}
