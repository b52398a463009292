package dev.konflux.release.notes.advisory;

import java.util.List;

/** The repository in which advisories are kept, one folder an origin, year and number. */
public interface AdvisoryRepository {

    /** Where the repository lies. */
    String gitUrl();

    /** The advisories of an origin, newest first. */
    List<PublishedAdvisory> newestFirst(String origin);

    /** Whether any origin has an advisory of that year and number. */
    boolean hasNumber(String year, String number);
}
