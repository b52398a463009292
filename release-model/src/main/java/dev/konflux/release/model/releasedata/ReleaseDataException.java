package dev.konflux.release.model.releasedata;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataPath;
import dev.konflux.release.model.data.Position;

/** A document cannot be used: something in it is not what the release needs there. The real tasks mostly end with a crash in these cases. */
public final class ReleaseDataException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient DataPath path;
    private final transient Position position;
    private final String problem;

    /** A problem at a place of a document. */
    public ReleaseDataException(DataPath path, Position position, String problem) {
        super(text(path, position, problem));
        this.path = path;
        this.position = position;
        this.problem = problem;
    }

    /** A problem with the release as a whole. */
    public ReleaseDataException(String problem) {
        this(DataPath.ROOT, Position.UNKNOWN, problem);
    }

    /** The value at the path is not what was expected there. */
    public static ReleaseDataException unexpected(DataPath path, Data found, String expectation) {
        String problem = "expected " + expectation + ", found " + found.kind().word();
        return new ReleaseDataException(path, found.position(), problem);
    }

    private static String text(DataPath path, Position position, String problem) {
        String place = position.toString();
        String where = path.toString();
        return (place.isEmpty() ? "" : place + ": ") + (where.isEmpty() ? "" : where + ": ") + problem;
    }

    /** What the problem is, without the place. */
    public String problem() {
        return problem;
    }

    /** Where in the document the problem is. */
    public DataPath path() {
        return path;
    }

    /** Where in the text the problem is. */
    public Position position() {
        return position;
    }
}
