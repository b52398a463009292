package dev.konflux.release.collectors.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Test;

/** What git's log shows of commits that no careful program would make. */
class CommitTextTest {

    private static final ObjectId ID = ObjectId.fromString("a".repeat(40));
    private static final String TREE = "tree " + "4".repeat(40) + "\n";
    private static final String COMMITTER = "committer C <c@x> 7 +0000\n";

    private static GitEntry entry(String author, String rest, Charset charset) {
        return CommitText.entry(ID, (TREE + author + COMMITTER + rest).getBytes(charset));
    }

    private static GitEntry entry(String author, String rest) {
        return entry(author, rest, StandardCharsets.UTF_8);
    }

    @Test
    void aTextEndsAtAZeroByte() {
        assertThat(entry("author A <a@x> 7 +0000\n", "\nsubject\n\nbody \0 CVE-2024-2222\n")
                        .message())
                .isEqualTo("subject\n\nbody ");
        assertThat(entry("author A\0B <a@x> 7 +0000\n", "\nsubject\n"))
                .isEqualTo(new GitEntry(GitEntry.Kind.COMMIT, ID.name(), "", ""));
    }

    @Test
    void anAuthorWithoutAnAddressIsNotShown() {
        for (String author :
                new String[] {"", "author \n", "author A 7 +0000\n", "author A <a@x\n", "author A a@x>\n"}) {
            assertThat(entry(author, "\nsubject\n").author()).as(author).isEmpty();
        }
        assertThat(entry("author A > B <a@x> 7 +0000\n", "\nsubject\n").author())
                .isEqualTo("A > B <a@x>");
    }

    @Test
    void aDeclaredEncodingIsConverted() {
        GitEntry entry = entry(
                "author J\u00f6 <a@x> 7 +0000\n",
                "encoding ISO-8859-1\n\nsubject \u00e9\n",
                StandardCharsets.ISO_8859_1);

        assertThat(entry.author()).isEqualTo("J\u00f6 <a@x>");
        assertThat(entry.message()).isEqualTo("subject \u00e9\n");
    }

    @Test
    void anEncodingThatNobodyKnowsIsReadAsUtf8() {
        for (String encoding : new String[] {"nonsense", "\u00fc", "", "x".repeat(10_000)}) {
            assertThat(entry("", "encoding " + encoding + "\n\nsubject \u00e9\n")
                            .message())
                    .isEqualTo("subject \u00e9\n");
        }
    }

    @Test
    void whatCannotBeConvertedStaysAsItIs() {
        for (String encoding : new String[] {"US-ASCII", "windows-1252", "Shift_JIS", "UTF-32"}) {
            // The last byte of this character has no meaning in any of them.
            assertThat(entry("", "encoding " + encoding + "\n\nsubject \u00c1\n")
                            .message())
                    .as(encoding)
                    .isEqualTo("subject \u00c1\n");
        }
    }

    @Test
    void littleIsLeftOfACommitInUtf16() {
        String author = "author A <a@x> 7 +0000\n";
        int odd = (TREE + author + COMMITTER + "encoding UTF-16\n\nsubject\n").length() % 2;

        assertThat(entry(author, "encoding UTF-16\n\nsubject" + "!".repeat(odd) + "\n"))
                .isEqualTo(new GitEntry(GitEntry.Kind.COMMIT, ID.name(), "", ""));
        assertThat(entry(author, "encoding UTF-16\n\nsubject" + "!".repeat(1 - odd) + "\n"))
                .isEqualTo(new GitEntry(
                        GitEntry.Kind.COMMIT, ID.name(), "A <a@x>", "subject" + "!".repeat(1 - odd) + "\n"));
    }

    @Test
    void bytesThatAreNoTextEndTheCollector() {
        assertThatThrownBy(() -> entry("", "\nsubject \u00e9\n", StandardCharsets.ISO_8859_1))
                .isInstanceOf(GitFailure.class)
                .hasMessage("commit " + ID.name() + " holds bytes that are not UTF-8 text");
    }

    @Test
    void aCommitWithoutMessageHasNone() {
        assertThat(entry("", "").message()).isEmpty();
        assertThat(entry("", "\n").message()).isEmpty();
    }
}
