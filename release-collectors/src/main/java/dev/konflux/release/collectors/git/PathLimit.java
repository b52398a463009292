package dev.konflux.release.collectors.git;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/** A path given behind git's {@code --}: which changes count. */
final class PathLimit {

    private final String path;
    private final boolean directoryOnly;
    private final boolean excluded;
    private final @Nullable Pattern glob;

    private PathLimit(String path, boolean directoryOnly, boolean excluded, @Nullable Pattern glob) {
        this.path = path;
        this.directoryOnly = directoryOnly;
        this.excluded = excluded;
        this.glob = glob;
    }

    /**
     * Understands a path as git does from the root of the tree.
     *
     * @throws GitFailure when it leads out of the repository or uses magic words that are not known here
     */
    static PathLimit parse(String text) {
        String rest = text;
        boolean excluded = false;
        if (rest.startsWith(":(")) {
            throw new GitFailure(128, "long path magic is not supported: " + text);
        }
        if (rest.startsWith(":")) {
            int end = 1;
            while (end < rest.length() && "!^/".indexOf(rest.charAt(end)) >= 0) {
                excluded |= rest.charAt(end) != '/';
                end++;
            }
            rest = rest.substring(end < rest.length() && rest.charAt(end) == ':' ? end + 1 : end);
        }
        String normal = normalize(rest, text);
        boolean pattern = rest.chars().anyMatch(c -> "*?[\\".indexOf(c) >= 0);
        boolean directory = rest.endsWith("/") || rest.endsWith("/.");
        return new PathLimit(normal, directory, excluded, pattern ? Pattern.compile(regex(normal)) : null);
    }

    private static String normalize(String path, String asGiven) {
        if (path.startsWith("/")) {
            throw outside(asGiven);
        }
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/")) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    throw outside(asGiven);
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }

    private static GitFailure outside(String path) {
        return new GitFailure(128, path + " is outside of the repository");
    }

    /** Git's wild cards cross directory borders, and a matched directory covers what is in it. */
    private static String regex(String glob) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            switch (c) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                case '\\' -> {
                    i++;
                    regex.append(Pattern.quote(i < glob.length() ? String.valueOf(glob.charAt(i)) : "\\"));
                }
                default -> regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.append("(/.*)?").toString();
    }

    /** Tells which commits of a repository change the limited part of the tree. */
    History.Changes in(RepositoryCommits commits, ObjectReader reader) {
        return (before, commit) -> isUntouched(
                reader,
                before == CommitTable.NONE ? Optional.empty() : Optional.of(commits.tree(before)),
                commits.tree(commit));
    }

    private boolean isUntouched(ObjectReader reader, Optional<ObjectId> before, ObjectId after) throws IOException {
        if (!excluded && glob == null && !path.isEmpty()) {
            return (before.isEmpty() ? "" : entry(reader, before.get())).equals(entry(reader, after));
        }
        return !differs(reader, before, after);
    }

    /** Mode and hash of what stands at the literal path, as text; empty when nothing does. */
    private String entry(ObjectReader reader, ObjectId tree) throws IOException {
        try (TreeWalk found = TreeWalk.forPath(reader, path, tree)) {
            if (found == null) {
                return "";
            }
            FileMode mode = found.getFileMode(0);
            if (directoryOnly && !FileMode.TREE.equals(mode.getBits()) && !FileMode.GITLINK.equals(mode.getBits())) {
                return "";
            }
            return mode + " " + found.getObjectId(0).name();
        }
    }

    private boolean differs(ObjectReader reader, Optional<ObjectId> before, ObjectId after) throws IOException {
        try (TreeWalk trees = new TreeWalk(reader)) {
            trees.setRecursive(true);
            trees.setFilter(TreeFilter.ANY_DIFF);
            if (before.isEmpty()) {
                trees.addTree(new EmptyTreeIterator());
            } else {
                trees.addTree(before.get());
            }
            trees.addTree(after);
            while (trees.next()) {
                if (covers(trees.getPathString())) {
                    return true;
                }
            }
            return false;
        }
    }

    private boolean covers(String changed) {
        boolean inside = glob != null
                ? glob.matcher(changed).matches()
                : path.isEmpty() || changed.equals(path) || changed.startsWith(path + "/");
        return inside != excluded;
    }
}
