package dev.konflux.release.collectors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.konflux.release.collectors.Cancellation;
import dev.konflux.release.collectors.CollectorFailure;
import dev.konflux.release.collectors.LoopbackAnswers;
import dev.konflux.release.collectors.LoopbackAnswers.Said;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WebServerTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-03T12:00:00Z"), ZoneOffset.UTC);
    private static final Map<String, String> SECRET = Map.of("Authorization", "Bearer hunter2");

    private final List<Duration> pauses = new ArrayList<>();

    private WebServer web(int tries) {
        return new WebServer(
                HttpClient.newHttpClient(),
                Duration.ofSeconds(5),
                new Retries(tries, pauses::add, Optional.of(NOON)),
                Cancellation.never());
    }

    @Test
    void aBusyServerIsAskedAgainAfterTheSecondsItNames() {
        List<Said> answers = new ArrayList<>(
                List.of(new Said(429, Map.of("Retry-After", "7"), ""), Said.status(503), Said.ok("done")));
        try (LoopbackAnswers server = LoopbackAnswers.with(asked -> answers.remove(0))) {
            assertThat(web(3).get(server.url() + "/x", Map.of(), SECRET).text()).isEqualTo("done");
        }
        assertThat(pauses).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(2));
    }

    @Test
    void aDateToComeBackAtIsUnderstoodAndAnEndlessWaitIsCut() {
        List<Said> answers = new ArrayList<>(List.of(
                new Said(429, Map.of("Retry-After", "Tue, 3 Nov 2026 12:00:30 GMT"), ""),
                new Said(429, Map.of("Retry-After", "999999999"), ""),
                new Said(429, Map.of("Retry-After", "soon"), ""),
                Said.ok("done")));
        try (LoopbackAnswers server = LoopbackAnswers.with(asked -> answers.remove(0))) {
            web(4).get(server.url(), Map.of(), Map.of());
        }
        assertThat(pauses).containsExactly(Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofSeconds(1));
    }

    @Test
    void aServerThatStaysBusyHasTheLastWord() {
        try (LoopbackAnswers server = LoopbackAnswers.with(asked -> Said.status(429))) {
            assertThat(web(2).get(server.url(), Map.of(), Map.of()).status()).isEqualTo(429);
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void credentialsStayWithTheirServerThroughRedirectsThereAndBack() {
        try (LoopbackAnswers other = LoopbackAnswers.with(asked -> Said.ok("other"));
                LoopbackAnswers first =
                        LoopbackAnswers.with(asked -> asked.path().equals("/a")
                                ? new Said(302, Map.of("Location", "/b"), "")
                                : new Said(307, Map.of("Location", other.url() + "/c"), ""))) {
            assertThat(web(1).get(first.url() + "/a", Map.of("Accept", "x"), SECRET)
                            .text())
                    .isEqualTo("other");
            assertThat(first.requests())
                    .allSatisfy(asked -> assertThat(asked.headers()).containsEntry("authorization", "Bearer hunter2"));
            assertThat(other.requests().get(0).headers())
                    .doesNotContainKey("authorization")
                    .containsEntry("accept", "x");
        }
    }

    @Test
    void anEndlessRedirectEnds() {
        try (LoopbackAnswers server = LoopbackAnswers.with(asked -> new Said(302, Map.of("Location", "/again"), ""))) {
            assertThatThrownBy(() -> web(1).get(server.url() + "/x?token=hunter2", Map.of(), Map.of()))
                    .isInstanceOf(CollectorFailure.class)
                    .hasMessage("ERROR: " + server.url() + " redirects more than 30 times");
        }
    }

    @Test
    void aServerThatNeverAnswersIsGivenUp() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            WebServer web = new WebServer(
                    HttpClient.newHttpClient(), Duration.ofMillis(50), Retries.none(), Cancellation.never());

            assertThatThrownBy(() -> web.get("http://127.0.0.1:" + silent.getLocalPort() + "/x", Map.of(), SECRET))
                    .isInstanceOf(CollectorFailure.class)
                    .hasMessage("http://127.0.0.1:" + silent.getLocalPort() + ": no answer within 50 ms");
        }
    }

    @Test
    void anAnswerAboveTheLimitIsGivenUpWhateverItsLength() {
        String chunk = "x".repeat(1 << 20);
        try (LoopbackAnswers server = LoopbackAnswers.with(asked -> Said.ok(chunk.repeat(65)))) {
            assertThatThrownBy(() -> web(1).get(server.url() + "/x", Map.of(), SECRET))
                    .isInstanceOf(CollectorFailure.class)
                    .hasMessageContaining("the answer is larger than 67108864 bytes");
        }
    }

    @Test
    void anInterruptedThreadStopsWaitingAndStaysInterrupted() {
        try (LoopbackAnswers server = LoopbackAnswers.with(asked -> Said.ok("late"))) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> web(1).get(server.url(), Map.of(), Map.of()))
                    .isInstanceOf(CollectorFailure.class)
                    .hasMessageContaining("stopped while waiting for " + server.url())
                    .extracting(failure -> ((CollectorFailure) failure).exitCode())
                    .isEqualTo(124);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void theAddressOfAHookIsNotTold() {
        for (String address : List.of(
                "http://127.0.0.1:1/services/hunter2?hunter2=1",
                "http://ana:hunter2@127.0.0.1:1/x",
                "http:// /hunter2",
                "nonsense",
                "file:///hunter2")) {
            assertThatThrownBy(() -> web(1).send("POST", address, Map.of(), "{}"))
                    .as(address)
                    .isInstanceOf(CollectorFailure.class)
                    .hasNoCause()
                    .hasMessageNotContaining("hunter2");
        }
    }

    @Test
    void aClientThatFollowsRedirectsItselfIsRefused() {
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();

        assertThatThrownBy(() -> new WebServer(client, Duration.ofSeconds(1), Retries.none(), Cancellation.never()))
                .isInstanceOf(CollectorFailure.class)
                .hasMessageContaining("expected one that never does");
    }
}
