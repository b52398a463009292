package dev.konflux.release.collectors.git;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.transport.Daemon;

/** A repository with files, served by git's own protocol on the loopback address. */
final class ServedRepository implements AutoCloseable {

    private final Path folder;
    private final Git git;
    private final Daemon daemon;
    private int seconds;

    private ServedRepository(Path folder, Git git) throws Exception {
        this.folder = folder;
        this.git = git;
        this.daemon = new Daemon(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        daemon.setRepositoryResolver((client, name) -> {
            git.getRepository().incrementOpen();
            return git.getRepository();
        });
        daemon.getService("git-upload-pack").setEnabled(true);
        daemon.start();
    }

    /** An empty one, whose server can leave things out of a clone. */
    static ServedRepository in(Path folder) throws Exception {
        Git git = Git.init()
                .setDirectory(folder.toFile())
                .setInitialBranch("main")
                .call();
        ServedRepository served = new ServedRepository(folder, git);
        served.allowFilters(true);
        return served;
    }

    void allowFilters(boolean allowed) throws Exception {
        StoredConfig config = git.getRepository().getConfig();
        config.setBoolean("uploadpack", null, "allowFilter", allowed);
        config.save();
    }

    String url() {
        return "git://127.0.0.1:" + daemon.getAddress().getPort() + "/app";
    }

    Git git() {
        return git;
    }

    RevCommit commit(String message, String file) throws Exception {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, message);
        git.add().addFilepattern(".").call();
        PersonIdent author = new PersonIdent(
                "Ana", "ana@example.com", Instant.ofEpochSecond(1_700_000_000L + seconds++), ZoneOffset.UTC);
        return git.commit()
                .setMessage(message)
                .setAuthor(author)
                .setCommitter(author)
                .setSign(false)
                .call();
    }

    void stopServing() throws Exception {
        daemon.stopAndWait();
    }

    @Override
    public void close() {
        daemon.stop();
        git.close();
    }
}
