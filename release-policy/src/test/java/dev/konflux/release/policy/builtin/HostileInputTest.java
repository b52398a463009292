package dev.konflux.release.policy.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.JsonReader;
import dev.konflux.release.policy.Capabilities;
import dev.konflux.release.policy.PolicyRule;
import dev.konflux.release.policy.RuleContext;
import dev.konflux.release.policy.RuleEvaluationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * All rules over documents, data and answers of registries that are broken on purpose. {@code -Dpolicy.hostile.inputs=100000} tries more of
 * them, {@code -Dpolicy.hostile.seed=9} others.
 */
class HostileInputTest {

    private static final Instant NOW = Instant.parse("2026-09-01T12:00:00Z");
    private static final int INPUTS = Integer.getInteger("policy.hostile.inputs", 100);
    private static final int SEED = Integer.getInteger("policy.hostile.seed", 8);

    /** Far more than any of these takes; only what never ends is stopped. */
    private static final Duration LONG = Duration.ofMinutes(1);

    /** Every so many places of the document are replaced by a deep one. */
    private static final int STEP = 3;

    private static final String DIGEST = "sha256:" + "0a".repeat(32);

    private static final List<Data> STRAYS = List.of(
            Data.nothing(),
            Data.of(true),
            Data.of(-3),
            Data.of(""),
            Data.of("["),
            Data.of("(a+)+$"),
            Data.of("%d %s %q %"),
            Data.of("2024-02-30T25:61:00Z"),
            Data.of("pkg:npm/%ZZ@1?a=b&a=b;c#/../.."),
            Data.of("pkg:/@?#"),
            Data.of("registry.example/a@@sha256:x@y"),
            Data.of("v1.2.3.4-99999999999999999999"),
            Data.of("SGVsbG8=!"),
            Data.of("\ud800 \u0000"),
            Data.of("oci:@sha256:".repeat(200)),
            JsonReader.create().read("1e400", ""),
            JsonReader.create().read("123456789012345678901234567890", ""),
            DataArray.empty(),
            DataObject.empty(),
            DataArray.of(DataArray.empty(), Data.nothing()),
            DataObject.of("", Data.nothing()));

    private static final DataObject IMAGE = read("hostile-image.json");
    private static final DataObject DATA = read("hostile-data.json");

    /** What registries answer to each function; every reference leads to the same. */
    private static final DataObject WORLD = read("hostile-world.json");

    private static DataObject read(String name) {
        try (InputStream file = HostileInputTest.class.getResourceAsStream(name)) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return JsonReader.create()
                    .read(text.replace("DIGEST", DIGEST), name)
                    .asObject()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A world that gives these answers. */
    private record World(DataObject answers) implements Capabilities {

        @Override
        public Optional<Data> imageManifest(String reference) {
            return answers.find("manifest");
        }

        @Override
        public Optional<Data> imageManifests(List<String> references) {
            DataObject.Builder manifests = DataObject.builder();
            answers.find("manifest").ifPresent(manifest -> references.forEach(each -> manifests.put(each, manifest)));
            return Optional.of(manifests.build());
        }

        @Override
        public Optional<Data> imageIndex(String reference) {
            return answers.find("index");
        }

        @Override
        public Optional<Data> imageFiles(String reference, List<String> paths) {
            return answers.find("files");
        }

        @Override
        public Optional<Data> imageReferrers(String reference) {
            return answers.find("referrers");
        }

        @Override
        public Optional<Data> imageTagReferences(String reference) {
            return answers.find("tags");
        }

        @Override
        public Optional<Data> descriptor(String reference) {
            return answers.find("descriptor");
        }

        @Override
        public Optional<Data> blob(String reference) {
            return answers.find("blob");
        }

        @Override
        public Optional<Data> blobFiles(String reference, List<String> paths) {
            return answers.find("files");
        }

        @Override
        public Optional<Data> verifyImage(String reference, DataObject options) {
            return answers.find("verification");
        }

        @Override
        public Optional<Data> verifyAttestation(String reference, DataObject options) {
            return answers.find("verification");
        }
    }

    @Test
    void whateverIsBrokenRulesAnswerOrGiveUp() {
        Random random = new Random(SEED);
        assertTimeoutPreemptively(LONG.multipliedBy(1 + INPUTS / 1000), () -> {
            for (int i = 0; i < INPUTS; i++) {
                DataObject input = broken(IMAGE, random).asObject().orElse(IMAGE);
                DataObject data = broken(DATA, random).asObject().orElse(DATA);
                judge(input, data, new World(broken(WORLD, random).asObject().orElse(WORLD)));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 450})
    void depthDoesNotBreakRules(int levels) {
        Data arrays = Data.nothing();
        Data objects = Data.nothing();
        for (int i = 0; i < levels; i++) {
            arrays = DataArray.of(arrays);
            objects = DataObject.of("components", objects);
        }
        Data deep = DataObject.of("a", arrays, "components", objects);
        assertTimeoutPreemptively(LONG, () -> {
            int places = count(IMAGE);
            for (int place = 0; place < places; place += STEP) {
                judge(
                        replaced(IMAGE, new AtomicInteger(place), deep)
                                .asObject()
                                .orElse(IMAGE),
                        DATA,
                        Capabilities.NONE);
            }
        });
    }

    private static void judge(DataObject input, DataObject data, Capabilities world) {
        RuleContext context = RuleContext.of(input, data, NOW, world);
        for (PolicyRule rule : BuiltInRules.all()) {
            try {
                assertThat(rule.evaluate(context)).isNotNull();
            } catch (RuleEvaluationException givenUp) {
                assertThat(givenUp).hasMessageStartingWith("eval_conflict_error");
            } catch (RuntimeException | StackOverflowError fault) {
                throw new AssertionError(
                        rule.metadata().code() + " fails for " + input + " and " + data + " and " + world, fault);
            }
        }
    }

    /** One to three places replaced. */
    private static Data broken(Data document, Random random) {
        Data broken = document;
        for (int i = random.nextInt(3); i >= 0; i--) {
            Data stray = STRAYS.get(random.nextInt(STRAYS.size()));
            broken = replaced(broken, new AtomicInteger(random.nextInt(count(broken))), stray);
        }
        return broken;
    }

    private static int count(Data document) {
        if (document instanceof DataObject object) {
            return 1
                    + object.members().values().stream()
                            .mapToInt(HostileInputTest::count)
                            .sum();
        }
        return 1 + document.items().stream().mapToInt(HostileInputTest::count).sum();
    }

    /** The document with another value at one place, counted from above. */
    private static Data replaced(Data document, AtomicInteger place, Data value) {
        if (place.getAndDecrement() == 0) {
            return value;
        }
        if (document instanceof DataObject object) {
            DataObject.Builder members = DataObject.builder();
            for (Map.Entry<String, Data> member : object.members().entrySet()) {
                members.put(member.getKey(), replaced(member.getValue(), place, value));
            }
            return members.build();
        }
        if (document instanceof DataArray array) {
            return DataArray.of(array.items().stream()
                    .map(item -> replaced(item, place, value))
                    .toList());
        }
        return document;
    }
}
