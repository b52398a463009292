package dev.konflux.release.testkit.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.konflux.release.collectors.Collector;
import dev.konflux.release.collectors.CollectorContext;
import dev.konflux.release.collectors.CollectorFailure;
import dev.konflux.release.collectors.CollectorParameter;
import dev.konflux.release.collectors.Collectors;
import dev.konflux.release.model.data.Data;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * What every collector must keep to. The test of a plug-in extends this class, says which collector it is and gives it something to collect, and
 * adds what the collector itself promises.
 */
public abstract class CollectorContract {

    private static final String TYPE = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final Set<String> TAKEN = Set.of("release", "previousRelease");
    private static final int AT_ONCE = 4;

    /** For those who extend it. */
    protected CollectorContract() {}

    /** A new collector. */
    protected abstract Collector collector();

    /** A context in which it finds something, with every parameter that it requires. */
    protected abstract CollectorContext context();

    @Test
    void itsTypeCanStandInAPlan() {
        String type = collector().type();
        assertTrue(type.matches(TYPE), () -> "type '" + type + "' is none that a plan may name: expected " + TYPE);
    }

    @Test
    void itIsFoundByItsType() {
        Collector installed = Collectors.installed().require(collector().type());
        assertEquals(collector().getClass(), installed.getClass(), "another collector has this type");
    }

    @Test
    void itsParametersHaveNamesOfTheirOwnAndAreDescribed() {
        Set<String> names = new HashSet<>(TAKEN);
        for (CollectorParameter parameter : collector().parameters()) {
            assertTrue(names.add(parameter.name()), () -> "a second parameter " + parameter.name());
            assertTrue(!parameter.description().isBlank(), () -> "parameter " + parameter.name() + " is not described");
        }
    }

    @Test
    void itFailsInOrderWithoutAParameterThatItRequires() {
        for (CollectorParameter parameter : collector().parameters()) {
            if (parameter.required()) {
                Map<String, List<String>> others = new HashMap<>(context().parameters());
                others.remove(parameter.name());
                CollectorContext lacking = CollectorContext.builder()
                        .from(context())
                        .parameters(others)
                        .build();
                assertThrows(
                        CollectorFailure.class,
                        () -> collector().collect(lacking),
                        () -> "it takes no notice of a missing --" + parameter.name());
            }
        }
    }

    @Test
    void itsAnswerCanBeMergedIntoTheReleaseData() {
        Data answer = collector().collect(context());
        assertTrue(
                answer.isNull() || answer.asObject().isPresent(),
                () -> "expected an object or null, found " + answer.kind().word());
    }

    @Test
    void itAnswersAlikeForSeveralReleasesAtOnce() throws InterruptedException, ExecutionException {
        Collector shared = collector();
        Data expected = shared.collect(context());
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<Data>> answers = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                answers.add(threads.submit(() -> shared.collect(context())));
            }
            for (Future<Data> answer : answers) {
                assertEquals(expected, answer.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
