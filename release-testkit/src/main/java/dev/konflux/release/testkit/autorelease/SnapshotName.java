package dev.konflux.release.testkit.autorelease;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

/** The names that the integration service gives to Snapshots: group, moment, and two characters after a collision. */
public final class SnapshotName {

    private static final int LONGEST_PREFIX = 43;
    private static final int LONGEST_PREFIX_BEFORE_SUFFIX = 40;
    private static final int MILLIS = 1000;

    private SnapshotName() {}

    /**
     * The name of a Snapshot.
     *
     * @param group application or component group
     * @param unixMilli the moment in milliseconds since 1970
     * @param suffix what tells colliding names apart; empty for the first try
     */
    public static String of(String group, long unixMilli, String suffix) {
        String prefix = cut(group, suffix.isEmpty() ? LONGEST_PREFIX : LONGEST_PREFIX_BEFORE_SUFFIX);
        String name = prefix + "-" + moment(unixMilli);
        return suffix.isEmpty() ? name : name + "-" + suffix;
    }

    /** The remainder keeps its sign for times before 1970, as Go's does. */
    private static String moment(long unixMilli) {
        LocalDateTime time = LocalDateTime.ofInstant(Instant.ofEpochMilli(unixMilli), ZoneOffset.UTC);
        long milli = unixMilli % MILLIS;
        return String.format(
                Locale.ROOT,
                "%d%02d%02d-%02d%02d%02d-%03d",
                time.getYear(),
                time.getMonthValue(),
                time.getDayOfMonth(),
                time.getHour(),
                time.getMinute(),
                time.getSecond(),
                milli);
    }

    /** Upstream cuts bytes, which may leave half a character. */
    private static String cut(String group, int bytes) {
        byte[] utf8 = group.getBytes(StandardCharsets.UTF_8);
        return utf8.length <= bytes ? group : new String(utf8, 0, bytes, StandardCharsets.UTF_8);
    }
}
