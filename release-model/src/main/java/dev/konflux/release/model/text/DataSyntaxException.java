package dev.konflux.release.model.text;

import dev.konflux.release.model.data.Position;

/** A text is not what its dialect allows. The message names the place, what was found and what is allowed. */
public final class DataSyntaxException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Position position;
    private final String problem;

    /** A problem at a place. */
    public DataSyntaxException(Position position, String problem) {
        super(position.toString().isEmpty() ? problem : position + ": " + problem);
        this.position = position;
        this.problem = problem;
    }

    /** Where the problem is. */
    public Position position() {
        return position;
    }

    /** What the problem is, without the place. */
    public String problem() {
        return problem;
    }
}
