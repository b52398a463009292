package dev.konflux.release.testkit.kube.wire;

/** A body that is no protobuf message of the expected type. */
public final class ProtobufException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String problem;

    ProtobufException(String problem) {
        super(problem);
        this.problem = problem;
    }

    /** What is wrong with the body. */
    public String problem() {
        return problem;
    }
}
