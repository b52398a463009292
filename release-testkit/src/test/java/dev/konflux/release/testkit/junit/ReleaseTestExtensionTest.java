package dev.konflux.release.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.konflux.release.model.Release;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.testkit.FakeReleaseService;
import dev.konflux.release.testkit.ReleaseAssert;
import dev.konflux.release.testkit.Worlds;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs the classes below as a user's tests. */
class ReleaseTestExtensionTest {

    private final SummaryGeneratingListener summary = new SummaryGeneratingListener();
    private final List<String> reported = new ArrayList<>();

    private void run(Class<?> tests) {
        Launcher launcher = LauncherFactory.create();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(tests))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "2")
                .build();
        launcher.execute(request, summary, new TestExecutionListener() {
            @Override
            public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
                reported.addAll(entry.getKeyValuePairs().values());
            }
        });
    }

    private List<String> failures() {
        return summary.getSummary().getFailures().stream()
                .map(failure -> String.valueOf(failure.getException().getMessage()))
                .toList();
    }

    @ReleaseTest
    static class AtTheSameTime {

        private static final CyclicBarrier BOTH = new CyclicBarrier(2);

        @RepeatedTest(2)
        void eachHasACluster(FakeReleaseService konflux) throws Exception {
            konflux.create(Worlds.plan().build());
            BOTH.await(10, TimeUnit.SECONDS);
            assertThat(konflux.resources().all(ReleasePlan.class)).hasSize(1);
        }
    }

    @Test
    void testsThatRunAtTheSameTimeDoNotShareAService() {
        run(AtTheSameTime.class);

        assertThat(failures()).isEmpty();
        assertThat(summary.getSummary().getTestsSucceededCount()).isEqualTo(2);
    }

    @ReleaseTest(resources = "src/test/resources/junit")
    static class WithResources {

        private FakeReleaseService before;

        @BeforeEach
        void keep(FakeReleaseService konflux) {
            before = konflux;
        }

        @Nested
        class Inside {

            @Test
            void hasThemToo(FakeReleaseService konflux) {
                assertThat(konflux).isSameAs(before);
                assertThat(konflux.resources().all(ReleasePlan.class))
                        .extracting(ReleasePlan::name)
                        .containsExactly("plan");
            }
        }
    }

    @Test
    void nestedTestsHaveTheResourcesOfTheClassAroundThem() {
        run(WithResources.class);

        assertThat(failures()).isEmpty();
        assertThat(summary.getSummary().getTestsSucceededCount()).isEqualTo(1);
    }

    @ReleaseTest
    static class InTheConstructor {

        InTheConstructor(FakeReleaseService konflux) {}

        @Test
        void isNeverRun() {}
    }

    @Test
    void aServiceForSeveralTestsIsRefused() {
        run(InTheConstructor.class);

        assertThat(failures()).singleElement().asString().contains("a FakeReleaseService belongs to one test");
    }

    @ReleaseTest
    static class Disappointed {

        @Test
        void expectsARelease(FakeReleaseService konflux) {
            Release failed =
                    konflux.release(Worlds.snapshot(), Worlds.plan().build()).await();
            ReleaseAssert.assertThat(failed).isReleased();
        }
    }

    @Test
    void aTestThatFailsReportsTheStoriesOfItsReleases() {
        run(Disappointed.class);

        assertThat(failures()).hasSize(1);
        assertThat(reported).singleElement().asString().contains("Release team/build-1-00001", "Released");
    }
}
