package dev.konflux.release.collectors.git;

import java.io.File;
import java.io.IOException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.transport.PackParser;

/** A repository to fetch into. It takes no object above a size, which JGit offers to those who receive pushes only, and no more than a talk may bring. */
final class BoundedRepository extends FileRepository {

    private final ServerTalk talk;
    private final long objectBytes;

    BoundedRepository(File gitFolder, ServerTalk talk, long objectBytes) throws IOException {
        super(gitFolder);
        this.talk = talk;
        this.objectBytes = objectBytes;
    }

    @Override
    public ObjectInserter newObjectInserter() {
        ObjectInserter inserter = super.newObjectInserter();
        return new PackInserter(inserter, pack -> {
            PackParser parser = inserter.newPackParser(talk.pack(pack));
            parser.setMaxObjectSizeLimit(objectBytes);
            return parser;
        });
    }
}
