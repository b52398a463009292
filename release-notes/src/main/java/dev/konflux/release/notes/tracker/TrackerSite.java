package dev.konflux.release.notes.tracker;

import java.util.Map;
import java.util.Optional;

/** The sites whose issues releases may name. */
public final class TrackerSite {

    /** The site whose issues are read with a login and closed after the release. */
    public static final String SUPPORTED = "redhat.atlassian.net";

    /** The field of an issue that carries its CVE. */
    public static final String CVE_FIELD = "customfield_10667";

    private static final String FORMER = "issues.redhat.com";
    private static final String JIRA = "rest/api/2/issue";
    private static final Map<String, String> INTERFACES =
            Map.of(FORMER, JIRA, "jira.atlassian.com", JIRA, SUPPORTED, JIRA, "bugzilla.redhat.com", "rest/bug");

    private TrackerSite() {}

    /** The site that answers for the named source: the former address of the supported site stands for it. */
    public static String of(String source) {
        return source.equals(FORMER) ? SUPPORTED : source;
    }

    /** The URL of an issue; empty for a site nobody knows how to ask. */
    public static Optional<String> urlOf(String site, String issue) {
        return Optional.ofNullable(INTERFACES.get(site)).map(path -> "https://" + site + "/" + path + "/" + issue);
    }
}
