package dev.konflux.release.testkit.server;

import dev.konflux.release.model.registry.ImageManifest;

/** A registry that answers every question with the same manifest, whatever digest was asked for. */
final class SwappingServer extends LoopbackServer {

    private final ImageManifest manifest;

    private SwappingServer(ImageManifest manifest) {
        this.manifest = manifest;
    }

    static SwappingServer start(ImageManifest manifest) {
        SwappingServer server = new SwappingServer(manifest);
        server.open();
        return server;
    }

    @Override
    ServedAnswer answer(ServedRequest request) {
        return ServedAnswer.bytes(manifest.mediaType(), manifest.bytes());
    }
}
