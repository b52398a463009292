package dev.konflux.release.testkit.http;

import java.time.Duration;

/**
 * What a client may ask of the server.
 *
 * @param lineBytes the longest request line or header
 * @param headerBytes all headers of a request together
 * @param bodyBytes the longest body
 * @param patience how long a request may take to come in, and how long a connection may be idle
 */
public record HttpLimits(int lineBytes, int headerBytes, int bodyBytes, Duration patience) {}
