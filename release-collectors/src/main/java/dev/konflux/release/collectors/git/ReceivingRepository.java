package dev.konflux.release.collectors.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.util.FS;

/**
 * What JGit takes for the repository that it fetches into. It claims to have certain commits, so that the server leaves out what they reach, and
 * hands the pack on as it arrives.
 */
final class ReceivingRepository extends InMemoryRepository {

    /** A commit that is there, as far as the talk with a server goes. */
    private static final byte[] STAND_IN = ("tree " + Constants.EMPTY_TREE_ID.name()
                    + "\nauthor - <-> 0 +0000\ncommitter - <-> 0 +0000\n\n")
            .getBytes(StandardCharsets.US_ASCII);

    private final Set<ObjectId> had;
    private final PackReader packReader;

    ReceivingRepository(Set<ObjectId> had, PackReader packReader) {
        super(new DfsRepositoryDescription("receiving"));
        this.had = had;
        this.packReader = packReader;
        // JGit then says that it is done as soon as it has named them all. Asked whether they suffice, git's server
        // walks the whole history.
        getConfig().setInt("fetch", null, "maxhaves", Math.max(0, had.size() - 1));
    }

    /** Reads a pack to its end. */
    @FunctionalInterface
    interface PackReader {
        void read(InputStream pack) throws IOException;
    }

    @Override
    public FS getFS() {
        return FS.DETECTED;
    }

    @Override
    public ObjectReader newObjectReader() {
        ObjectReader reader = super.newObjectReader();
        return new ObjectReader.Filter() {
            @Override
            protected ObjectReader delegate() {
                return reader;
            }

            @Override
            public boolean has(AnyObjectId id) {
                return had.contains(id.toObjectId());
            }

            @Override
            public ObjectLoader open(AnyObjectId id) throws IOException {
                return open(id, ObjectReader.OBJ_ANY);
            }

            @Override
            public ObjectLoader open(AnyObjectId id, int type) throws IOException {
                return has(id) ? new ObjectLoader.SmallObject(Constants.OBJ_COMMIT, STAND_IN) : super.open(id, type);
            }
        };
    }

    @Override
    public ObjectInserter newObjectInserter() {
        return new PackInserter(
                super.newObjectInserter(), pack -> new StreamedPack(getObjectDatabase(), pack, packReader));
    }
}
