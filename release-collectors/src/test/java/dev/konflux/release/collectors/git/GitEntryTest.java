package dev.konflux.release.collectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GitEntryTest {

    private static GitEntry commit(String message) {
        return new GitEntry(GitEntry.Kind.COMMIT, "0", "Ana <ana@example.com>", message);
    }

    @Test
    void theFirstParagraphIsTheSubjectOnOneLine() {
        assertThat(commit("Fixes\nHUM-1  \n\nmore\n").subject()).isEqualTo("Fixes HUM-1");
    }

    @Test
    void theRestIsTheBody() {
        assertThat(commit("subject\n\n\nbody\n\nend\n").body()).isEqualTo("body\n\nend\n");
    }

    @Test
    void aMessageOfOneLineHasNoBody() {
        assertThat(commit("subject\n").body()).isEmpty();
    }

    @Test
    void emptyLinesAtTheStartDoNotCount() {
        assertThat(commit("\n\nsubject\r\n\r\nbody").subject()).isEqualTo("subject");
    }
}
