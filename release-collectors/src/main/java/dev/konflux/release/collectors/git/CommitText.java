package dev.konflux.release.collectors.git;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevTag;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.util.RawParseUtils;
import org.jspecify.annotations.Nullable;

/** Turns commits and tags into entries of git's output. */
final class CommitText {

    private static final char REPLACEMENT = '\ufffd';

    private CommitText() {}

    /** The entry of a commit object. */
    static GitEntry entry(ObjectId id, byte[] raw) {
        String name = id.name();
        Charset encoding = encoding(raw);
        int author = RawParseUtils.author(raw, 0);
        int end = RawParseUtils.nextLF(raw, author, '>');
        int message = RawParseUtils.commitMessage(raw, 0);
        return new GitEntry(
                GitEntry.Kind.COMMIT,
                name,
                author < 0 ? "" : text(name, raw, author, end, encoding),
                message < 0 ? "" : text(name, raw, message, raw.length, encoding));
    }

    static GitEntry entry(RevWalk walk, RevTag tag) throws IOException {
        walk.parseBody(tag);
        return new GitEntry(GitEntry.Kind.TAG, tag.name(), person(tag.getTaggerIdent()), tag.getFullMessage());
    }

    private static Charset encoding(byte[] raw) {
        try {
            return RawParseUtils.parseEncoding(raw);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }

    /** Strict, as upstream is: bytes that are not text in the commit's encoding end the collector. */
    private static String text(String commit, byte[] raw, int start, int end, Charset encoding) {
        String text = new String(raw, start, end - start, encoding);
        if (text.indexOf(REPLACEMENT) < 0) {
            return text;
        }
        try {
            return encoding.newDecoder()
                    .decode(ByteBuffer.wrap(raw, start, end - start))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new GitFailure(1, "commit " + commit + " holds bytes that are not " + encoding + " text", e);
        }
    }

    private static String person(@Nullable PersonIdent person) {
        return person == null ? "" : person.getName() + " <" + person.getEmailAddress() + ">";
    }
}
