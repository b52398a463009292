package dev.konflux.release.testkit.runs;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableMap;
import dev.konflux.release.model.GitReference;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the operator makes of a git reference when it builds a run.
 *
 * @param revision the commit, or the branch where the repository could not be read
 * @param failure why there is no run to build; empty text when there is
 * @param permanent whether trying again is pointless
 */
record GitResolution(String revision, String failure, boolean permanent) {

    private static final int TRIES = 4;
    private static final Pattern COMMIT = Pattern.compile("[a-f0-9]{40}");
    private static final String RATE_LIMITED = "remote repository access failed after 3 retries (rate limited): ";
    private static final String NO_ACCESS = "remote repository access failed: ";

    static GitResolution of(GitReference reference, GitRemotes remotes, boolean hasGitHubToken) {
        String missing = missing(reference);
        if (!missing.isEmpty()) {
            return permanent("invalid git configuration: " + missing + " cannot be empty");
        }
        String revision = reference.revision();
        if (COMMIT.matcher(revision).matches()) {
            return resolved(revision);
        }
        try {
            Optional<String> head = insistently(() -> remotes.head(reference.url(), revision));
            return head.map(GitResolution::resolved)
                    .orElseGet(() -> permanent("branch not found: branch '" + revision + "' not found in repository"));
        } catch (GitRemotes.Unreachable unreachable) {
            return unreachable(reference, unreachable.reason(), hasGitHubToken);
        }
    }

    /** Asks up to four times while the rate is limited. The operator sleeps in between; here no time passes. */
    private static Optional<String> insistently(Supplier<Optional<String>> listing) {
        for (int tries = 1; tries < TRIES; tries++) {
            try {
                return listing.get();
            } catch (GitRemotes.Unreachable unreachable) {
                if (!isRateLimited(unreachable.reason())) {
                    throw unreachable;
                }
            }
        }
        return listing.get();
    }

    private static boolean isRateLimited(String reason) {
        return reason.contains("rate limit") || reason.contains("403");
    }

    private static String missing(GitReference reference) {
        Map<String, String> parts = ImmutableMap.of(
                "url", reference.url(), "revision", reference.revision(), "pathInRepo", reference.pathInRepo());
        return parts.entrySet().stream()
                .filter(part -> part.getValue().isBlank())
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }

    /** The branch's name stands in for the commit unless the rate is limited or a token ought to have opened the door. */
    private static GitResolution unreachable(GitReference reference, String reason, boolean hasGitHubToken) {
        if (isRateLimited(reason)) {
            return transientFailure(RATE_LIMITED + reason);
        }
        return hasGitHubToken && isGitHub(reference.url())
                ? transientFailure(NO_ACCESS + reason)
                : resolved(reference.revision());
    }

    private static boolean isGitHub(String url) {
        try {
            URI uri = new URI(url);
            return "https".equals(lower(uri.getScheme())) && "github.com".equals(lower(uri.getHost()));
        } catch (URISyntaxException noUrl) {
            return false;
        }
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : Ascii.toLowerCase(text);
    }

    private static GitResolution resolved(String revision) {
        return new GitResolution(revision, "", false);
    }

    private static GitResolution permanent(String failure) {
        return new GitResolution("", "git resolution failed: " + failure, true);
    }

    private static GitResolution transientFailure(String failure) {
        return new GitResolution("", "git resolution failed: " + failure, false);
    }

    boolean isResolved() {
        return failure.isEmpty();
    }
}
