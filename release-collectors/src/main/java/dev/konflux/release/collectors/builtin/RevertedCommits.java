package dev.konflux.release.collectors.builtin;

import dev.konflux.release.collectors.git.GitEntry;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells which commits of a log still stand. Asked newest first, it knows a revert before the commit that it takes back. */
final class RevertedCommits {

    private static final Pattern REVERTS = Pattern.compile("This reverts commit ([0-9a-fA-F]{7,40})");

    /** A revert of a revert brings something back, so it stands for itself. */
    private static final Pattern REAPPLIES = Pattern.compile("(?:Reapply|Revert \"(?:Revert|Reapply)) \"");

    private static final int SHORTEST = 7;

    private final Set<String> reverted = new HashSet<>();
    private final Set<Integer> lengths = new HashSet<>();

    /** Whether the commit's message counts: it was not taken back, and it takes nothing back itself. */
    boolean stands(GitEntry commit) {
        if (isReverted(commit.id())) {
            return false;
        }
        Matcher reverts = REVERTS.matcher(commit.message());
        boolean isRevert = false;
        while (reverts.find()) {
            String id = reverts.group(1).toLowerCase(Locale.ROOT);
            reverted.add(id);
            lengths.add(id.length());
            isRevert = true;
        }
        return !isRevert || REAPPLIES.matcher(commit.message()).lookingAt();
    }

    /** Reverts may name a commit by the beginning of its hash. */
    private boolean isReverted(String id) {
        return lengths.stream().anyMatch(length -> length >= SHORTEST && reverted.contains(id.substring(0, length)));
    }
}
