package dev.konflux.release.testkit.server;

import java.util.Optional;

/**
 * Something that goes wrong with the next request, or with the next few.
 *
 * <pre>{@code
 * server.suffer(ServerFault.status(503).onPath("/manifests/").times(2));
 * }</pre>
 */
public final class ServerFault {

    /** What happens instead of, or to, the answer. */
    private enum Kind {
        STATUS,
        CUT,
        HELD
    }

    private final Kind kind;
    private final int number;
    private final Optional<Gate> gate;
    private final String pathPart;
    private final int times;

    private ServerFault(Kind kind, int number, Optional<Gate> gate, String pathPart, int times) {
        this.kind = kind;
        this.number = number;
        this.gate = gate;
        this.pathPart = pathPart;
        this.times = times;
    }

    /** The answer is this status with an empty body; the server does not do what it was asked for. */
    public static ServerFault status(int status) {
        return new ServerFault(Kind.STATUS, status, Optional.empty(), "", 1);
    }

    /**
     * The connection is cut after as many bytes of the body; with 0 bytes there is no answer at all, and a client that had kept the connection
     * may ask again by itself. The server did what it was asked for.
     */
    public static ServerFault cutAfter(int bytes) {
        return new ServerFault(Kind.CUT, bytes, Optional.empty(), "", 1);
    }

    /** The answer is held back until the gate opens: a slow server, as slow as the test wants. */
    public static ServerFault heldBy(Gate gate) {
        return new ServerFault(Kind.HELD, 0, Optional.of(gate), "", 1);
    }

    /** The same, for requests whose path holds this text. */
    public ServerFault onPath(String part) {
        return new ServerFault(kind, number, gate, part, times);
    }

    /** The same, for as many requests. */
    public ServerFault times(int count) {
        return new ServerFault(kind, number, gate, pathPart, count);
    }

    int times() {
        return times;
    }

    boolean isFor(String path) {
        return path.contains(pathPart);
    }

    /** The status to answer with instead. */
    Optional<Integer> status() {
        return kind == Kind.STATUS ? Optional.of(number) : Optional.empty();
    }

    /** After how many bytes of the body the connection ends. */
    Optional<Integer> cut() {
        return kind == Kind.CUT ? Optional.of(number) : Optional.empty();
    }

    void waitForGate() throws InterruptedException {
        if (gate.isPresent()) {
            gate.get().pass();
        }
    }
}
