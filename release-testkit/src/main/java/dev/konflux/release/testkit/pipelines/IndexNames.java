package dev.konflux.release.testkit.pipelines;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.mapping.GnuDateFormat;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pull specs of the index images of a release. Release data name them with a placeholder for the OpenShift version; hotfixes and releases
 * before general availability get a suffix of their own.
 */
final class IndexNames {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*OCP_VERSION\\s*}}");
    private static final Pattern NOT_IN_TAGS = Pattern.compile("[^a-zA-Z0-9._-]");
    private static final Pattern RUNS = Pattern.compile("[._-]{2,}");
    private static final Pattern EDGES = Pattern.compile("^[._-]+|[._-]+$");
    private static final Set<String> RESERVED = Set.of("latest", "main", "master", "HEAD");
    private static final int LONGEST_TAG = 128;
    /** A version such as {@code v4.16}, and the hyphens between the parts. */
    private static final int VERSION_AND_HYPHENS = 9;

    private static final int LONGEST_ISSUE = 50;

    private final Data data;
    private final ReleaseMode mode;
    private final String timestamp;

    private IndexNames(Data data, ReleaseMode mode, String timestamp) {
        this.data = data;
        this.mode = mode;
        this.timestamp = timestamp;
    }

    /** The names that release data give at a time. */
    static IndexNames of(Data data, Clock clock) {
        String format = data.findText("fbc", "timestampFormat").orElse("%s");
        return new IndexNames(data, ReleaseMode.of(data), GnuDateFormat.format(ZonedDateTime.now(clock), format));
    }

    /** A pull spec with the version in the place of the placeholder. */
    static String filled(String template, String version) {
        return PLACEHOLDER.matcher(template).replaceAll(Matcher.quoteReplacement(version));
    }

    /** The index to start from. */
    String from(String version) {
        return checked(filled(required("fromIndex", "every release"), version), version);
    }

    /** The index to publish; empty text for a staged one that has none. */
    String target(String version) {
        String template = data.findText("fbc", "targetIndex").orElse("");
        if (template.isEmpty() && mode == ReleaseMode.STAGED_INDEX) {
            return "";
        }
        return checked(filled(required("targetIndex", "a release that is not staged"), version) + suffix(), version);
    }

    /** The name under which the same index stays when the target moves on. */
    String withTimestamp(String target) {
        return target.isEmpty() || target.endsWith(timestamp) ? target : target + "-" + timestamp;
    }

    private String suffix() {
        int room = LONGEST_TAG - timestamp.length() - VERSION_AND_HYPHENS;
        return switch (mode) {
            case HOTFIX -> "-" + part("issueId", Math.min(LONGEST_ISSUE, room)) + "-" + timestamp;
            case PRE_GA ->
                "-" + part("productName", room * 6 / 10) + "-" + part("productVersion", room * 4 / 10) + "-"
                        + timestamp;
            case NORMAL, STAGED_INDEX -> "";
        };
    }

    private String required(String key, String who) {
        return data.findText("fbc", key)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> new TaskFailure(who + " needs fbc." + key + " in the release data"));
    }

    /** A value as a part of a tag: other characters become hyphens, and it is cut where the tag would grow too long. */
    private String part(String key, int longest) {
        String given = required(key, mode == ReleaseMode.HOTFIX ? "a hotfix" : "a release before general availability");
        String clean = NOT_IN_TAGS.matcher(given).replaceAll("-");
        clean = EDGES.matcher(RUNS.matcher(clean).replaceAll("-")).replaceAll("");
        if (clean.isEmpty() || RESERVED.contains(clean)) {
            throw new TaskFailure("fbc." + key + " cannot be part of a tag: '" + given + "'");
        }
        return clean.length() <= longest
                ? clean
                : EDGES.matcher(clean.substring(0, longest)).replaceAll("");
    }

    /** An index without placeholder must be for the very version of the fragment. */
    private static String checked(String index, String version) {
        String tag = index.substring(index.lastIndexOf(':') + 1);
        if (!tag.startsWith(version)) {
            throw new TaskFailure("the fragment is for OpenShift " + version + ", but the index is " + index);
        }
        return index;
    }
}
