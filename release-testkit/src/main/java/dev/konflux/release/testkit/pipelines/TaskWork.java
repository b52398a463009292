package dev.konflux.release.testkit.pipelines;

/** What a task does. */
@FunctionalInterface
interface TaskWork {

    /**
     * Does the work and answers with the archive to hand on.
     *
     * @throws TaskFailure when the task fails
     */
    Archive run(TaskDesk desk);
}
