package dev.konflux.release.collectors.git;

import com.google.common.primitives.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
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

    /** The entry of a commit object. Of one that holds a zero byte git shows what comes before, as C reads texts. */
    static GitEntry entry(ObjectId id, byte[] raw) {
        String name = id.name();
        byte[] shown = inUtf8(beforeZero(raw));
        int message = RawParseUtils.commitMessage(shown, 0);
        return new GitEntry(
                GitEntry.Kind.COMMIT,
                name,
                author(name, shown),
                message < 0 ? "" : text(name, shown, message, shown.length));
    }

    private static byte[] beforeZero(byte[] raw) {
        int zero = Bytes.indexOf(raw, (byte) 0);
        return zero < 0 ? raw : Arrays.copyOf(raw, zero);
    }

    /** Name and address; empty when the line is not complete. */
    private static String author(String commit, byte[] raw) {
        int start = RawParseUtils.author(raw, 0);
        if (start < 0) {
            return "";
        }
        int address = RawParseUtils.nextLF(raw, start, '<');
        int end = RawParseUtils.nextLF(raw, address, '>');
        return raw[address - 1] == '<' && raw[end - 1] == '>' ? text(commit, raw, start, end) : "";
    }

    static GitEntry entry(RevWalk walk, RevTag tag) throws IOException {
        walk.parseBody(tag);
        return new GitEntry(GitEntry.Kind.TAG, tag.name(), person(tag.getTaggerIdent()), tag.getFullMessage());
    }

    /**
     * The commit as it would be in UTF-8. Git converts all of it, header included, which leaves little of one in UTF-16; what cannot be
     * converted, or is in an encoding that nobody knows, stays as it is.
     */
    private static byte[] inUtf8(byte[] raw) {
        try {
            Charset encoding = RawParseUtils.parseEncoding(raw);
            if (encoding.equals(StandardCharsets.UTF_8)) {
                return raw;
            }
            // Without a mark C's library takes the machine's order of bytes, where Java takes the other one.
            Charset read = encoding.equals(StandardCharsets.UTF_16) ? StandardCharsets.UTF_16LE : encoding;
            return read.newDecoder().decode(ByteBuffer.wrap(raw)).toString().getBytes(StandardCharsets.UTF_8);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException | CharacterCodingException e) {
            return raw;
        }
    }

    /** Strict, as upstream is: bytes that are not UTF-8 end the collector. */
    private static String text(String commit, byte[] raw, int start, int end) {
        String text = new String(raw, start, end - start, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) < 0) {
            return text;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw, start, end - start))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new GitFailure(1, "commit " + commit + " holds bytes that are not UTF-8 text", e);
        }
    }

    private static String person(@Nullable PersonIdent person) {
        return person == null ? "" : person.getName() + " <" + person.getEmailAddress() + ">";
    }
}
