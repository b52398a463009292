package dev.konflux.release.testkit;

import dev.konflux.release.model.Release;

/** A release on its way. */
public final class PendingRelease {

    private final FakeReleaseService service;
    private final Release created;

    PendingRelease(FakeReleaseService service, Release created) {
        this.service = service;
        this.created = created;
    }

    /** The release as it is now; as it was created when it is gone. */
    public Release now() {
        return service.find(created).orElse(created);
    }

    /**
     * Lets time pass until the release and all its phases are over, and returns it.
     *
     * @throws UnsettledException when that cannot happen any more: a run hangs, or the operator fails again and again
     */
    public Release await() {
        return service.await(created);
    }
}
