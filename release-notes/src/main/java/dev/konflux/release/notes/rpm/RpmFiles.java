package dev.konflux.release.notes.rpm;

import java.util.List;

/** Looks into the artifacts that components of RPMs are built as. */
@FunctionalInterface
public interface RpmFiles {

    /** The RPM files in the artifact of a reference, in any order; files whose header cannot be read are not among them. */
    List<RpmFile> in(String containerImage);
}
