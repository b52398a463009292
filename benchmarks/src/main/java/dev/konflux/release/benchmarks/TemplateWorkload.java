package dev.konflux.release.benchmarks;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** What every template engine renders: a one-line note with 3 issues, and an advisory with 200 images, 50 CVEs and 40 issues, also 10 and 100 times as large. */
public enum TemplateWorkload {
    SMALL("small.jinja", 3, 0, 0),
    ADVISORY("advisory.md.jinja", 40, 50, 200),
    ADVISORY_X10("advisory.md.jinja", 400, 500, 2_000),
    ADVISORY_X100("advisory.md.jinja", 4_000, 5_000, 20_000);

    private static final List<String> ARCHITECTURES = List.of("amd64", "arm64", "ppc64le", "s390x");
    private static final List<String> SEVERITIES = List.of("Low", "Moderate", "Important", "Critical");

    private final String resource;
    private final int issues;
    private final int cves;
    private final int images;

    TemplateWorkload(String resource, int issues, int cves, int images) {
        this.resource = resource;
        this.issues = issues;
        this.cves = cves;
        this.images = images;
    }

    /** Writes every template and its data into a folder: {@code NAME.jinja}, {@code NAME.json}. */
    public static void main(String... folder) throws IOException {
        for (TemplateWorkload workload : values()) {
            Path path = Path.of(folder[0]);
            Files.writeString(path.resolve(workload.title() + ".jinja"), workload.template());
            Files.writeString(
                    path.resolve(workload.title() + ".json"), workload.data().toString());
        }
    }

    /** The name in tables and of files. */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The text of the template. */
    public String template() {
        try (InputStream stream = TemplateWorkload.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The variables. */
    public DataObject data() {
        return DataObject.of(
                "advisory",
                DataObject.builder()
                        .put("type", "RHSA")
                        .put("product_name", "Red Hat Shop")
                        .put("product_version", "1.4.2")
                        .put("severity", "Important")
                        .put("synopsis", "  Important: Red Hat Shop 1.4.2 security and bug fix update ")
                        .put(
                                "topic",
                                "An update is now available.\nRed Hat Product Security has rated it <Important>.\n")
                        .put("description", "The shop sells things.\n\nThis release has fixes & features.\n".repeat(4))
                        .put("references", list(5, i -> Data.of("https://docs.example.com/" + (7 * i % 5) + "/notes")))
                        .put("issues", list(issues, TemplateWorkload::issue))
                        .put("cves", list(cves, TemplateWorkload::cve))
                        .put("images", list(images, TemplateWorkload::image))
                        .build());
    }

    private static DataArray list(int count, IntFunction<Data> item) {
        return DataArray.of(IntStream.range(0, count).mapToObj(item).toList());
    }

    private static Data issue(int i) {
        DataObject.Builder issue = DataObject.builder()
                .put("id", "SHOP-" + (1000 + i))
                .put("source", "issues.example.com")
                .put("public", i % 5 != 1);
        return (i % 4 == 0 ? issue : issue.put("summary", "The basket forgets item " + i + " after a while")).build();
    }

    private static Data cve(int i) {
        return DataObject.builder()
                .put("id", id(i))
                .put("severity", SEVERITIES.get(i % 4))
                .put("score", DataNumber.parse(1 + i % 9 + ".5"))
                .put("summary", "A crafted request lets an attacker read memory of process " + i + " over the network")
                .put("packages", list(1 + i % 3, p -> Data.of("pkg:rpm/redhat/lib" + i + "@1." + p + ".0")))
                .build();
    }

    private static String id(int i) {
        return "CVE-2026-" + (20_000 + i);
    }

    private static Data image(int i) {
        DataObject fixed = DataObject.of("packages", list(i % 3, p -> Data.of("pkg:golang/lib" + p + "@v1." + i)));
        return DataObject.builder()
                .put("repository", "registry.example.com/shop-" + i % 10 + "/component-" + i)
                .put("digest", "sha256:" + String.format(Locale.ROOT, "%064x", 1_000_003L * (i + 1)))
                .put("architecture", ARCHITECTURES.get(i % 4))
                .put("tags", list(2 + i % 2, t -> Data.of("1.4." + t + "-" + i)))
                .put("cves", i % 3 == 0 ? DataObject.empty() : DataObject.of(id(i), fixed, id(i + 1), fixed))
                .build();
    }
}
