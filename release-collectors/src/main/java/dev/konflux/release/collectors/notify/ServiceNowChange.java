package dev.konflux.release.collectors.notify;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Files a change record at ServiceNow (Table API, {@code change_request}) for a release that succeeded, unless there is one already: the event's
 * key is its {@code correlation_id}.
 */
public final class ServiceNowChange implements ReleaseListener {

    private static final String TABLE = "/api/now/table/change_request";

    private final NotificationChannel channel;
    private final String server;
    private final Map<String, String> credentials;

    /**
     * Files records.
     *
     * @param server address of the instance
     * @param authorization value of the Authorization header
     */
    public ServiceNowChange(NotificationChannel channel, String server, String authorization) {
        this.channel = channel;
        this.server = server;
        this.credentials = Map.of("Authorization", authorization);
    }

    @Override
    public void released(ReleaseEvent event) {
        if (!event.succeeded() || isFiled(event)) {
            return;
        }
        DataObject record = DataObject.builder()
                .put("type", "standard")
                .put("correlation_id", correlation(event))
                .put("short_description", event.headline())
                .put("description", event.toData().toString())
                .build();
        channel.send("POST", server + TABLE, credentials, record.toString());
    }

    private boolean isFiled(ReleaseEvent event) {
        String query = URLEncoder.encode("correlation_id=" + correlation(event), StandardCharsets.UTF_8);
        Data found = channel.get(
                server + TABLE + "?sysparm_limit=1&sysparm_fields=sys_id&sysparm_query=" + query, credentials);
        return !found.items("result").isEmpty();
    }

    /** A caret would begin another condition of the query. */
    private static String correlation(ReleaseEvent event) {
        return event.key().replace("^", "");
    }
}
