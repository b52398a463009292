package dev.konflux.release.collectors.git;

import java.time.Duration;

/**
 * How much a server may ask of those who clone from it.
 *
 * @param silence how long it may say nothing
 * @param objectBytes size of the largest single object
 * @param fetchBytes size of all that one fetch brings, packed
 */
public record GitLimits(Duration silence, long objectBytes, long fetchBytes) {

    /** Five minutes, 128 MiB and 8 GiB. */
    public static final GitLimits DEFAULT = new GitLimits(Duration.ofMinutes(5), 128L << 20, 8L << 30);

    /** The same with another time of silence. */
    public GitLimits withSilence(Duration time) {
        return new GitLimits(time, objectBytes, fetchBytes);
    }
}
