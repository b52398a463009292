package dev.konflux.release.collectors.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A bare repository made by git out of chance: merges, equal and skewed dates, few files of few contents, so that trees repeat. */
final class GeneratedRepository {

    /** Paths that histories may be limited to. */
    static final List<String> PATHS = List.of("a", "a/x", "b/", "*x", ":!a");

    private static final List<String> FILES = List.of("a/x", "a/y", "b/x", "c");

    private final Path folder;
    private final List<String> commits;

    private GeneratedRepository(Path folder, List<String> commits) {
        this.folder = folder;
        this.commits = commits;
    }

    /** Whether git is here to make one. */
    static boolean canBeMade() {
        try {
            return run(List.of("git", "--version"), "").startsWith("git version");
        } catch (IOException e) {
            return false;
        }
    }

    static GeneratedRepository in(Path folder, Random chance) throws IOException {
        run(List.of("git", "init", "-q", "--bare", "-b", "main", folder.toString()), "");
        Path marks = folder.resolve("marks");
        String stream = stream(chance, 2 + chance.nextInt(60));
        run(List.of("git", "-C", folder.toString(), "fast-import", "--quiet", "--export-marks=" + marks), stream);
        List<String> commits = Files.readAllLines(marks).stream()
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .toList();
        run(List.of("git", "-C", folder.toString(), "config", "uploadpack.allowFilter", "true"), "");
        return new GeneratedRepository(folder, commits);
    }

    private static String stream(Random chance, int number) {
        long skew = List.of(1L, 20L, 2_000L, 1_000_000L).get(chance.nextInt(4));
        StringBuilder stream = new StringBuilder();
        for (int i = 1; i <= number; i++) {
            long date = 1_600_000_000L + 10L * i - chance.nextLong(skew);
            // Each commit has a branch of its own, so that every one is reached.
            stream.append("commit refs/heads/c" + i + "\nmark :" + i + "\n");
            stream.append("author A <a@example.com> " + date + " +0000\n");
            stream.append("committer C <c@example.com> " + date + " +0000\n");
            String message = "commit " + i + (chance.nextInt(4) == 0 ? "\n\nFixes CVE-2024-" + (1000 + i) : "");
            stream.append("data " + message.length() + "\n" + message + "\n");
            parents(chance, i, stream);
            for (int files = chance.nextInt(3); files > 0; files--) {
                String file = FILES.get(chance.nextInt(FILES.size()));
                stream.append("M 100644 inline " + file + "\ndata 1\n" + chance.nextInt(3) + "\n");
            }
            stream.append('\n');
        }
        return stream.append("reset refs/heads/main\nfrom :" + number + "\n").toString();
    }

    private static void parents(Random chance, int commit, StringBuilder stream) {
        if (commit == 1 || chance.nextInt(30) == 0) {
            return;
        }
        int number = chance.nextInt(3) > 0 ? 1 : 2 + chance.nextInt(2);
        Set<Integer> parents = new LinkedHashSet<>();
        for (int i = 0; i < number; i++) {
            parents.add(Math.max(1, commit - 1 - chance.nextInt(8)));
        }
        String word = "from";
        for (int parent : parents) {
            stream.append(word + " :" + parent + "\n");
            word = "merge";
        }
    }

    String any(Random chance) {
        return commits.get(chance.nextInt(commits.size()));
    }

    Path folder() {
        return folder;
    }

    /** Hashes as git's log prints them. */
    List<String> log(String since, String until, List<String> paths) throws IOException {
        List<String> command = new ArrayList<>(
                List.of("git", "-C", folder.toString(), "log", "--format=%H", since + ".." + until, "--"));
        command.addAll(paths);
        return run(command, "").lines().toList();
    }

    static String run(List<String> command, String input) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
