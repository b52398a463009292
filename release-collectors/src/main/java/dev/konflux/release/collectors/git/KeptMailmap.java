package dev.konflux.release.collectors.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;

/** The {@code .mailmap} of a server's repository, kept in a file. It is as old as what else was brought from there. */
final class KeptMailmap {

    private static final String HEAD = "refs/head";

    private final Path file;
    private final RemoteServer server;
    private boolean isUpToDate;

    KeptMailmap(Path file, RemoteServer server) {
        this.file = file;
        this.server = server;
    }

    /** Reads it; the server is asked when nothing is kept, and once when it was asked for anything else before. */
    synchronized Mailmap read() throws IOException {
        if (!isUpToDate && (server.wasAsked() || !Files.exists(file))) {
            FolderLock.holding(file, this::bring);
            isUpToDate = true;
        }
        return Mailmap.parse(Files.readAllBytes(file));
    }

    private Path bring() throws IOException {
        ScratchClone.beside(file, scratch -> {
            Path brought = scratch.resolve("mailmap");
            Files.write(brought, fetch(scratch).orElse(new byte[0]));
            Files.move(brought, file, StandardCopyOption.ATOMIC_MOVE);
        });
        return file;
    }

    private Optional<byte[]> fetch(Path clone) throws IOException {
        boolean hasHead = server.fetchOne(clone, GitContent.TOP, Constants.HEAD, HEAD);
        try (Repository repository = ScratchClone.open(clone)) {
            return hasHead ? Mailmap.find(repository, HEAD) : Optional.empty();
        }
    }
}
