package dev.konflux.release.collectors.git;

import com.google.common.base.Suppliers;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A repository of which every question brings just what it needs. */
final class OpenedRepository implements GitRepository {

    private final Origin origin;
    private final boolean onDemand;
    private final Supplier<Mailmap> mailmap;

    OpenedRepository(Origin origin, boolean onDemand) {
        this.origin = origin;
        this.onDemand = onDemand;
        this.mailmap = Suppliers.memoize(origin::mailmap);
    }

    @Override
    public void log(String since, String until, Optional<String> path, Consumer<? super GitEntry> reader) {
        try (GitRepository repository = history(Optional.of(since), until, path)) {
            repository.log(since, until, path, entry -> reader.accept(shown(entry)));
        }
    }

    @Override
    public List<GitEntry> show(String revision, Optional<String> path) {
        try (GitRepository repository = history(Optional.empty(), revision, path)) {
            return repository.show(revision, path).stream().map(this::shown).toList();
        }
    }

    /** What is brought on demand is a clone without files, in which git finds no other names for authors. */
    private GitEntry shown(GitEntry entry) {
        return onDemand ? entry : mailmap.get().withProperAuthor(entry);
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
