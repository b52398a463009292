package dev.konflux.release.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.admission.Admission;
import dev.konflux.release.model.admission.AdmissionRequest;
import dev.konflux.release.model.admission.AdmissionVerdict;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * Bytes, fragments of YAML, broken documents and broken JSON: all are read or refused with a place, and whatever is read is admitted or refused.
 * {@code -Dhostile.inputs=1000000} tries more of them, {@code -Dhostile.seed=N} others.
 */
class HostileInputTest {

    private static final int INPUTS = Integer.getInteger("hostile.inputs", 4_000);
    private static final int SEED = Integer.getInteger("hostile.seed", 1);
    private static final int LONGEST = 400;
    /** Only an input without end takes that long, even on a machine that stalls. */
    private static final Duration PATIENCE_FOR_ONE = Duration.ofMinutes(1);

    private static final String WORDS = " \n\t:-?,[]{}#&*!|>'\"%@`\\ab01~<=.\r";
    private static final List<String> DOCUMENTS = List.of("""
            apiVersion: appstudio.redhat.com/v1alpha1
            kind: ReleasePlanAdmission
            metadata:
              name: shop
              namespace: managed
              labels: {release.appstudio.openshift.io/block-releases: "false"}
            spec:
              applications: [shop, basket]
              origin: tenant
              policy: strict
              data:
                releaseNotes:
                  description: |-
                    First line
                      second line
                  synopsis: >
                    folded
                    text
              pipeline:
                timeouts: {pipeline: 1h30m}
                pipelineRef:
                  resolver: git
                  params:
                  - {name: url, value: "https://example.com/\\u0041"}
            """, """
            apiVersion: appstudio.redhat.com/v1alpha1
            kind: Release
            metadata: &m
              generateName: 'shop-'
            spec:
              <<: {snapshot: s}
              releasePlan: plan
              gracePeriodDays: 0x10
            other: *m
            """, """
            {"apiVersion": "appstudio.redhat.com/v1alpha1", "kind": "Snapshot", "metadata": {"name": "s"},
             "spec": {"application": "shop", "components": [{"name": "c", "containerImage": "quay.io/a/b@sha256:0"}]}}
            """);

    private final Admission admission = Admission.chain();
    private final Random random = new Random(SEED);

    @Test
    void everyTextIsReadOrRefusedAndWhatIsReadIsAdmittedOrRefused() {
        AtomicInteger read = new AtomicInteger();
        for (int i = 0; i < INPUTS; i++) {
            String text = input(i);
            Assertions.assertTimeoutPreemptively(
                    PATIENCE_FOR_ONE,
                    () -> {
                        if (survives(text)) {
                            read.incrementAndGet();
                        }
                    },
                    text);
        }

        assertThat(read.get()).isBetween(INPUTS / 20, INPUTS - INPUTS / 20);
    }

    private String input(int i) {
        return switch (i % 4) {
            case 0 -> bytes();
            case 1 -> mutated("", 1 + random.nextInt(LONGEST));
            default -> mutated(DOCUMENTS.get(random.nextInt(DOCUMENTS.size())), 1 + random.nextInt(6));
        };
    }

    private String bytes() {
        byte[] bytes = new byte[random.nextInt(LONGEST)];
        random.nextBytes(bytes);
        return new String(bytes, random.nextBoolean() ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16BE);
    }

    private String mutated(String document, int changes) {
        StringBuilder text = new StringBuilder(document);
        for (int i = 0; i < changes; i++) {
            int from = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), from + random.nextInt(3));
            String word = String.valueOf(WORDS.charAt(random.nextInt(WORDS.length())));
            switch (random.nextInt(4)) {
                case 0 -> text.delete(from, to);
                case 1 -> text.insert(from, text.substring(from, Math.min(text.length(), from + 40)));
                case 2 -> text.replace(from, to, word);
                default -> text.insert(from, word.repeat(1 + random.nextInt(3)));
            }
        }
        return text.toString();
    }

    /** Whether anything could be read in the cluster's dialect. */
    private boolean survives(String text) {
        List<Data> values = new ArrayList<>();
        for (Dialect dialect : Dialect.values()) {
            YamlStream stream = YamlReader.of(dialect).readAll(text, "x");
            assertThat(stream.faults()).allMatch(fault -> fault.position().isKnown());
            values.addAll(stream.values());
        }
        values.addAll(json(text));
        for (Data value : values) {
            if (value instanceof DataObject object) {
                AdmissionVerdict created = admission.review(AdmissionRequest.create("user", object));
                if (created instanceof AdmissionVerdict.Stored stored) {
                    admission.review(AdmissionRequest.update("user", object, stored.object()));
                    admission.review(AdmissionRequest.updateStatus("user", object, stored.object()));
                }
            }
        }
        return !values.isEmpty();
    }

    private static List<Data> json(String text) {
        try {
            return List.of(JsonReader.create().read(text, "x"));
        } catch (DataSyntaxException refused) {
            assertThat(refused.position().isKnown()).isTrue();
            return List.of();
        }
    }
}
