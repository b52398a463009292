package dev.konflux.release.testkit;

import com.google.common.base.Strings;
import dev.konflux.release.model.GoDuration;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Writes entries as text, a line for each, times counted from the first. */
final class StoryText {

    private static final int TIME_WIDTH = 12;
    private static final int SUBJECT_WIDTH = 36;

    private StoryText() {}

    static String of(String subject, List<Timeline.Entry> entries) {
        if (entries.isEmpty()) {
            return subject + ": nothing happened\n";
        }
        Instant start = entries.get(0).at();
        StringBuilder text = new StringBuilder(subject + " from " + start + "\n");
        for (Timeline.Entry entry : entries) {
            text.append("  ")
                    .append(Strings.padEnd(since(start, entry.at()), TIME_WIDTH, ' '))
                    .append(Strings.padEnd(entry.subject(), SUBJECT_WIDTH, ' '))
                    .append(entry.what())
                    .append('\n');
        }
        return text.toString();
    }

    static String since(Instant start, Instant at) {
        return "+" + GoDuration.format(Duration.between(start, at));
    }
}
