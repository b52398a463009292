package dev.konflux.release.model.releasedata;

import dev.konflux.release.model.text.DataSyntaxException;
import dev.konflux.release.model.text.JsonReader;
import java.util.Optional;
import java.util.function.Function;

/** Asks GitHub for commits. The real task does so whatever host the pipeline's URL names. */
public final class GitHubCommits implements CommitLookup {

    private final Function<String, Optional<String>> get;

    /**
     * Asks through the given means.
     *
     * @param get the body found at a URL, or nothing when the request fails
     */
    public GitHubCommits(Function<String, Optional<String>> get) {
        this.get = get;
    }

    @Override
    public Optional<String> commitOf(String organisation, String repository, String revision) {
        String url = "https://api.github.com/repos/" + organisation + "/" + repository + "/commits/" + revision;
        return get.apply(url).flatMap(GitHubCommits::commitIn);
    }

    private static Optional<String> commitIn(String body) {
        try {
            return JsonReader.create().read(body, "").findText("sha").filter(sha -> !sha.isEmpty());
        } catch (DataSyntaxException noJson) {
            return Optional.empty();
        }
    }
}
