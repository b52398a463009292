package dev.konflux.release.collectors.git;

import com.google.common.primitives.ImmutableIntArray;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevTag;
import org.eclipse.jgit.revwalk.RevWalk;

/** A repository on the local disk, read with JGit. */
final class ClonedRepository implements GitRepository {

    private static final int FATAL = 128;
    private static final String ALL_HEADS = "--all";
    private static final String RANGE = "..";

    private final Repository repository;
    private final Refs refs;
    private final boolean everyObject;

    /**
     * Reads a repository.
     *
     * @param repository closed with this one
     * @param refs whose branches count
     * @param everyObject whether objects count that no branch or tag reaches
     */
    ClonedRepository(Repository repository, Refs refs, boolean everyObject) {
        this.repository = repository;
        this.refs = refs;
        this.everyObject = everyObject;
    }

    @Override
    public void log(String since, String until, Optional<String> path, Consumer<? super GitEntry> reader) {
        reading(walk -> {
            RepositoryCommits commits = new RepositoryCommits(walk.getObjectReader());
            int bottom = commits.table().number(commit(walk, since));
            int top = commits.table().number(commit(walk, until));
            History history = history(commits, walk, path.map(PathLimit::parse));
            ImmutableIntArray range = history.range(bottom, top);
            requireReached(commits.table().id(top), until);
            if (!history.isMet(bottom)) {
                requireReached(commits.table().id(bottom), since);
            }
            for (int i = 0; i < range.length(); i++) {
                Interruption.check();
                int commit = range.get(i);
                reader.accept(CommitText.entry(commits.table().id(commit), commits.text(commit)));
            }
            return range;
        });
    }

    private static History history(RepositoryCommits commits, RevWalk walk, Optional<PathLimit> path) {
        return new History(commits, path.map(limit -> limit.in(commits, walk.getObjectReader())));
    }

    @Override
    public List<GitEntry> show(String revision, Optional<String> path) {
        int range = revision.indexOf(RANGE);
        if (range >= 0) {
            return log(revision.substring(0, range), revision.substring(range + RANGE.length()), path);
        }
        return reading(walk -> {
            List<GitEntry> entries = new ArrayList<>();
            Set<ObjectId> shown = new HashSet<>();
            for (ObjectId id : revision.equals(ALL_HEADS) ? allHeads() : Set.of(resolve(revision))) {
                requireReached(id, revision);
                RevObject object = walk.parseAny(id);
                for (; object instanceof RevTag tag; object = walk.parseAny(tag.getObject())) {
                    entries.add(CommitText.entry(walk, tag));
                }
                // A commit that several names lead to is shown once.
                if (object instanceof RevCommit && shown.add(object.getId())) {
                    shown(walk, object, path.map(PathLimit::parse)).ifPresent(entries::add);
                }
            }
            return entries;
        });
    }

    private static Optional<GitEntry> shown(RevWalk walk, ObjectId id, Optional<PathLimit> path) throws IOException {
        RepositoryCommits commits = new RepositoryCommits(walk.getObjectReader());
        int commit = commits.table().number(id);
        return history(commits, walk, path).isShown(commit)
                ? Optional.of(CommitText.entry(id, commits.text(commit)))
                : Optional.empty();
    }

    private Set<ObjectId> allHeads() throws IOException {
        Set<ObjectId> heads = new LinkedHashSet<>();
        for (Ref ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_REFS)) {
            if (ref.getObjectId() != null) {
                heads.add(ref.getObjectId());
            }
        }
        return heads;
    }

    @Override
    public Optional<byte[]> file(String branch, String path) {
        return reading(walk ->
                new CheckedOutFiles(walk, commit(walk, branch(branch)).getTree()).read(path));
    }

    /** A clone of one branch or tag accepts names only, no hashes. */
    private String branch(String branch) throws IOException {
        if (!branch.equals(Constants.HEAD)) {
            for (String prefix : refs.prefixes()) {
                String name = prefix + branch;
                if (Repository.isValidRefName(name) && repository.exactRef(name) != null) {
                    return name;
                }
            }
        }
        throw new GitFailure(FATAL, "Remote branch " + branch + " not found in upstream origin");
    }

    @Override
    public void close() {
        repository.close();
    }

    private void requireReached(ObjectId id, String revision) throws IOException {
        if (!everyObject && ObjectId.isId(revision)) {
            new ReachableCommits(repository, refs).require(id);
        }
    }

    private RevCommit commit(RevWalk walk, String revision) throws IOException {
        RevObject object = walk.peel(walk.parseAny(resolve(revision)));
        if (object instanceof RevCommit commit) {
            return commit;
        }
        throw new GitFailure(FATAL, "not a commit: " + revision);
    }

    private ObjectId resolve(String revision) throws IOException {
        if (ObjectId.isId(revision)) {
            return ObjectId.fromString(revision);
        }
        ObjectId found;
        try {
            found = repository.resolve(revision.isEmpty() ? Constants.HEAD : revision);
        } catch (RevisionSyntaxException e) {
            throw new GitFailure(FATAL, "revision not understood: " + revision, e);
        }
        if (found == null) {
            throw new GitFailure(FATAL, "unknown revision: " + revision);
        }
        return found;
    }

    private <T> T reading(Reading<T> reading) {
        try (RevWalk walk = new RevWalk(repository)) {
            return reading.with(walk);
        } catch (IOException | LargeObjectException e) {
            throw new GitFailure(FATAL, String.valueOf(e.getMessage()), e);
        }
    }

    /** Something that is read from the repository. */
    @FunctionalInterface
    private interface Reading<T> {
        T with(RevWalk walk) throws IOException;
    }
}
