package dev.konflux.release.testkit.pipelines;

/** A task gives up; the message is what its last step said. */
final class TaskFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TaskFailure(String message) {
        super(message);
    }
}
