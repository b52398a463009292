package dev.konflux.release.collectors.git;

import java.io.IOException;
import java.io.InputStream;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectDatabase;
import org.eclipse.jgit.lib.ProgressMonitor;
import org.eclipse.jgit.transport.PackLock;
import org.eclipse.jgit.transport.PackParser;
import org.eclipse.jgit.transport.PackedObjectInfo;
import org.jspecify.annotations.Nullable;

/** JGit's place for reading a pack, where somebody else reads it. JGit's own reading, all of whose steps follow, does not take place. */
final class StreamedPack extends PackParser {

    private final InputStream pack;
    private final ReceivingRepository.PackReader reader;

    StreamedPack(ObjectDatabase database, InputStream pack, ReceivingRepository.PackReader reader) {
        super(database, pack);
        this.pack = pack;
        this.reader = reader;
    }

    @Override
    public @Nullable PackLock parse(ProgressMonitor receiving, ProgressMonitor resolving) throws IOException {
        reader.read(pack);
        return null;
    }

    private static IllegalStateException notTaken() {
        return new IllegalStateException("JGit does not read this pack");
    }

    @Override
    protected void onStoreStream(byte[] raw, int pos, int len) {
        throw notTaken();
    }

    @Override
    protected void onObjectHeader(Source src, byte[] raw, int pos, int len) {
        throw notTaken();
    }

    @Override
    protected void onObjectData(Source src, byte[] raw, int pos, int len) {
        throw notTaken();
    }

    @Override
    protected void onInflatedObjectData(PackedObjectInfo obj, int typeCode, byte[] data) {
        throw notTaken();
    }

    @Override
    protected void onPackHeader(long objCnt) {
        throw notTaken();
    }

    @Override
    protected void onPackFooter(byte[] hash) {
        throw notTaken();
    }

    @Override
    protected boolean onAppendBase(int typeCode, byte[] data, PackedObjectInfo info) {
        throw notTaken();
    }

    @Override
    protected void onEndThinPack() {
        throw notTaken();
    }

    @Override
    protected ObjectTypeAndSize seekDatabase(PackedObjectInfo obj, ObjectTypeAndSize info) {
        throw notTaken();
    }

    @Override
    protected ObjectTypeAndSize seekDatabase(UnresolvedDelta delta, ObjectTypeAndSize info) {
        throw notTaken();
    }

    @Override
    protected int readDatabase(byte[] dst, int pos, int cnt) {
        throw notTaken();
    }

    @Override
    protected boolean checkCRC(int oldCRC) {
        throw notTaken();
    }

    @Override
    protected void onBeginWholeObject(long streamPosition, int type, long inflatedSize) {
        throw notTaken();
    }

    @Override
    protected void onEndWholeObject(PackedObjectInfo info) {
        throw notTaken();
    }

    @Override
    protected void onBeginOfsDelta(long deltaStreamPosition, long baseStreamPosition, long inflatedSize) {
        throw notTaken();
    }

    @Override
    protected void onBeginRefDelta(long deltaStreamPosition, AnyObjectId baseId, long inflatedSize) {
        throw notTaken();
    }
}
