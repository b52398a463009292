package dev.konflux.release.collectors.git;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A repository of which every question brings just what it needs. */
final class OpenedRepository implements GitRepository {

    private final Origin origin;
    private final boolean onDemand;

    OpenedRepository(Origin origin, boolean onDemand) {
        this.origin = origin;
        this.onDemand = onDemand;
    }

    @Override
    public void log(String since, String until, Optional<String> path, Consumer<? super GitEntry> reader) {
        try (GitRepository repository = history(Optional.of(since), until, path)) {
            repository.log(since, until, path, reader);
        }
    }

    @Override
    public List<GitEntry> show(String revision, Optional<String> path) {
        try (GitRepository repository = history(Optional.empty(), revision, path)) {
            return repository.show(revision, path);
        }
    }

    private GitRepository history(Optional<String> since, String until, Optional<String> path) {
        return origin.history(new Origin.HistoryRequest(since, until, path.isPresent(), onDemand));
    }

    @Override
    public Optional<byte[]> file(String branch, String path) {
        try (GitRepository repository = origin.files(branch)) {
            return repository.file(branch, path);
        }
    }

    @Override
    public void close() {
        // Every question opens and closes its own files.
    }
}
