package dev.konflux.release.model.http;

import java.net.URI;

/** A server did not answer, or not with what was asked for. The message names the address without its query, which may hold secrets. */
public final class ServerException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String address;
    private final int status;
    private final String problem;

    private ServerException(String address, int status, String problem) {
        super(address + ": " + problem);
        this.address = address;
        this.status = status;
        this.problem = problem;
    }

    /** An answer of that status where another was needed. */
    public static ServerException answered(URI address, int status) {
        return new ServerException(shown(address), status, "answered " + status);
    }

    /** No answer, or one that cannot be used. */
    public static ServerException of(URI address, String problem) {
        return new ServerException(shown(address), 0, problem);
    }

    /** Scheme, host, port and path: an address without whatever could be a secret. */
    private static String shown(URI address) {
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return address.getScheme() + "://" + address.getHost() + port + address.getRawPath();
    }

    /** The address that was asked, without its query. */
    public String address() {
        return address;
    }

    /** The status of the answer; 0 when there was none or the status was not the problem. */
    public int status() {
        return status;
    }

    /** What went wrong, without the address. */
    public String problem() {
        return problem;
    }
}
