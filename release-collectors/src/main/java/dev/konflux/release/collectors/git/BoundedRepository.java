package dev.konflux.release.collectors.git;

import java.io.File;
import java.io.IOException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.transport.PackParser;

/** A repository that takes no object above a size; JGit offers that to those who receive pushes only. */
final class BoundedRepository extends FileRepository {

    private final long objectBytes;

    BoundedRepository(File gitFolder, long objectBytes) throws IOException {
        super(gitFolder);
        this.objectBytes = objectBytes;
    }

    @Override
    public ObjectInserter newObjectInserter() {
        ObjectInserter inserter = super.newObjectInserter();
        return new PackInserter(inserter, pack -> {
            PackParser parser = inserter.newPackParser(pack);
            parser.setMaxObjectSizeLimit(objectBytes);
            return parser;
        });
    }
}
