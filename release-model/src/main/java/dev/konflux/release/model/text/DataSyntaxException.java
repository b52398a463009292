package dev.konflux.release.model.text;

import dev.konflux.release.model.data.Position;

/** A text is not what its dialect allows. The message names the place, what was found and what is allowed. */
public final class DataSyntaxException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Position position;
    private final String problem;
    private final String upstreamMessage;

    /** A problem at a place. */
    public DataSyntaxException(Position position, String problem) {
        this(position, problem, problem);
    }

    /** A problem at a place, and what the program whose dialect this is says about it. */
    public DataSyntaxException(Position position, String problem, String upstreamMessage) {
        super(position.toString().isEmpty() ? problem : position + ": " + problem);
        this.position = position;
        this.problem = problem;
        this.upstreamMessage = upstreamMessage;
    }

    /** Where the problem is. */
    public Position position() {
        return position;
    }

    /** What the problem is, without the place. */
    public String problem() {
        return problem;
    }

    /** The message of the program whose dialect this is; the lines it names are often those of the enclosing structure. */
    public String upstreamMessage() {
        return upstreamMessage;
    }
}
