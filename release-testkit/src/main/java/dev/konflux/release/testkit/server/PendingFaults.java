package dev.konflux.release.testkit.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that have still to happen. The oldest one that is for a request's path happens to it. */
final class PendingFaults {

    private final List<ServerFault> pending = new ArrayList<>();

    synchronized void add(ServerFault fault) {
        for (int i = 0; i < fault.times(); i++) {
            pending.add(fault);
        }
    }

    synchronized void clear() {
        pending.clear();
    }

    synchronized Optional<ServerFault> next(String path) {
        Optional<ServerFault> found =
                pending.stream().filter(fault -> fault.isFor(path)).findFirst();
        found.ifPresent(pending::remove);
        return found;
    }
}
