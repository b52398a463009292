package dev.konflux.release.kubernetes;

import dev.konflux.release.model.ReleaseService;

/** The contract, on the service in memory itself. */
class FakeServiceTest extends ReleaseServiceContract {

    @Override
    ReleaseService service() {
        return konflux;
    }
}
