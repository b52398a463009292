package dev.konflux.release.collectors.git;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The right to change a folder of the cache, held by one thread of one process at a time. The system takes it back from a process that
 * dies.
 */
final class FolderLock {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private FolderLock() {}

    /** Something that changes the folder. */
    @FunctionalInterface
    interface Change<T> {
        T make() throws IOException;
    }

    /** Waits for the right to change the folder, and changes it. */
    static <T> T holding(Path folder, Change<T> change) throws IOException {
        Path parent = Files.createDirectories(folder.toAbsolutePath().getParent());
        Path file = parent.resolve(folder.getFileName() + ".lock");
        // Closing the file gives the right back.
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            await(channel);
            return change.make();
        }
    }

    /** Within a process Java refuses a second lock where it waits between processes. */
    private static void await(FileChannel channel) throws IOException {
        while (true) {
            Interruption.check();
            try {
                if (channel.tryLock() != null) {
                    return;
                }
            } catch (OverlappingFileLockException e) {
                // Another thread has it.
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
