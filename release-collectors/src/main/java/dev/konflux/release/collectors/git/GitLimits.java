package dev.konflux.release.collectors.git;

import java.time.Duration;

/**
 * How much a server may ask of those who clone from it.
 *
 * @param silence how long it may say nothing
 * @param time how long one fetch may take
 * @param talkBytes what it may send in one fetch beside the pack: names of branches and tags, capabilities, progress
 * @param objects how many objects one fetch may bring
 * @param objectBytes size of the largest single object; no commit or tag may be larger than 16 MiB
 * @param fetchBytes size of all that one fetch brings, packed, and of all its commits together, unpacked
 */
public record GitLimits(
        Duration silence, Duration time, long talkBytes, long objects, long objectBytes, long fetchBytes) {

    /** Five minutes, one hour, 32 MiB, 20 million, 128 MiB and 8 GiB. */
    public static final GitLimits DEFAULT =
            new GitLimits(Duration.ofMinutes(5), Duration.ofHours(1), 32L << 20, 20_000_000, 128L << 20, 8L << 30);

    private static final long LARGEST_COMMIT = 16L << 20;

    /** The same with another time of silence. */
    public GitLimits withSilence(Duration most) {
        return new GitLimits(most, time, talkBytes, objects, objectBytes, fetchBytes);
    }

    /** The same with another time for one fetch. */
    public GitLimits withTime(Duration most) {
        return new GitLimits(silence, most, talkBytes, objects, objectBytes, fetchBytes);
    }

    /** The same with another size of what comes beside the pack. */
    public GitLimits withTalkBytes(long most) {
        return new GitLimits(silence, time, most, objects, objectBytes, fetchBytes);
    }

    /** The same with another number of objects. */
    public GitLimits withObjects(long most) {
        return new GitLimits(silence, time, talkBytes, most, objectBytes, fetchBytes);
    }

    /** The same with another size of the largest object. */
    public GitLimits withObjectBytes(long most) {
        return new GitLimits(silence, time, talkBytes, objects, most, fetchBytes);
    }

    /** The same with another size of all that one fetch brings. */
    public GitLimits withFetchBytes(long most) {
        return new GitLimits(silence, time, talkBytes, objects, objectBytes, most);
    }

    /** Size of the largest commit or tag. */
    long commitBytes() {
        return Math.min(objectBytes, LARGEST_COMMIT);
    }
}
