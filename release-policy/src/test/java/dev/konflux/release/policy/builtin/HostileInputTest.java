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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All rules over documents that are broken on purpose. {@code -Dpolicy.hostile.inputs=100000} tries more of them. */
class HostileInputTest {

    private static final Instant NOW = Instant.parse("2026-09-01T12:00:00Z");
    private static final int INPUTS = Integer.getInteger("policy.hostile.inputs", 100);

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

    private static final DataObject IMAGE = JsonReader.create()
            .read("""
            {"image": {"ref": "registry.example/app@DIGEST", "config": {"Labels": {"name": "app"}}},
             "snapshot": {"components": [{"name": "app", "containerImage": "registry.example/app@DIGEST"}]},
             "attestations": [
              {"statement": {"_type": "https://in-toto.io/Statement/v0.1",
                "predicateType": "https://slsa.dev/provenance/v0.2",
                "subject": [{"name": "app", "digest": {"sha256": "00"}}],
                "predicate": {"buildType": "tekton.dev/v1/PipelineRun", "builder": {"id": "https://tekton.dev/chains/v2"},
                  "materials": [{"uri": "git+https://git.example/app.git", "digest": {"sha1": "00"}}],
                  "buildConfig": {"tasks": [
                    {"name": "build", "status": "Succeeded", "steps": [{"entrypoint": "x"}],
                     "ref": {"name": "buildah", "kind": "Task", "bundle": "registry.example/task:0.1@DIGEST"},
                     "invocation": {"parameters": {"HERMETIC": "true", "SOURCE_ARTIFACT": "oci:a@DIGEST"},
                       "environment": {"labels": {"tekton.dev/task": "buildah"}}},
                     "results": [{"name": "IMAGE_URL", "type": "string", "value": "registry.example/app"},
                       {"name": "IMAGE_DIGEST", "type": "string", "value": "DIGEST"},
                       {"name": "TEST_OUTPUT", "type": "string", "value": "{\\"result\\": \\"SUCCESS\\"}"},
                       {"name": "SCAN_OUTPUT", "type": "string", "value": "{\\"vulnerabilities\\": {\\"high\\": 1}}"}]}]}}}},
              {"statement": {"predicateType": "https://cyclonedx.org/bom",
                "predicate": {"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1, "components": [
                  {"type": "library", "name": "a", "purl": "pkg:rpm/a@1?repository_id=x",
                   "properties": [{"name": "hermeto:found_by", "value": "hermeto"}],
                   "externalReferences": [{"type": "distribution", "url": "https://example.com"}]}]}}},
              {"statement": {"predicateType": "https://spdx.dev/Document",
                "predicate": {"spdxVersion": "SPDX-2.3", "SPDXID": "SPDXRef-DOCUMENT", "packages": [
                  {"SPDXID": "SPDXRef-a", "name": "a", "downloadLocation": "NOASSERTION",
                   "externalRefs": [{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl",
                     "referenceLocator": "pkg:golang/a@v1.0.0"}],
                   "annotations": [{"annotationType": "OTHER", "annotator": "Tool: hermeto:jsonencoded",
                     "comment": "{\\"name\\": \\"x\\"}"}]}]}}}],
             "spec": {"tasks": [{"name": "build", "taskRef": {"name": "buildah"}}]}}
            """.replace("DIGEST", DIGEST), "")
            .asObject()
            .orElseThrow();

    private static final DataObject DATA = JsonReader.create()
            .read("""
            {"rule_data": {"disallowed_packages": [{"purl": "pkg:golang/a", "format": "semverv", "min": "v0.1.0"}],
               "disallowed_attributes": [{"name": "x", "effective_on": "2024-01-01T00:00:00Z"}],
               "allowed_external_references": [{"type": "distribution", "url": "^https://"}],
               "allowed_package_sources": [{"type": "rpm", "patterns": ["^https://"]}],
               "proxy_enabled_purl_types": ["golang"], "allowed_proxy_url_patterns": {"golang": ["x"]},
               "known_rpm_repositories": ["x"], "required_labels": [{"name": "name", "effective_on": "2024-01-01T00:00:00Z"}],
               "schedule": ["x"], "disallowed_dates": ["2026-09-01"], "disallowed_weekdays": ["monday"]},
             "trusted_tasks": {"oci://registry.example/task:0.1": [{"ref": "DIGEST", "expires_on": "2027-01-01T00:00:00Z"}]},
             "trusted_task_rules": {"allow": {"a": [{"pattern": "oci://*", "versions": [">=1"]}]}, "deny": {"b": [{"pattern": "x"}]}},
             "required-tasks": [{"effective_on": "2024-01-01T00:00:00Z", "tasks": ["build", ["a", "b"]]}],
             "config": {"policy": {"when_ns": 1788000000000000000}}}
            """.replace("DIGEST", DIGEST), "")
            .asObject()
            .orElseThrow();

    @Test
    void whateverIsBrokenRulesAnswerOrGiveUp() {
        Random random = new Random(8);
        assertTimeoutPreemptively(LONG.multipliedBy(1 + INPUTS / 1000), () -> {
            for (int i = 0; i < INPUTS; i++) {
                DataObject input = broken(IMAGE, random).asObject().orElse(IMAGE);
                DataObject data = broken(DATA, random).asObject().orElse(DATA);
                judge(input, data);
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
                judge(replaced(IMAGE, new AtomicInteger(place), deep).asObject().orElse(IMAGE), DATA);
            }
        });
    }

    private static void judge(DataObject input, DataObject data) {
        RuleContext context = RuleContext.of(input, data, NOW, Capabilities.NONE);
        for (PolicyRule rule : BuiltInRules.all()) {
            try {
                assertThat(rule.evaluate(context)).isNotNull();
            } catch (RuleEvaluationException givenUp) {
                assertThat(givenUp).hasMessageStartingWith("eval_conflict_error");
            } catch (RuntimeException | StackOverflowError fault) {
                throw new AssertionError(rule.metadata().code() + " fails for " + input + " and " + data, fault);
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
