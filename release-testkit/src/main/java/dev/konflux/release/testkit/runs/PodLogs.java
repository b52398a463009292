package dev.konflux.release.testkit.runs;

import java.util.Optional;

/** The logs of the pods that tasks ran in. */
@FunctionalInterface
public interface PodLogs {

    /** The log of a pod; empty when it cannot be had. */
    Optional<String> log(String namespace, String pod);

    /** No log can be had, as is usual for tasks of several steps. */
    static PodLogs none() {
        return (namespace, pod) -> Optional.empty();
    }
}
