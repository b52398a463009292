package dev.konflux.release.benchmarks;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Images as builds leave them: a provenance of twenty tasks from pinned bundles and an SBOM in both formats, with the data that rules
 * need. In the form of recorded cases, so that another engine can be asked the same.
 */
final class PolicyInputs {

    private static final String NOW = "2026-09-01T12:00:00Z";
    private static final String DIGEST = "sha256:%064d";
    private static final int TASKS = 20;

    private PolicyInputs() {}

    /**
     * Writes the inputs as lines.
     *
     * @param arguments the file, then the numbers of packages
     */
    public static void main(String[] arguments) throws IOException {
        List<String> lines = IntStream.range(1, arguments.length)
                .mapToObj(i -> Integer.parseInt(arguments[i]))
                .map(packages -> JsonText.compact().write(recorded(packages)))
                .toList();
        Files.write(Path.of(arguments[0]), lines);
    }

    /** An image with that many packages as a case: the question without an answer. */
    static DataObject recorded(int packages) {
        return DataObject.of("id", Data.of("image of " + packages + " packages"), "input", question(packages, 1));
    }

    /** What is asked of the rules: document, data, time. The number makes images differ. */
    static DataObject question(int packages, int number) {
        return DataObject.builder()
                .put("area", "release")
                .put("package", "tasks")
                .put("now", NOW)
                .put("input", image(packages, number))
                .put("data", data())
                .build();
    }

    static DataObject image(int packages, int number) {
        String digest = DIGEST.formatted(number);
        return object().put(
                        "image",
                        object().put("ref", "registry.example/acme/app-" + number + "@" + digest)
                                .build())
                .put("component_name", "app-" + number)
                .put(
                        "attestations",
                        DataArray.of(
                                statement("https://slsa.dev/provenance/v0.2", provenance(digest)),
                                statement("https://cyclonedx.org/bom", cyclonedx(packages)),
                                statement("https://spdx.dev/Document", spdx(packages))))
                .build();
    }

    private static DataObject.Builder object() {
        return DataObject.builder();
    }

    private static DataArray list(int size, IntFunction<Data> item) {
        return DataArray.of(IntStream.range(0, size).mapToObj(item).toList());
    }

    private static DataObject statement(String type, DataObject predicate) {
        DataObject statement = object().put("_type", "https://in-toto.io/Statement/v0.1")
                .put("predicateType", type)
                .put("predicate", predicate)
                .build();
        return DataObject.of("statement", statement);
    }

    private static DataObject provenance(String digest) {
        DataArray tasks = list(TASKS, i -> task(i, digest));
        return object().put("buildType", "tekton.dev/v1/PipelineRun")
                .put(
                        "builder",
                        object().put("id", "https://tekton.dev/chains/v2").build())
                .put("buildConfig", DataObject.of("tasks", tasks))
                .put(
                        "materials",
                        list(
                                TASKS,
                                i -> object().put("uri", "oci://registry.example/catalog/task-" + i)
                                        .put(
                                                "digest",
                                                object().put("sha256", "%064d".formatted(i))
                                                        .build())
                                        .build()))
                .build();
    }

    private static DataObject task(int i, String digest) {
        DataObject parameters = object().put("IMAGE", "registry.example/acme/app:1." + i)
                .put("SOURCE_ARTIFACT", "oci:registry.example/acme/source@" + DIGEST.formatted(i))
                .build();
        DataArray results = DataArray.of(
                result("IMAGE_URL", "registry.example/acme/app"),
                result("IMAGE_DIGEST", digest),
                result("SOURCE_ARTIFACT", "oci:registry.example/acme/source@" + DIGEST.formatted(i + 1)),
                result("TEST_OUTPUT", "{\"result\": \"SUCCESS\", \"successes\": 12, \"failures\": 0}"));
        return object().put("name", "step-" + i)
                .put(
                        "ref",
                        object().put("name", "task-" + i)
                                .put("kind", "Task")
                                .put("bundle", "registry.example/catalog/task-" + i + ":0.1@" + DIGEST.formatted(i))
                                .build())
                .put("status", "Succeeded")
                .put("invocation", DataObject.of("parameters", parameters))
                .put("results", results)
                .build();
    }

    private static DataObject result(String name, String value) {
        return object().put("name", name)
                .put("type", "string")
                .put("value", value)
                .build();
    }

    private static String purl(int i) {
        return "pkg:rpm/redhat/package-" + i + "@1." + i + "?arch=x86_64&repository_id=base-rpms";
    }

    private static DataObject cyclonedx(int packages) {
        return object().put("bomFormat", "CycloneDX")
                .put("specVersion", "1.5")
                .put("version", Data.of(1))
                .put(
                        "components",
                        list(
                                packages,
                                i -> object().put("type", "library")
                                        .put("bom-ref", "package-" + i)
                                        .put("name", "package-" + i)
                                        .put("version", "1." + i)
                                        .put("purl", purl(i))
                                        .put(
                                                "properties",
                                                DataArray.of(
                                                        result("attr-" + i, "x").without("type")))
                                        .build()))
                .build();
    }

    private static DataObject spdx(int packages) {
        return object().put("spdxVersion", "SPDX-2.3")
                .put("SPDXID", "SPDXRef-DOCUMENT")
                .put("dataLicense", "CC0-1.0")
                .put("name", "app")
                .put("documentNamespace", "https://registry.example/spdx/app")
                .put(
                        "creationInfo",
                        object().put("created", NOW)
                                .put("creators", DataArray.ofTexts(List.of("Tool: builder")))
                                .build())
                .put("packages", list(packages, PolicyInputs::spdxPackage))
                .build();
    }

    private static DataObject spdxPackage(int i) {
        DataObject reference = object().put("referenceCategory", "PACKAGE-MANAGER")
                .put("referenceType", "purl")
                .put("referenceLocator", purl(i))
                .build();
        return object().put("SPDXID", "SPDXRef-package-" + i)
                .put("name", "package-" + i)
                .put("versionInfo", "1." + i)
                .put("downloadLocation", "NOASSERTION")
                .put("externalRefs", DataArray.of(reference))
                .build();
    }

    static DataObject data() {
        DataArray required = DataArray.of(object().put("effective_on", "2024-01-01T00:00:00Z")
                .put("tasks", DataArray.ofTexts(List.of("task-1", "task-2", "task-99")))
                .build());
        DataObject disallowed = object().put("purl", "pkg:rpm/redhat/package-7")
                .put("format", "semver")
                .put("min", "1.0.0")
                .build();
        DataObject ruleData = object().put("allowed_registry_prefixes", DataArray.ofTexts(List.of("registry.example/")))
                .put("known_rpm_repositories", DataArray.ofTexts(List.of("base-rpms")))
                .put("disallowed_packages", DataArray.of(disallowed))
                .put("allowed_step_image_registry_prefixes", DataArray.ofTexts(List.of("registry.example/")))
                .build();
        DataObject.Builder trusted = object();
        for (int i = 0; i < TASKS; i++) {
            trusted.put(
                    "oci://registry.example/catalog/task-" + i + ":0.1",
                    DataArray.of(object().put("ref", DIGEST.formatted(i)).build()));
        }
        return object().put("rule_data", ruleData)
                .put("required-tasks", required)
                .put("trusted_tasks", trusted.build())
                .build();
    }
}
