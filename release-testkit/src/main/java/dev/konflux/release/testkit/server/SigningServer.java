package dev.konflux.release.testkit.server;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.surroundings.SignaturesInMemory;
import dev.konflux.release.testkit.surroundings.SignaturesInMemory.Signature;
import java.util.List;

/**
 * A signing service on the loopback address, with an interface of this project: {@code POST /v1/signatures} takes {@code reference}, {@code
 * digest} and {@code key}, {@code GET} lists what was signed. The real service has no public interface. Both need a login, any.
 */
public final class SigningServer extends LoopbackServer {

    private final SignaturesInMemory signatures;

    private SigningServer(SignaturesInMemory signatures) {
        this.signatures = signatures;
    }

    /** A server that signs into the given store. */
    public static SigningServer start(SignaturesInMemory signatures) {
        SigningServer server = new SigningServer(signatures);
        server.open();
        return server;
    }

    @Override
    ServedAnswer answer(ServedRequest request) {
        if (!request.path().equals("/v1/signatures")) {
            return ServedAnswer.refusal(ServedAnswer.NOT_FOUND, "only /v1/signatures is served");
        }
        if (request.authorization().isEmpty()) {
            return ServedAnswer.refusal(ServedAnswer.UNAUTHORIZED, "signing needs a login");
        }
        if (request.is("GET")) {
            List<Data> all = signatures.all().stream().map(SigningServer::json).toList();
            return ServedAnswer.json(DataObject.of("signatures", DataArray.of(all)));
        }
        return sign(request.json());
    }

    private ServedAnswer sign(DataObject order) {
        String digest = order.findText("digest").orElse("");
        String reference = order.findText("reference").orElse("");
        String key = order.findText("key").orElse("");
        if (!digest.matches("sha256:[0-9a-f]{64}") || reference.isEmpty() || key.isEmpty()) {
            return ServedAnswer.refusal(
                    ServedAnswer.BAD_REQUEST, "expected reference, digest (sha256: and 64 hex digits) and key");
        }
        return ServedAnswer.json(ServedAnswer.CREATED, json(signatures.sign(reference, digest, key)));
    }

    private static Data json(Signature signature) {
        return DataObject.builder()
                .put("reference", signature.reference())
                .put("digest", signature.digest())
                .put("key", signature.key())
                .build();
    }
}
