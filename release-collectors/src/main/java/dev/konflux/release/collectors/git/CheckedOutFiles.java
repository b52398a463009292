package dev.konflux.release.collectors.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/** The files of a tree as they would lie on a disk, symbolic links followed inside the tree and never out of it. */
final class CheckedOutFiles {

    private static final int MOST_LINKS = 40;
    private static final int LARGEST_FILE = 16 << 20;

    private final RevWalk walk;
    private final RevTree tree;

    CheckedOutFiles(RevWalk walk, RevTree tree) {
        this.walk = walk;
        this.tree = tree;
    }

    /** The bytes of the file at the path; empty when there is no such file inside the tree. */
    Optional<byte[]> read(String path) throws IOException {
        Deque<String> ahead = parts(path);
        Deque<String> here = new ArrayDeque<>();
        int links = 0;
        while (!ahead.isEmpty()) {
            String part = ahead.removeFirst();
            if (part.equals("..")) {
                if (here.pollLast() == null) {
                    return Optional.empty();
                }
                continue;
            }
            here.addLast(part);
            try (TreeWalk entry = TreeWalk.forPath(walk.getObjectReader(), String.join("/", here), tree)) {
                if (entry == null) {
                    return Optional.empty();
                }
                FileMode mode = entry.getFileMode(0);
                if (FileMode.SYMLINK.equals(mode.getBits())) {
                    String target = new String(bytes(entry), StandardCharsets.UTF_8);
                    links++;
                    if (target.startsWith("/") || links > MOST_LINKS) {
                        return Optional.empty();
                    }
                    here.removeLast();
                    parts(target).descendingIterator().forEachRemaining(ahead::addFirst);
                } else if (ahead.isEmpty()) {
                    return mode.getObjectType() == Constants.OBJ_BLOB ? Optional.of(bytes(entry)) : Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static Deque<String> parts(String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/")) {
            if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return parts;
    }

    private byte[] bytes(TreeWalk entry) throws IOException {
        ObjectLoader loader = walk.getObjectReader().open(entry.getObjectId(0));
        if (loader.getSize() > LARGEST_FILE) {
            throw new GitFailure(1, entry.getPathString() + " is larger than " + LARGEST_FILE + " bytes");
        }
        return loader.getBytes(LARGEST_FILE);
    }
}
