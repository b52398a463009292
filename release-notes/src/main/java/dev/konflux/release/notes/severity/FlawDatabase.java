package dev.konflux.release.notes.severity;

import dev.konflux.release.model.data.Data;
import java.util.Optional;

/** The database of known flaws. */
@FunctionalInterface
public interface FlawDatabase {

    /** The answer to the question for one CVE, an object whose {@code results} list the flaws; empty when the answer was empty. */
    Optional<Data> flaws(String cve);
}
