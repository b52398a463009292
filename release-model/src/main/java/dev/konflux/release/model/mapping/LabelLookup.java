package dev.konflux.release.model.mapping;

import dev.konflux.release.model.data.DataObject;

/** Asks the cluster for the labels of a resource. */
@FunctionalInterface
public interface LabelLookup {

    /** The labels; an empty object when there are none. */
    DataObject labelsOf(String type, String namespace, String name);
}
