package dev.konflux.release.benchmarks;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Documents of a release of many components: the Release fixes issues and CVEs, the plan maps one half of the components, the admission the other
 * half, so that lists of components meet in the merge. As a program it writes them for other validators: {@code ReleaseDataSamples merged 100}.
 */
public final class ReleaseDataSamples {

    private static final int CVE_EVERY = 10;

    private final int components;

    ReleaseDataSamples(int components) {
        this.components = components;
    }

    /** Writes one document as JSON: {@code release}, {@code plan}, {@code admission} or {@code merged}, for so many components. */
    public static void main(String[] arguments) {
        ReleaseDataSamples samples = new ReleaseDataSamples(Integer.parseInt(arguments[1]));
        DataObject document = switch (arguments[0]) {
            case "release" -> samples.release();
            case "plan" -> samples.plan();
            case "admission" -> samples.admission();
            default -> samples.merged();
        };
        System.out.println(JsonText.compact().write(document));
    }

    DataObject release() {
        List<Data> cves = new ArrayList<>();
        List<Data> issues = new ArrayList<>();
        for (int i = 0; i < components; i += CVE_EVERY) {
            cves.add(DataObject.of("key", Data.of("CVE-2026-" + (10_000 + i)), "component", Data.of(name(i))));
            issues.add(DataObject.of("id", Data.of("SHOP-" + i), "source", Data.of("redhat.atlassian.net")));
        }
        return spec(DataObject.of(
                "releaseNotes",
                DataObject.of("cves", DataArray.of(cves), "issues", DataObject.of("fixed", DataArray.of(issues)))));
    }

    DataObject plan() {
        return spec(DataObject.of(
                "mapping",
                DataObject.of(
                        "components",
                        mapped(0, components / 2),
                        "defaults",
                        DataObject.of("tags", DataArray.ofTexts(List.of("latest", "{{ git_short_sha }}"))))));
    }

    DataObject admission() {
        DataObject notes = DataObject.builder()
                .put("product_id", DataArray.of(Data.of(1)))
                .put("product_name", "Shop")
                .put("product_version", "1.4.0")
                .put("product_stream", "shop-1")
                .put("cpe", "cpe:/a:example:shop:1")
                .put("type", "RHBA")
                .put("synopsis", "Shop {{ advisory.spec.product_version }} is available")
                .put("topic", "A new version of Shop")
                .put("description", "Shop {{ advisory.spec.product_version }}:\n\nfixes and new features")
                .put("solution", "Install it")
                .put("references", DataArray.ofTexts(List.of("https://docs.example.com/shop")))
                .put("content", DataObject.of("images", DataArray.empty()))
                .build();
        return spec(DataObject.builder()
                .put("releaseNotes", notes)
                .put("pyxis", DataObject.of("server", Data.of("stage"), "secret", Data.of("pyxis")))
                .put("sign", DataObject.of("configMapName", Data.of("signing"), "cosignSecretName", Data.of("cosign")))
                .put("atlas", DataObject.of("server", Data.of("stage")))
                .put(
                        "mapping",
                        DataObject.of(
                                "components",
                                mapped(components / 2, components),
                                "defaults",
                                DataObject.of("tags", DataArray.ofTexts(List.of("1.4.0", "{{ timestamp }}")))))
                .build());
    }

    /** What merging gives, without the rules of merging: good for validating. */
    private DataObject merged() {
        DataObject admission = admission().findObject("spec", "data").orElseThrow();
        return admission
                .withPath(mapped(0, components), "mapping", "components")
                .withPath(release().find("spec", "data", "releaseNotes", "cves").orElseThrow(), "releaseNotes", "cves")
                .withPath(
                        release().find("spec", "data", "releaseNotes", "issues").orElseThrow(),
                        "releaseNotes",
                        "issues");
    }

    DataObject snapshot() {
        List<Data> all = IntStream.range(0, components)
                .<Data>mapToObj(i -> DataObject.builder()
                        .put("name", name(i))
                        .put("containerImage", "quay.io/shop/" + name(i) + "@" + digest(i))
                        .put("source", DataObject.of("git", DataObject.of("revision", Data.of("0123456789abcdef" + i))))
                        .build())
                .toList();
        return DataObject.of("componentGroup", Data.of("shop"), "components", DataArray.of(all));
    }

    private static DataObject spec(DataObject data) {
        return DataObject.of("spec", DataObject.of("data", data));
    }

    private DataArray mapped(int from, int to) {
        return DataArray.of(IntStream.range(from, to)
                .<Data>mapToObj(i -> DataObject.builder()
                        .put("name", name(i))
                        .put(
                                "repositories",
                                DataArray.of(DataObject.of(
                                        "url",
                                        Data.of("registry.stage.redhat.io/shop/" + name(i)),
                                        "tags",
                                        DataArray.ofTexts(List.of("1.4", "1.4.0-{{ release_timestamp }}")))))
                        .put("pushSourceContainer", true)
                        .build())
                .toList());
    }

    private static String name(int i) {
        return "component-" + i;
    }

    private static String digest(int i) {
        return "sha256:" + String.format("%064x", i);
    }
}
