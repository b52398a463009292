package dev.konflux.release.testkit.http;

/** Answers requests. */
public interface HttpHandler {

    /** The answer to a request. */
    HttpReply answer(HttpRequest request);

    /**
     * The answer to what is no request.
     *
     * @param status 400, 408, 413, 414, 431, 501 or 505
     */
    HttpReply refusal(int status, String problem);
}
