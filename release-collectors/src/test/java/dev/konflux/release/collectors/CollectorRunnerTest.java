package dev.konflux.release.collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.konflux.release.model.CollectorItem;
import dev.konflux.release.model.CollectorSettings;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CollectorRunnerTest {

    private static final DataObject RELEASE =
            DataObject.of("metadata", DataObject.of("namespace", Data.of("dev"), "name", Data.of("r1")));

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    /** A collector made of a function. */
    private record Given(String type, Function<CollectorContext, Data> answer) implements Collector {

        @Override
        public List<CollectorParameter> parameters() {
            return List.of(CollectorParameter.optional("word", "Any word."));
        }

        @Override
        public Data collect(CollectorContext context) {
            return answer.apply(context);
        }
    }

    private final Collector echo =
            new Given("echo", context -> Data.of(context.parameter("word").orElse("nothing")));
    private final Collector broken = new Given("broken", context -> {
        throw new CollectorFailure(3, "no luck");
    });
    private final Collector hanging = new Given("hanging", context -> {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Data.of("late");
    });

    private CollectorRunner.Builder runner() {
        return CollectorRunner.on(threads).collectors(Collectors.of(echo, broken, hanging));
    }

    private CollectorRun run(CollectorRunner runner, CollectorItem... items) throws InterruptedException {
        CollectorContext context = CollectorContext.builder().release(RELEASE).build();
        return runner.run(Stage.MANAGED, CollectorSettings.of(items), context);
    }

    @Test
    void resultsAreFiledUnderStageAndName() throws InterruptedException {
        CollectorRun run = run(
                runner().build(),
                CollectorItem.of("one", "echo").withParam("word", "a"),
                CollectorItem.of("two", "echo"));

        assertThat(run.collectors().toString()).isEqualTo("{\"managed\":{\"one\":\"a\",\"two\":\"nothing\"}}");
    }

    @Test
    void parametersAreFilledInFromTheRelease() throws InterruptedException {
        CollectorRun run =
                run(runner().build(), CollectorItem.of("one", "echo").withParam("word", "of {{ metadata.name }}"));

        assertThat(run.collectors().toString()).isEqualTo("{\"managed\":{\"one\":\"of r1\"}}");
    }

    @Test
    void aParameterThatTheCollectorDoesNotKnowFailsItAsUpstreamDoes() throws InterruptedException {
        CollectorRun run = run(runner().build(), CollectorItem.of("one", "echo").withParam("other", "a"));

        assertThat(run.firstFailure())
                .contains(new CollectorOutcome.Failed(
                        "one", 2, "error: argument mode: invalid choice: 'a' (choose from 'managed', 'tenant')"));
    }

    @Test
    void theFirstFailureLosesTheResultsOfTheOthers() throws InterruptedException {
        CollectorRun run = run(
                runner().atOnce(1).build(),
                CollectorItem.of("one", "echo"),
                CollectorItem.of("two", "broken"),
                CollectorItem.of("three", "echo"));

        assertThat(run.succeeded()).isFalse();
        assertThat(run.firstFailure()).contains(new CollectorOutcome.Failed("two", 3, "no luck"));
        assertThat(run.collectors()).isEqualTo(DataObject.empty());
        assertThat(run.outcomes().get(2)).isEqualTo(new CollectorOutcome.Dropped("three"));
    }

    @Test
    void theResultsOfTheOthersAreKeptWhereThatIsWanted() throws InterruptedException {
        CollectorRun run = run(
                runner().onFailure(FailurePolicy.KEEP_RESULTS).build(),
                CollectorItem.of("one", "broken"),
                CollectorItem.of("two", "echo"));

        assertThat(run.succeeded()).isFalse();
        assertThat(run.collectors().toString()).isEqualTo("{\"managed\":{\"two\":\"nothing\"}}");
    }

    @Test
    void aCollectorThatTakesTooLongIsStoppedWithTheCodeOfATimeLimit() throws InterruptedException {
        CollectorRun run = run(
                runner().timeLimit(Duration.ofMillis(20))
                        .onFailure(FailurePolicy.KEEP_RESULTS)
                        .build(),
                CollectorItem.of("one", "hanging"),
                CollectorItem.of("two", "echo"));

        assertThat(run.outcomes().get(0))
                .isEqualTo(new CollectorOutcome.Failed("one", 124, "stopped: its time is over"));
        assertThat(run.outcomes().get(1)).isEqualTo(new CollectorOutcome.Found("two", Data.of("nothing")));
    }

    @Test
    void noMoreRunAtATimeThanAllowed() throws InterruptedException {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Collector counting = new Given("counting", context -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            Thread.yield();
            running.decrementAndGet();
            return Data.nothing();
        });
        CollectorItem[] items = new CollectorItem[40];
        for (int i = 0; i < items.length; i++) {
            items[i] = CollectorItem.of("item" + i, "counting");
        }

        run(runner().collectors(Collectors.of(counting)).atOnce(3).build(), items);

        assertThat(most.get()).isBetween(1, 3);
    }

    @Test
    void aRunThatNobodyWaitsForAnyMoreEnds() throws InterruptedException {
        CollectorContext context = CollectorContext.builder()
                .release(RELEASE)
                .cancellation(() -> true)
                .build();

        CollectorRun run =
                runner().build().run(Stage.TENANT, CollectorSettings.of(CollectorItem.of("one", "hanging")), context);

        assertThat(run.firstFailure()).contains(new CollectorOutcome.Failed("one", 124, "stopped: its time is over"));
    }

    @Test
    void whatAPlugInThrowsIsToldByItsClassAlone() throws InterruptedException {
        Collector leaking = new Given("leaking", context -> {
            throw new IllegalStateException("password=hunter2");
        });

        CollectorRun run = run(runner().collectors(Collectors.of(leaking)).build(), CollectorItem.of("one", "leaking"));

        assertThat(run.firstFailure())
                .contains(
                        new CollectorOutcome.Failed("one", 1, "the collector broke: java.lang.IllegalStateException"));
    }

    @Test
    void onlySecretsThatTheSettingsNameCanBeRead() throws InterruptedException {
        Collector reading = new Given(
                "reading",
                context -> Data.of(context.secrets().find("dev", "a").isPresent() + " "
                        + context.secrets().find("dev", "b").isPresent()));
        CollectorContext context = CollectorContext.builder()
                .release(RELEASE)
                .secrets((namespace, name) -> Optional.of(Secret.ofText(name, Map.of())))
                .build();
        CollectorSettings settings =
                CollectorSettings.of(CollectorItem.of("one", "reading")).withSecrets("b");

        CollectorRun run = runner().collectors(Collectors.of(reading)).build().run(Stage.MANAGED, settings, context);

        assertThat(run.outcomes()).containsExactly(new CollectorOutcome.Found("one", Data.of("false true")));
    }

    @Test
    void anErrorOfAPlugInEndsItsItemToo() throws InterruptedException {
        Collector incomplete = new Given("incomplete", context -> {
            throw new NoClassDefFoundError("password=hunter2");
        });

        CollectorRun run = run(
                runner().collectors(Collectors.of(incomplete))
                        .timeLimit(Duration.ZERO)
                        .build(),
                CollectorItem.of("one", "incomplete"));

        assertThat(run.firstFailure())
                .contains(new CollectorOutcome.Failed("one", 1, "the collector broke: java.lang.NoClassDefFoundError"));
    }

    @Test
    void aTypeThatNobodyKnowsIsNamedWithThoseThereAre() throws InterruptedException {
        CollectorRun run = run(runner().build(), CollectorItem.of("one", "jirra"));

        assertThat(run.firstFailure())
                .contains(new CollectorOutcome.Failed(
                        "one", 1, "no collector of type 'jirra'; there are [broken, echo, hanging]"));
    }

    @Test
    void anItemsOwnTimeLimitIsStrongerThanTheRunners() throws InterruptedException {
        CollectorRun run = run(
                runner().timeLimit(Duration.ofMillis(1)).build(),
                CollectorItem.of("one", "echo").withTimeout(0),
                CollectorItem.of("two", "echo").withTimeout(60));

        assertThat(run.succeeded()).isTrue();
    }

    @Test
    void ofTwoItemsOfOneNameTheLaterCounts() throws InterruptedException {
        CollectorRun run = run(
                runner().build(),
                CollectorItem.of("one", "echo").withParam("word", "a"),
                CollectorItem.of("one", "echo").withParam("word", "b"));

        assertThat(run.collectors().toString()).isEqualTo("{\"managed\":{\"one\":\"b\"}}");
    }

    @Test
    void stepsAreToldWithTheItemsName() throws InterruptedException {
        Collector telling = new Given("telling", context -> {
            context.listener().progress("half way");
            return Data.nothing();
        });
        List<String> lines = new CopyOnWriteArrayList<>();
        CollectorContext context =
                CollectorContext.builder().release(RELEASE).listener(lines::add).build();

        runner().collectors(Collectors.of(telling))
                .build()
                .run(Stage.TENANT, CollectorSettings.of(CollectorItem.of("one", "telling")), context);

        assertThat(lines).containsExactly("one: half way");
    }

    @Test
    void whenTheWaitingThreadIsInterruptedCollectorsAreStopped() {
        CountDownLatch stopped = new CountDownLatch(1);
        Thread waiting = Thread.currentThread();
        Collector interrupting = new Given("interrupting", context -> {
            waiting.interrupt();
            try {
                never.await();
            } catch (InterruptedException e) {
                stopped.countDown();
            }
            return Data.nothing();
        });

        assertThatThrownBy(() -> run(
                        runner().collectors(Collectors.of(interrupting)).build(),
                        CollectorItem.of("one", "interrupting")))
                .isInstanceOf(InterruptedException.class);
        assertThat(stopped)
                .satisfies(latch -> assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue());
    }

    @Test
    void aRunnerThatRunsNothingIsRefused() {
        assertThatThrownBy(() -> runner().atOnce(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("at least one collector must run at a time, asked for 0");
    }
}
