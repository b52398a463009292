package dev.konflux.release.collectors.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repositories with everything that git knows and few people use, compared with what git's clone and log make of them. */
class OddRepositoriesTest {

    @TempDir
    Path folder;

    private Path origin;
    private GitServer server;
    private int commits;

    @BeforeEach
    void make() throws Exception {
        assumeTrue(GeneratedRepository.canBeMade(), "git is not here: odd repositories are not compared");
        origin = folder.resolve("origin");
        GeneratedRepository.run(List.of("git", "init", "-q", "-b", "main", origin.toString()), "");
        git("config", "user.name", "Ana");
        git("config", "user.email", "ana@x");
        git("config", "uploadpack.allowFilter", "true");
        server = GitServer.of(folder);
    }

    @AfterEach
    void close() throws Exception {
        server.close();
    }

    private String git(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("git", "-C", origin.toString()));
        command.addAll(List.of(words));
        return GeneratedRepository.run(command, "").strip();
    }

    private String commit(String file, String content, String... options) throws IOException {
        Path path = origin.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
        git("add", "-A");
        List<String> words = new ArrayList<>(
                List.of("-c", "i18n.commitEncoding=utf-8", "commit", "-q", "-m", "commit " + commits, "--date"));
        words.add((1_700_000_000 + commits++) + " +0000");
        words.addAll(List.of(options));
        git(words.toArray(String[]::new));
        return git("rev-parse", "HEAD");
    }

    /** A log read in place and one from a server say what git says in a clone from that server. */
    private List<String> assertAsGit(String since, String until, String... path) throws IOException {
        String url = server.url(origin);
        Path clone = Files.createTempDirectory(folder, "clone").resolve("app");
        GeneratedRepository.run(List.of("git", "clone", "-q", url, clone.toString()), "");
        List<String> command = new ArrayList<>(
                List.of("git", "-C", clone.toString(), "log", "--format=%H %aN <%aE>", since + ".." + until, "--"));
        command.addAll(List.of(path));
        List<String> expected = GeneratedRepository.run(command, "").lines().toList();
        for (String address : List.of(origin.toString(), url)) {
            assertThat(log(address, since, until, path)).as(address).isEqualTo(expected);
        }
        return expected;
    }

    private List<String> log(String address, String since, String until, String... path) {
        Optional<String> limit = path.length == 0 ? Optional.empty() : Optional.of(path[0]);
        try (GitClones clones = GitClones.into(folder.resolve("clones")).build();
                GitRepository repository = clones.open(GitRequest.of(address))) {
            return repository.log(since, until, limit).stream()
                    .map(entry -> entry.id() + " " + entry.author())
                    .toList();
        }
    }

    @Test
    void authorsAreCalledAsTheHeadsMailmapSays() throws Exception {
        String first = commit("a", "1");
        String last = commit("a", "2", "--author=Bo <bo@old>");
        commit(".mailmap", "Bo CVE-2024-1234 <bo@new> <bo@old>\nAnnabel <ana@x>\n");

        assertThat(assertAsGit(first, last)).containsExactly(last + " Bo CVE-2024-1234 <bo@new>");
        assertThat(assertAsGit(first, git("rev-parse", "main")))
                .containsExactly(git("rev-parse", "main") + " Annabel <ana@x>", last + " Bo CVE-2024-1234 <bo@new>");
    }

    @Test
    void aMailmapThatIsALinkOrAFolderIsNotRead() throws Exception {
        String first = commit("other", "Annabel <ana@x>\n");
        Files.createSymbolicLink(origin.resolve(".mailmap"), Path.of("other"));
        String second = commit("a", "1");

        assertThat(assertAsGit(first, second)).containsExactly(second + " Ana <ana@x>");

        Files.delete(origin.resolve(".mailmap"));
        String third = commit(".mailmap/file", "Annabel <ana@x>\n");

        assertThat(assertAsGit(second, third)).containsExactly(third + " Ana <ana@x>");
    }

    @Test
    void mailmapsAreReadAsGitReadsThem() throws Exception {
        String mailmap = String.join(
                "\n",
                "# Nobody <a@x>",
                " Ana  Lee < ana@x > tail",
                "<new@x> <bo@x>",
                "Bo <bo@x> # comment <c@x>",
                "Cy <cy@x> <CY@OLD>",
                "Cyril <cyril@x> Cy <cy@old>",
                "Di <> <di@x>",
                "Di <di@new> <>",
                "<ed@x>",
                "Ed <ed@x",
                "\u00c9mile <em@x>");
        String first = commit(".mailmap", mailmap);
        String last = first;
        for (String author : List.of(
                "Ana < ana@x >",
                "x <ana@x>",
                "b <BO@X>",
                "c <C@x>",
                "CY <cy@old>",
                "cyd <Cy@Old>",
                "d <di@x>",
                "e <ed@x>",
                "\u00c9 <em@x>",
                "n <a@x>")) {
            last = commit("a", author, "--author=" + author);
        }

        assertThat(assertAsGit(first, last)).hasSize(10);
    }

    @Test
    void namesOfAuthorsInOtherEncodingsAreConverted() throws Exception {
        String first = commit("a", "1");
        git("config", "user.name", "J\u00f6");
        commit("a", "2");
        git("config", "i18n.commitEncoding", "ISO-8859-1");
        commit("a", "3");

        assertThat(assertAsGit(first, git("rev-parse", "main"))).hasSize(2);
    }

    @Test
    void aRenamedFileBeginsWhereItGotItsName() throws Exception {
        String first = commit("old", "content\n".repeat(20));
        commit("old", "content\n".repeat(21));
        git("mv", "old", "new");
        String renamed = commit("other", "1");
        String last = commit("new", "content\n".repeat(22));

        assertThat(assertAsGit(first, last, "new")).containsExactly(last + " Ana <ana@x>", renamed + " Ana <ana@x>");
        assertAsGit(first, last, "old");
    }

    @Test
    void aModuleOfAnotherRepositoryIsChangedWhereItsCommitIs() throws Exception {
        String first = commit("a", "1");
        git("update-index", "--add", "--cacheinfo", "160000," + first + ",module");
        git("commit", "-q", "-m", "module");
        Files.createDirectories(origin.resolve("module"));
        String second = git("rev-parse", "HEAD");
        git("update-index", "--add", "--cacheinfo", "160000," + second + ",module");
        git("commit", "-q", "-m", "module");
        git("commit", "-q", "--allow-empty", "-m", "nothing");

        for (String path : List.of("module", "module/", "module/file", "m*")) {
            assertAsGit(first, git("rev-parse", "HEAD"), path);
        }
        assertThat(assertAsGit(first, git("rev-parse", "HEAD"), "module")).hasSize(2);
    }

    @Test
    void replacementsAndGraftsOfTheOriginDoNotReachItsClones() throws Exception {
        String first = commit("a", "1");
        String second = commit("a", "2");
        String third = commit("a", "3");
        git("replace", third, first);

        assertThat(assertAsGit(first, third)).hasSize(2);

        git("replace", "--graft", third);

        assertThat(assertAsGit(first, third)).contains(second + " Ana <ana@x>");
    }

    @Test
    void aShallowOriginEndsWhereItEnds() throws Exception {
        for (int i = 0; i < 6; i++) {
            commit("a", "content " + i);
        }
        String last = git("rev-parse", "main");
        String before = git("rev-parse", "main~1");
        Path shallow = folder.resolve("shallow");
        GeneratedRepository.run(List.of("git", "clone", "-q", "--depth=3", server.url(origin), shallow.toString()), "");
        origin = shallow;
        git("config", "uploadpack.allowFilter", "true");
        git("checkout", "-q", "-b", "side", "main~2");
        String side = commit("b", "1");

        assertThat(assertAsGit(before, last)).hasSize(1);
        assertThat(assertAsGit(side, last)).hasSize(2);
        assertThat(assertAsGit(last, side, "b")).hasSize(1);
    }

    @Test
    void objectsLentByAnotherRepositoryCount() throws Exception {
        String first = commit("a", "1");
        String last = commit("a", "2");
        Path borrower = folder.resolve("borrower");
        GeneratedRepository.run(List.of("git", "clone", "-q", "-s", origin.toString(), borrower.toString()), "");
        Path alternates = borrower.resolve(".git/objects/info/alternates");
        Files.writeString(
                alternates,
                Files.readString(alternates) + borrower.resolve(".git/objects") + "\n" + folder.resolve("nowhere")
                        + "\n../../../borrower/.git/objects\n");
        origin = borrower;
        git("config", "uploadpack.allowFilter", "true");

        assertThat(assertAsGit(first, last)).hasSize(1);
        assertThat(assertAsGit(first, last, "a")).hasSize(1);
    }

    @Test
    void aMergeOfManyBranchesIsReadToTheEnd() throws Exception {
        String first = commit("a", "1");
        int branches = 200;
        String stream = IntStream.range(0, branches)
                        .mapToObj(i -> "commit refs/heads/b" + i + "\nmark :" + (i + 1)
                                + "\ncommitter C <c@x> " + (1_700_000_100 + i % 7) + " +0000\ndata 4\n" + (1000 + i)
                                + "\nfrom " + first
                                + "\nM 100644 inline f" + i % 3 + "\ndata 1\n" + i % 5 + "\n\n")
                        .collect(Collectors.joining())
                + "commit refs/heads/octopus\nmark :5000\ncommitter C <c@x> 1700000200 +0000\ndata 1\nx\nfrom " + first
                + "\n"
                + IntStream.range(0, branches)
                        .mapToObj(i -> "merge :" + (i + 1) + "\n")
                        .collect(Collectors.joining())
                + "M 100644 inline f1\ndata 1\n3\n\n";
        GeneratedRepository.run(List.of("git", "-C", origin.toString(), "fast-import", "--quiet", "--force"), stream);
        String octopus = git("rev-parse", "octopus");

        assertThat(assertAsGit(first, octopus)).hasSize(branches + 1);
        assertAsGit(first, octopus, "f1");
    }

    @Test
    void branchesThatAreCalledLikeOptionsAreRead() throws Exception {
        String first = commit("a", "1");
        String last = commit("a", "2");
        for (String name : List.of("--upload-pack=evil", "-x", "a;b", "\u00fc\u4f60", "$(touch evil)", "@{-1")) {
            git("update-ref", "refs/heads/" + name, last);
        }

        assertThat(assertAsGit(first, last)).hasSize(1);
        assertThat(assertAsGit(first, last, "a")).hasSize(1);
        assertThat(Files.list(folder).map(path -> path.getFileName().toString()))
                .doesNotContain("evil");
    }

    @Test
    void datesFarApartAreOrderedAsGitOrdersThem() throws Exception {
        String tree = GeneratedRepository.run(List.of("git", "-C", origin.toString(), "mktree"), "")
                .strip();
        String parent = commit("a", "1");
        String first = parent;
        for (String date : List.of("0", "99999999999", "1", "18446744073709551615", "4294967296", "-1", "junk")) {
            String text = "tree " + tree + "\nparent " + parent + "\nauthor A <a@x> " + date
                    + " +0000\ncommitter C <c@x> " + date + " +0000\n\n" + date + "\n";
            parent = GeneratedRepository.run(
                            List.of(
                                    "git",
                                    "-C",
                                    origin.toString(),
                                    "hash-object",
                                    "-t",
                                    "commit",
                                    "-w",
                                    "--literally",
                                    "--stdin"),
                            text)
                    .strip();
        }
        git("update-ref", "refs/heads/main", parent);

        assertThat(assertAsGit(first, parent)).hasSize(7);
    }
}
