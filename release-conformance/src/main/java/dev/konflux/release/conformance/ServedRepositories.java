package dev.konflux.release.conformance;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The git repositories of a case, rebuilt with git's own fast-import so that every hash is the recorded one. */
final class ServedRepositories implements AutoCloseable {

    private final Path folder;
    private final Map<String, Path> byAddress = new LinkedHashMap<>();

    private ServedRepositories(Path folder) {
        this.folder = folder;
    }

    static ServedRepositories of(Optional<DataObject> repositories) {
        ServedRepositories served = new ServedRepositories(CollectorArea.temporaryFolder());
        repositories
                .orElse(DataObject.empty())
                .members()
                .forEach((address, repository) -> served.build(address, repository));
        return served;
    }

    Path folder() {
        return folder;
    }

    /** Where to clone an address from: https and ssh addresses lead to the same folders, everything else stays. */
    String address(String wanted) {
        String https = wanted.replaceFirst("^git@([^:]+):", "https://$1/");
        Path path = byAddress.get(https);
        if (path == null) {
            path = byAddress.get(https.replaceFirst("/+$", ""));
        }
        return path != null ? path.toString() : folder.resolve("nothing-here").toString();
    }

    private void build(String address, Data repository) {
        Path path = folder.resolve("served-" + byAddress.size());
        byAddress.put(address, path);
        String head = repository.findText("head").orElse("main");
        git(new byte[0], "init", "-q", "--bare", "-b", head, path.toString());
        byte[] stream = repository
                .findText("fastImport")
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .or(() -> repository.findText("fastImportBase64").map(Base64.getMimeDecoder()::decode))
                .orElse(new byte[0]);
        if (stream.length > 0) {
            git(stream, "-C", path.toString(), "fast-import", "--quiet", "--done");
        }
        for (String temporary : git(
                        new byte[0], "-C", path.toString(), "for-each-ref", "--format=%(refname)", "refs/heads/_tmp_*")
                .lines()
                .toList()) {
            git(new byte[0], "-C", path.toString(), "update-ref", "-d", temporary);
        }
        // Git's second protocol hands out every object whatever the server is told, so the strict servers of the corpus
        // do as well.
        git(new byte[0], "-C", path.toString(), "config", "uploadpack.allowAnySHA1InWant", "true");
    }

    private static String git(byte[] input, String... words) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(Arrays.asList(words));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (OutputStream to = process.getOutputStream()) {
                to.write(input);
            }
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new Area.Unsupported("git " + words[words.length - 1] + " failed");
            }
            return said;
        } catch (IOException e) {
            throw new Area.Unsupported("git is needed to rebuild the repositories of this case: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Area.Unsupported("stopped");
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
