package dev.konflux.release.collectors.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.collectors.LoopbackAnswers;
import dev.konflux.release.collectors.LoopbackAnswers.Said;
import dev.konflux.release.model.Release;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class NotificationsTest {

    private static final String ADVISORY = "https://advisories.example.com/RHSA-1.yaml";

    private final List<Duration> pauses = new ArrayList<>();
    private final NotificationChannel channel = NotificationChannel.over(HttpClient.newHttpClient(), pauses::add);

    private static ReleaseEvent event(String status, String reason) {
        DataObject condition = DataObject.builder()
                .put("type", "Released")
                .put("status", status)
                .put("reason", reason)
                .build();
        Release release = Release.of(DataObject.builder()
                .put(
                        "metadata",
                        DataObject.of("name", Data.of("r1"), "namespace", Data.of("shop"))
                                .with("uid", Data.of("u-1")))
                .put("spec", DataObject.of("releasePlan", Data.of("plan"), "snapshot", Data.of("s")))
                .put("status", DataObject.of("conditions", DataArray.of(List.of(condition))))
                .build());
        return new ReleaseEvent(release, Optional.of(ADVISORY), List.of("SHOP-1", "../admin", "SHOP-2"));
    }

    private static ReleaseEvent success() {
        return event("True", "Succeeded");
    }

    private static ReleaseEvent failure() {
        return event("False", "Failed");
    }

    /** What a listener asks a server that answers with the function, when told twice. */
    private List<String> asked(
            ReleaseEvent event,
            Function<String, ReleaseListener> listener,
            Function<LoopbackAnswers.Asked, Said> answers) {
        try (LoopbackAnswers server = LoopbackAnswers.with(answers)) {
            Notifications notifications = Notifications.to(listener.apply(server.url()));
            assertThat(notifications.released(event)).isEmpty();
            assertThat(notifications.released(event)).isEmpty();
            return server.requests().stream()
                    .map(LoopbackAnswers.Asked::toString)
                    .toList();
        }
    }

    @Test
    void aWebHookIsSignedAndCarriesItsKey() {
        try (LoopbackAnswers server = LoopbackAnswers.with(asked -> Said.status(204))) {
            byte[] key = "key".getBytes(StandardCharsets.UTF_8);
            Notifications.to(new WebHook(channel, server.url() + "/hook", key)).released(success());

            LoopbackAnswers.Asked asked = server.requests().get(0);
            assertThat(asked.body())
                    .isEqualTo("{\"key\":\"u-1\",\"release\":\"r1\",\"namespace\":\"shop\",\"succeeded\":true,"
                            + "\"fixedIssues\":[\"SHOP-1\",\"../admin\",\"SHOP-2\"],\"advisory\":\"" + ADVISORY
                            + "\"}");
            // printf %s BODY | openssl dgst -sha256 -hmac key
            assertThat(asked.headers())
                    .containsEntry(
                            "x-release-signature-256",
                            "sha256=0ac73a76a9ba03b118d2c4297dc6516ff74a24491ff3e67cd5d2075bf6562a10")
                    .containsEntry("idempotency-key", "u-1");
        }
    }

    @Test
    void aWebHookToldTwiceCanTellByTheKey() {
        Set<String> seen = new HashSet<>();
        AtomicInteger acted = new AtomicInteger();
        asked(success(), url -> new WebHook(channel, url + "/hook", new byte[] {1}), asked -> {
            if (seen.add(asked.headers().get("idempotency-key")
                    + asked.body()
                    + asked.headers().get("x-release-signature-256"))) {
                acted.incrementAndGet();
            }
            return Said.status(204);
        });

        assertThat(acted).hasValue(1);
    }

    @Test
    void theAddressOfAHookIsASecretEvenWhenNobodyAnswers() {
        List<String> failures = Notifications.to(new SlackMessage(channel, "http://127.0.0.1:1/services/hunter2"))
                .released(success());

        assertThat(failures).singleElement().asString().startsWith("SlackMessage: http://127.0.0.1:1: no answer");
        assertThat(failures.toString()).doesNotContain("hunter2");
    }

    @Test
    void slackIsToldOnceInItsOwnEscapes() {
        assertThat(asked(success(), url -> new SlackMessage(channel, url + "/services/T/B/x"), asked -> Said.ok("ok")))
                .containsExactly("POST /services/T/B/x {\"text\":\"Release shop/r1 succeeded: " + ADVISORY + "\"}");
    }

    @Test
    void aFailureIsOneAlertAPlanAtPagerDuty() {
        List<String> asked =
                asked(failure(), url -> new PagerDutyEvent(channel, url, "route"), request -> Said.ok("{}"));

        assertThat(asked.get(0))
                .startsWith("POST /v2/enqueue {\"routing_key\":\"route\",\"event_action\":\"trigger\","
                        + "\"dedup_key\":\"shop/plan\",\"payload\":{\"summary\":\"Release shop/r1 failed: ");
        assertThat(asked.get(1)).isEqualTo(asked.get(0));
    }

    @Test
    void aSuccessResolvesTheAlert() {
        assertThat(asked(success(), url -> new PagerDutyEvent(channel, url, "route"), request -> Said.ok("{}")))
                .contains("POST /v2/enqueue {\"routing_key\":\"route\",\"event_action\":\"resolve\","
                        + "\"dedup_key\":\"shop/plan\"}");
    }

    @Test
    void aChangeRecordIsFiledOnce() {
        List<String> filed = new ArrayList<>();
        List<String> asked = asked(success(), url -> new ServiceNowChange(channel, url, "Basic x"), request -> {
            if (request.method().equals("POST")) {
                filed.add(request.body());
            }
            return Said.ok(filed.isEmpty() ? "{\"result\":[]}" : "{\"result\":[{\"sys_id\":\"1\"}]}");
        });

        assertThat(filed).hasSize(1);
        assertThat(filed.get(0)).startsWith("{\"type\":\"standard\",\"correlation_id\":\"u-1\",");
        assertThat(asked.get(0)).contains("sysparm_query=correlation_id%3Du-1");
    }

    @Test
    void fixedIssuesAreCommentedAndClosedOnce() {
        Map<String, String> comments = new ConcurrentHashMap<>();
        List<String> asked = asked(
                success(), url -> JiraIssues.commenting(channel, url, "Basic x").closingBy("Close"), request -> {
                    String issue = request.path().replaceFirst(".*/issue/([^/]*)/.*", "$1");
                    if (request.method().equals("POST") && request.path().endsWith("/comment")) {
                        comments.put(issue, request.body());
                    }
                    String known = comments.getOrDefault(issue, "");
                    return Said.ok(
                            request.path().contains("/transitions")
                                    ? "{\"transitions\":[{\"id\":\"3\",\"name\":\"Reopen\"}"
                                            + (known.isEmpty() ? "" : ",{\"id\":\"5\",\"name\":\"Close\"}") + "]}"
                                    : "{\"comments\":[" + known + "]}");
                });

        assertThat(comments.keySet()).containsExactlyInAnyOrder("SHOP-1", "SHOP-2");
        assertThat(asked.stream().filter(line -> line.startsWith("POST") && line.contains("/comment")))
                .containsExactly(
                        "POST /rest/api/2/issue/SHOP-1/comment {\"body\":\"Fixed in " + ADVISORY + "\"}",
                        "POST /rest/api/2/issue/SHOP-2/comment {\"body\":\"Fixed in " + ADVISORY + "\"}");
        assertThat(asked).contains("POST /rest/api/2/issue/SHOP-1/transitions {\"transition\":{\"id\":\"5\"}}");
    }

    @Test
    void aServerThatStaysAwayIsTriedAndReportedAndFailsNothing() {
        try (LoopbackAnswers server = LoopbackAnswers.with(asked -> Said.status(503))) {
            String hook = server.url() + "/services/secret";

            assertThat(Notifications.to(new SlackMessage(channel, hook)).released(success()))
                    .containsExactly("SlackMessage: " + server.url() + " answered with status 503");
            assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
        }
    }

    @Test
    void whatAListenerBreaksWithStaysOutOfTheReport() {
        Notifications notifications = Notifications.to(event -> {
            throw new IllegalStateException("password=hunter2");
        });

        assertThat(notifications.released(success())).singleElement().asString().doesNotContain("hunter2");
    }

    @Test
    void withoutListenersNobodyIsTold() {
        assertThat(Notifications.to().released(failure())).isEmpty();
    }
}
