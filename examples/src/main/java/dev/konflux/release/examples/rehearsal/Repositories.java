package dev.konflux.release.examples.rehearsal;

import dev.konflux.release.model.data.Data;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/** Local git repositories made from the commit messages of a {@link World}; equal messages give equal hashes. */
final class Repositories {

    private static final Instant FIRST_COMMIT = Instant.parse("2026-11-01T08:00:00Z");
    private static final Duration BETWEEN_COMMITS = Duration.ofHours(7);

    private final Map<String, Path> byAddress = new HashMap<>();

    /** Makes the repositories below the given folder. */
    static Repositories make(World world, Path folder) {
        Repositories made = new Repositories();
        world.repositories().forEach((address, messages) -> {
            Path place = folder.resolve("repository-" + made.byAddress.size());
            commit(place, messages);
            made.byAddress.put(address, place);
        });
        return made;
    }

    /** Where to clone an address from; an unknown one leads nowhere, so that the rehearsal never leaves this machine. */
    String place(String address) {
        Path place = byAddress.get(address);
        return place == null ? Path.of("no-such-repository").toString() : place.toString();
    }

    private static void commit(Path place, Data messages) {
        try (Git git =
                Git.init().setDirectory(place.toFile()).setInitialBranch("main").call()) {
            Instant time = FIRST_COMMIT;
            for (Data message : messages.items()) {
                PersonIdent author = new PersonIdent("Ana Dev", "ana@example.com", time, ZoneOffset.UTC);
                git.commit()
                        .setAllowEmpty(true)
                        .setSign(false)
                        .setMessage(message.asText().orElse(""))
                        .setAuthor(author)
                        .setCommitter(author)
                        .call();
                time = time.plus(BETWEEN_COMMITS);
            }
        } catch (GitAPIException e) {
            throw new IllegalStateException("cannot make a repository for the rehearsal: " + e.getMessage(), e);
        }
    }
}
