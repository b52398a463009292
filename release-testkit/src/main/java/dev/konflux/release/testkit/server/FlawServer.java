package dev.konflux.release.testkit.server;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.surroundings.FlawsInMemory;
import java.util.concurrent.atomic.AtomicInteger;

/** A flaw database with the interface of OSIDB on the loopback address. It hands out tokens to anybody with credentials and answers only those. */
public final class FlawServer extends LoopbackServer {

    private final FlawsInMemory flaws;
    private final AtomicInteger tokens = new AtomicInteger();

    private FlawServer(FlawsInMemory flaws) {
        this.flaws = flaws;
    }

    /** A server of the given flaws. */
    public static FlawServer start(FlawsInMemory flaws) {
        FlawServer server = new FlawServer(flaws);
        server.open();
        return server;
    }

    /** Makes the tokens handed out so far worthless, as time does. */
    public void expireTokens() {
        tokens.incrementAndGet();
    }

    @Override
    ServedAnswer answer(ServedRequest request) {
        String token = "token-" + tokens.get();
        if (request.path().equals("/auth/token") && !request.authorization().isEmpty()) {
            return ServedAnswer.json(DataObject.of("access", Data.of(token)));
        }
        if (!request.authorization().equals("Bearer " + token)) {
            return ServedAnswer.refusal(ServedAnswer.UNAUTHORIZED, "Given token not valid for any token type");
        }
        return request.path().equals("/osidb/api/v1/flaws")
                ? ServedAnswer.json(
                        flaws.flaws(request.query().getOrDefault("cve_id", "")).orElseThrow())
                : ServedAnswer.refusal(ServedAnswer.NOT_FOUND, "Not found.");
    }
}
