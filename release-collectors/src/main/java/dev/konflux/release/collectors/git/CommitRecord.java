package dev.konflux.release.collectors.git;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/**
 * What a log of commits keeps of each beside its text.
 *
 * @param date the committer's seconds since 1970, without a sign
 * @param textLength bytes of the commit object
 */
record CommitRecord(ObjectId id, long date, int textLength, List<ObjectId> parents) {

    private static final int FIXED = Constants.OBJECT_ID_LENGTH + Long.BYTES + 2 * Integer.BYTES;

    /** Reads the record at a place of a file. */
    static CommitRecord read(GrowingFile file, long at) throws IOException {
        ByteBuffer fixed = ByteBuffer.wrap(file.read(at, FIXED));
        ObjectId id = id(fixed);
        long date = fixed.getLong();
        int textLength = fixed.getInt();
        int number = fixed.getInt();
        ByteBuffer ids = ByteBuffer.wrap(file.read(at + FIXED, number * Constants.OBJECT_ID_LENGTH));
        List<ObjectId> parents = new ArrayList<>(number);
        for (int i = 0; i < number; i++) {
            parents.add(id(ids));
        }
        return new CommitRecord(id, date, textLength, parents);
    }

    private static ObjectId id(ByteBuffer bytes) {
        return new ObjectId(bytes.getInt(), bytes.getInt(), bytes.getInt(), bytes.getInt(), bytes.getInt());
    }

    /** How long the record is in a file. */
    int length() {
        return FIXED + parents.size() * Constants.OBJECT_ID_LENGTH;
    }

    /** Adds the record to a file. */
    void addTo(GrowingFile file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length());
        id.copyRawTo(bytes);
        bytes.putLong(date).putInt(textLength).putInt(parents.size());
        parents.forEach(parent -> parent.copyRawTo(bytes));
        file.add(bytes.array());
    }
}
