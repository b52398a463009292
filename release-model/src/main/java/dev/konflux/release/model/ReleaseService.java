package dev.konflux.release.model;

import java.util.Optional;

/** A Release Service as those see it who only read: the resources of its cluster, wherever it runs. */
public interface ReleaseService {

    /** Everything in the cluster that this library has words for, as far as it may be read. */
    Resources resources();

    /** Everything in one namespace that this library has words for, as far as it may be read. */
    Resources resources(String namespace);

    /** The present form of an object, found by its kind, namespace and name; empty when it is gone. */
    <R extends Resource> Optional<R> find(R resource);
}
