package dev.konflux.release.collectors.notify;

import dev.konflux.release.model.data.DataObject;
import java.util.Map;

/**
 * Triggers an alert at PagerDuty (Events API v2) when a release failed, and resolves it when a release of the same plan succeeds. The plan is
 * the deduplication key, so that repetitions and further failures stay one alert.
 */
public final class PagerDutyEvent implements ReleaseListener {

    private final NotificationChannel channel;
    private final String server;
    private final String routingKey;

    /**
     * Sends events.
     *
     * @param server address of the API, usually {@code https://events.pagerduty.com}
     * @param routingKey the integration's key, a secret
     */
    public PagerDutyEvent(NotificationChannel channel, String server, String routingKey) {
        this.channel = channel;
        this.server = server;
        this.routingKey = routingKey;
    }

    @Override
    public void released(ReleaseEvent event) {
        String plan = event.release().namespace() + "/" + event.release().releasePlan();
        DataObject.Builder body = DataObject.builder()
                .put("routing_key", routingKey)
                .put("event_action", event.succeeded() ? "resolve" : "trigger")
                .put("dedup_key", plan);
        if (!event.succeeded()) {
            body.put(
                    "payload",
                    DataObject.builder()
                            .put("summary", event.headline())
                            .put("source", plan)
                            .put("severity", "error")
                            .put("custom_details", event.toData())
                            .build());
        }
        channel.send("POST", server + "/v2/enqueue", Map.of(), body.build().toString());
    }
}
