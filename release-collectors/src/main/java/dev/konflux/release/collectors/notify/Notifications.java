package dev.konflux.release.collectors.notify;

import dev.konflux.release.collectors.CollectorFailure;
import java.util.ArrayList;
import java.util.List;

/** Tells listeners of a release, one after another. Whatever goes wrong is reported and fails nothing. */
public final class Notifications {

    private final List<ReleaseListener> listeners;

    private Notifications(List<ReleaseListener> listeners) {
        this.listeners = listeners;
    }

    /** Tells the given listeners; without any, nobody is told. */
    public static Notifications to(ReleaseListener... listeners) {
        return new Notifications(List.of(listeners));
    }

    /**
     * Tells every listener.
     *
     * @return a line for each that could not be told, empty when all were
     */
    public List<String> released(ReleaseEvent event) {
        List<String> failures = new ArrayList<>();
        for (ReleaseListener listener : listeners) {
            try {
                listener.released(event);
            } catch (CollectorFailure e) {
                failures.add(listener.name() + ": " + e.getMessage());
            } catch (RuntimeException e) {
                // Of a stranger's exception the text may hold anything.
                failures.add(listener.name() + ": " + e.getClass().getName());
            }
        }
        return failures;
    }
}
