package dev.konflux.release.benchmarks.collectors;

import dev.konflux.release.collectors.CollectorContext;
import dev.konflux.release.collectors.CollectorRun;
import dev.konflux.release.collectors.CollectorRunner;
import dev.konflux.release.collectors.Secret;
import dev.konflux.release.collectors.Stage;
import dev.konflux.release.model.CollectorItem;
import dev.konflux.release.model.CollectorSettings;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Runs many {@code jira} collectors for {@code benchmarks/peers/collectors/run}. Arguments: address, number of queries, how many at a time,
 * number of runs. Prints a line a run.
 */
public final class JiraTimings {

    private static final double NANOS = 1e9;

    private JiraTimings() {}

    /** Runs. */
    public static void main(String[] arguments) throws InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int atOnce = Integer.parseInt(arguments[2]);
        CollectorSettings settings = queries(arguments[0], Integer.parseInt(arguments[1]));
        CollectorContext context = CollectorContext.builder()
                .release(DataObject.of("metadata", DataObject.of("namespace", Data.of("dev"))))
                .secrets((namespace, name) ->
                        Optional.of(Secret.ofText(name, Map.of("email", "me@example.com", "apitoken", "token"))))
                .http(HttpClient.newHttpClient())
                .build();
        ExecutorService threads = Executors.newFixedThreadPool(atOnce);
        try {
            CollectorRunner runner = CollectorRunner.on(threads).atOnce(atOnce).build();
            for (int i = 0; i < Integer.parseInt(arguments[3]); i++) {
                long start = System.nanoTime();
                CollectorRun run = runner.run(Stage.MANAGED, settings, context);
                double seconds = (System.nanoTime() - start) / NANOS;
                out.printf(Locale.ROOT, "%.3f s, all answered: %b%n", seconds, run.succeeded());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static CollectorSettings queries(String url, int number) {
        CollectorItem[] items = new CollectorItem[number];
        for (int i = 0; i < number; i++) {
            items[i] = CollectorItem.of("query" + i, "jira")
                    .withParam("url", url)
                    .withParam("query", "project = P" + i)
                    .withParam("secretName", "jira");
        }
        return CollectorSettings.of(items);
    }
}
