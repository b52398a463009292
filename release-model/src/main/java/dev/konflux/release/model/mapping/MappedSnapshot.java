package dev.konflux.release.model.mapping;

import dev.konflux.release.model.data.DataObject;

/**
 * What mapping made of a Snapshot.
 *
 * @param spec the Snapshot's spec to go on with
 * @param isMapped whether there was a mapping at all; images are pushed only then
 * @param tags the tags of the release and where they came from
 */
public record MappedSnapshot(DataObject spec, boolean isMapped, MappedTags tags) {}
