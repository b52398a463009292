package dev.konflux.release.collectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What git's manual promises of a {@code .mailmap}, and what git makes of odd lines. */
class MailmapTest {

    private static String shown(String mailmap, String author) {
        GitEntry entry = new GitEntry(GitEntry.Kind.COMMIT, "1", author, "message");
        return Mailmap.parse(mailmap.getBytes(StandardCharsets.UTF_8))
                .withProperAuthor(entry)
                .author();
    }

    @Test
    void anAddressGetsItsProperName() {
        assertThat(shown("Ana Lee <ana@x>\n", "ana <Ana@X>")).isEqualTo("Ana Lee <Ana@X>");
    }

    @Test
    void anAddressGetsItsProperAddress() {
        assertThat(shown("<ana@new> <ana@old>\n", "ana <ana@old>")).isEqualTo("ana <ana@new>");
        assertThat(shown("Ana <ana@new> <ana@old>\n", "x <ANA@OLD>")).isEqualTo("Ana <ana@new>");
    }

    @Test
    void aNameInCommitsNarrowsAnEntry() {
        String mailmap = "Ana <ana@new> root <root@host>\nBo <bo@new> <root@host>\n";

        assertThat(shown(mailmap, "ROOT <root@host>")).isEqualTo("Ana <ana@new>");
        assertThat(shown(mailmap, "admin <root@host>")).isEqualTo("Bo <bo@new>");
        assertThat(shown(mailmap, "root <other@host>")).isEqualTo("root <other@host>");
    }

    @Test
    void laterEntriesAddToEarlierOnes() {
        assertThat(shown("Ana <a@x>\n<new@x> <a@x>\n", "y <a@x>")).isEqualTo("Ana <new@x>");
        assertThat(shown("Ana <a@x>\nBea <a@x>\n", "y <a@x>")).isEqualTo("Bea <a@x>");
    }

    @Test
    void commentsAndLinesWithoutAnAddressSayNothing() {
        for (String line : new String[] {"# Ana <a@x>", "Ana", "Ana <>", "Ana <a@x", "", "Ana <> <a@x>"}) {
            assertThat(shown(line + "\n", "y <a@x>")).as(line).isEqualTo("y <a@x>");
        }
        assertThat(shown("  Ana  <a@x> # since 2020\n", "y <a@x>")).isEqualTo("Ana <a@x>");
    }

    @Test
    void tagsKeepTheirTagger() {
        GitEntry tag = new GitEntry(GitEntry.Kind.TAG, "1", "y <a@x>", "message");

        assertThat(Mailmap.parse("Ana <a@x>".getBytes(StandardCharsets.UTF_8)).withProperAuthor(tag))
                .isEqualTo(tag);
    }
}
