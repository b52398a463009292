package dev.konflux.release.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of releases and their runs, also of those that are gone. Of very many releases the oldest are forgotten. */
final class ReleaseStories {

    private final int most;
    private final Map<String, Story> byRelease = new LinkedHashMap<>();
    private final Map<String, Story> byRun = new LinkedHashMap<>();

    private static final class Story {
        private final List<Timeline.Entry> entries = new ArrayList<>();
        private final Map<String, RunStory> runs = new LinkedHashMap<>();
    }

    ReleaseStories(int most) {
        this.most = most;
    }

    Timeline of(String release) {
        Story story = byRelease.getOrDefault(release, new Story());
        return new Timeline(release, story.entries, List.copyOf(story.runs.values()));
    }

    List<Timeline> all() {
        return byRelease.keySet().stream().map(this::of).toList();
    }

    void note(String release, Instant at, String subject, String what) {
        List<Timeline.Entry> entries = story(release).entries;
        entries.add(new Timeline.Entry(at, known(subject, entries), what));
    }

    /** Of a name that is told again and again one text is kept. */
    private static String known(String subject, List<Timeline.Entry> entries) {
        for (Timeline.Entry entry : entries) {
            if (entry.subject().equals(subject)) {
                return entry.subject();
            }
        }
        return subject;
    }

    private Story story(String release) {
        Story known = byRelease.get(release);
        return known == null ? begin(release) : known;
    }

    private Story begin(String release) {
        Story story = new Story();
        byRelease.put(release, story);
        if (byRelease.size() > most) {
            Iterator<Story> oldest = byRelease.values().iterator();
            oldest.next().runs.keySet().forEach(byRun::remove);
            oldest.remove();
        }
        return story;
    }

    @Nullable
    RunStory run(String run) {
        Story story = byRun.get(run);
        return story == null ? null : story.runs.get(run);
    }

    /** Keeps the newest form of a run. */
    void put(String release, RunStory run) {
        Story story = story(release);
        story.runs.put(run.reference(), run);
        byRun.put(run.reference(), story);
    }

    /** Keeps the newest form of a run that is known. */
    void update(RunStory run) {
        Story story = byRun.get(run.reference());
        if (story != null) {
            story.runs.put(run.reference(), run);
        }
    }
}
