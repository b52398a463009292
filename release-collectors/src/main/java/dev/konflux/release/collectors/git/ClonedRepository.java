package dev.konflux.release.collectors.git;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevTag;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.util.RawParseUtils;

/** A repository on the local disk, read with JGit. */
final class ClonedRepository implements GitRepository {

    private static final String ALL_HEADS = "--all";
    private static final String RANGE = "..";

    private final Repository repository;
    private final MissingObjects missing;

    ClonedRepository(Repository repository, MissingObjects missing) {
        this.repository = repository;
        this.missing = missing;
    }

    /** Asks the origin for an object that the clone does not hold. */
    @FunctionalInterface
    interface MissingObjects {
        /** Tries to bring the object; a failure shows when it is read. */
        void bring(ObjectId id);
    }

    @Override
    public List<GitEntry> log(String since, String until, Optional<String> path) {
        return reading(walk -> {
            History history = new History(walk, path.map(PathLimit::parse));
            List<GitEntry> entries = new ArrayList<>();
            for (RevCommit commit : history.range(commit(walk, since), commit(walk, until))) {
                entries.add(entry(walk, commit));
            }
            return entries;
        });
    }

    @Override
    public List<GitEntry> show(String revision, Optional<String> path) {
        int range = revision.indexOf(RANGE);
        if (range >= 0) {
            return log(revision.substring(0, range), revision.substring(range + RANGE.length()), path);
        }
        return reading(walk -> {
            List<GitEntry> entries = new ArrayList<>();
            for (ObjectId id : revision.equals(ALL_HEADS) ? allHeads() : Set.of(resolve(revision))) {
                addShown(walk, id, path.map(PathLimit::parse), entries);
            }
            return entries;
        });
    }

    private void addShown(RevWalk walk, ObjectId id, Optional<PathLimit> path, List<GitEntry> entries)
            throws IOException {
        RevObject object = walk.parseAny(id);
        while (object instanceof RevTag tag) {
            walk.parseBody(tag);
            entries.add(
                    new GitEntry(GitEntry.Kind.TAG, tag.name(), person(tag.getTaggerIdent()), tag.getFullMessage()));
            object = walk.parseAny(tag.getObject());
        }
        if (object instanceof RevCommit commit && new History(walk, path).isShown(commit)) {
            GitEntry entry = entry(walk, commit);
            if (!entries.contains(entry)) {
                entries.add(entry);
            }
        }
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
                new CheckedOutFiles(walk, commit(walk, remoteName(branch)).getTree()).read(path));
    }

    /** A clone of one branch or tag accepts names only, no hashes. */
    private String remoteName(String branch) throws IOException {
        if (branch.equals(Constants.HEAD)) {
            throw new GitFailure(128, "Remote branch HEAD not found in upstream origin");
        }
        for (String name : List.of(Constants.R_REMOTES + "origin/" + branch, Constants.R_TAGS + branch)) {
            if (repository.exactRef(name) != null) {
                return name;
            }
        }
        throw new GitFailure(128, "Remote branch " + branch + " not found in upstream origin");
    }

    @Override
    public void close() {
        repository.close();
    }

    private RevCommit commit(RevWalk walk, String revision) throws IOException {
        RevObject object = walk.peel(walk.parseAny(resolve(revision)));
        if (object instanceof RevCommit commit) {
            return commit;
        }
        throw new GitFailure(128, "not a commit: " + revision);
    }

    private ObjectId resolve(String revision) throws IOException {
        if (ObjectId.isId(revision)) {
            ObjectId id = ObjectId.fromString(revision);
            if (!repository.getObjectDatabase().has(id)) {
                missing.bring(id);
            }
            return id;
        }
        ObjectId found;
        try {
            found = repository.resolve(revision.isEmpty() ? Constants.HEAD : revision);
        } catch (RevisionSyntaxException e) {
            throw new GitFailure(128, "revision not understood: " + revision, e);
        }
        if (found == null) {
            throw new GitFailure(128, "unknown revision: " + revision);
        }
        return found;
    }

    private static GitEntry entry(RevWalk walk, RevCommit commit) throws IOException {
        walk.parseBody(commit);
        byte[] raw = commit.getRawBuffer();
        Charset encoding = encoding(commit);
        int author = RawParseUtils.author(raw, 0);
        int end = RawParseUtils.nextLF(raw, author, '>');
        int message = RawParseUtils.commitMessage(raw, 0);
        return new GitEntry(
                GitEntry.Kind.COMMIT,
                commit.name(),
                author < 0 ? "" : text(commit, raw, author, end, encoding),
                message < 0 ? "" : text(commit, raw, message, raw.length, encoding));
    }

    private static Charset encoding(RevCommit commit) {
        try {
            return commit.getEncoding();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }

    /** Strict, as upstream is: bytes that are not text in the commit's encoding end the collector. */
    private static String text(RevCommit commit, byte[] raw, int start, int end, Charset encoding) {
        try {
            return encoding.newDecoder()
                    .decode(ByteBuffer.wrap(raw, start, end - start))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new GitFailure(1, "commit " + commit.name() + " holds bytes that are not " + encoding + " text", e);
        }
    }

    private static String person(PersonIdent person) {
        return person == null ? "" : person.getName() + " <" + person.getEmailAddress() + ">";
    }

    private <T> T reading(Reading<T> reading) {
        try (RevWalk walk = new RevWalk(repository)) {
            walk.setRetainBody(false);
            return reading.with(walk);
        } catch (IOException e) {
            throw new GitFailure(128, String.valueOf(e.getMessage()), e);
        }
    }

    /** Something that is read from the repository. */
    @FunctionalInterface
    private interface Reading<T> {
        T with(RevWalk walk) throws IOException;
    }
}
