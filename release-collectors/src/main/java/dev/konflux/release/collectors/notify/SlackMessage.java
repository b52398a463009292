package dev.konflux.release.collectors.notify;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Posts one line to an incoming web hook of Slack. Slack itself does not recognise repetitions: one object tells of each release once, and a
 * second program would post again.
 */
public final class SlackMessage implements ReleaseListener {

    private final NotificationChannel channel;
    private final String hook;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /** Posts to a hook, whose address is a secret. */
    public SlackMessage(NotificationChannel channel, String hook) {
        this.channel = channel;
        this.hook = hook;
    }

    @Override
    public void released(ReleaseEvent event) {
        if (!told.add(event.key())) {
            return;
        }
        try {
            channel.send(
                    "POST",
                    hook,
                    Map.of(),
                    DataObject.of("text", Data.of(escaped(event.headline()))).toString());
        } catch (RuntimeException e) {
            told.remove(event.key());
            throw e;
        }
    }

    /** The three characters that Slack gives a meaning. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
