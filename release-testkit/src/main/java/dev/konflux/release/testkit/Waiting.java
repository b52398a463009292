package dev.konflux.release.testkit;

import dev.konflux.release.model.Release;
import dev.konflux.release.testkit.runs.Phase;
import dev.konflux.release.testkit.store.ObjectKey;
import dev.konflux.release.testkit.store.ObjectStore;
import java.util.Arrays;

/** Lets time pass until a release is over. */
record Waiting(Engine engine, ObjectStore store, TimelineRecorder timelines) {

    Release until(Release release) {
        ObjectKey key = ObjectKey.of(release.document());
        return engine.inside(() -> {
            while (true) {
                Release current = store.find(key)
                        .map(Release::of)
                        .orElseThrow(() -> new UnsettledException("release " + release.reference() + " is gone"));
                if (isOver(current)) {
                    return current;
                }
                if (!engine.step()) {
                    throw new UnsettledException(whyUnfinished(current));
                }
            }
        });
    }

    private static boolean isOver(Release release) {
        return (release.isReleased() || release.isFailed())
                && Arrays.stream(Phase.values())
                        .allMatch(phase -> release.findCondition(phase.conditionType())
                                .filter(condition -> condition.isTrue()
                                        || !condition.reason().equals("Progressing"))
                                .isPresent());
    }

    private String whyUnfinished(Release release) {
        String restless = engine.restlessness();
        String why = restless.isEmpty()
                ? "nothing is due any more: a pipeline run hangs"
                : "the operator fails again and again: " + restless;
        return "release " + release.reference() + " is not over, and " + why + "\n"
                + timelines.of(release).toText();
    }
}
