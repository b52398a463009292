package dev.konflux.release.notes.pyxis;

import dev.konflux.release.model.data.Data;

/** Reads the catalog's records of repositories. */
@FunctionalInterface
public interface PyxisRecords {

    /** The record of a repository; an object without {@code _id} when the catalog does not know it. */
    Data of(PyxisRepository repository);
}
