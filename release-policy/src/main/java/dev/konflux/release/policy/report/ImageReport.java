package dev.konflux.release.policy.report;

import com.google.common.collect.ImmutableList;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The report on the images of a Snapshot. */
public final class ImageReport {

    private static final String PEM = "-----BEGIN ";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final ReportHeader header;
    private final String snapshot;
    private final ImmutableList<Verdict> components;
    private final String key;

    private ImageReport(ReportHeader header, String snapshot, List<Verdict> components) {
        this.header = header;
        this.snapshot = snapshot;
        this.components = ImmutableList.copyOf(components);
        this.key = header.policy().publicKey().orElse("");
        if (!key.isEmpty() && !key.contains(PEM)) {
            throw new ReportException("public key is not in PEM format and signature verifier is not initialized");
        }
    }

    /**
     * A report on components in the given order.
     *
     * @param snapshot the name of the Snapshot; may be empty
     * @throws ReportException when the policy's key is a reference that nobody resolved
     */
    public static ImageReport of(ReportHeader header, String snapshot, List<Verdict> components) {
        return new ImageReport(header, snapshot, components);
    }

    /** This report in the order of upstream's command: by reference, the last first. */
    public ImageReport sorted() {
        List<Verdict> sorted = components.stream()
                .sorted(Comparator.comparing(Verdict::reference).reversed())
                .toList();
        return new ImageReport(header, snapshot, sorted);
    }

    /** Whether no component has a violation. */
    public boolean isSuccess() {
        return components.stream().allMatch(Verdict::isSuccess);
    }

    /** The exit status of upstream's command: zero unless it is strict and something failed. */
    public int exitCode(boolean strict) {
        return isSuccess() || !strict ? 0 : 1;
    }

    /** The report in one of the forms. */
    public String write(ReportFormat format, ReportOptions options) {
        return switch (format) {
            case JSON -> GoText.json(tree(options)) + "\n";
            case YAML -> GoYaml.write(tree(options));
            case TEXT -> text(options);
            case SUMMARY -> GoText.json(summary(options)) + "\n";
            case SUMMARY_MARKDOWN -> markdown();
            case JUNIT -> new JUnitReport(options, key, header.created()).write(components);
            case APPSTUDIO -> GoText.json(appStudio()) + "\n";
            case VSA -> GoText.json(verificationSummary(options)) + "\n";
        };
    }

    private DataObject tree(ReportOptions options) {
        DataObject.Builder tree = DataObject.builder().put("success", isSuccess());
        if (!snapshot.isEmpty()) {
            tree.put("snapshot", snapshot);
        }
        return tree.put(
                        "components",
                        ReportTree.orNull(components.stream()
                                .map(one -> component(one, options))
                                .toList()))
                .put("key", key)
                .put("policy", PolicyDocument.of(header.policy().spec()))
                .put("ec-version", header.version())
                .put("effective-time", header.effectiveTime().toString())
                .build();
    }

    private static DataObject component(Verdict verdict, ReportOptions options) {
        DataObject.Builder tree = DataObject.builder()
                .put("name", verdict.name())
                .put("containerImage", verdict.reference())
                .put("source", DataObject.empty());
        putUnlessEmpty(tree, "violations", ReportTree.results(options.shown(verdict.violations())));
        putUnlessEmpty(tree, "warnings", ReportTree.results(options.shown(verdict.warnings())));
        if (options.successes()) {
            putUnlessEmpty(tree, "successes", ReportTree.results(options.shown(verdict.successes())));
        }
        return tree.put("success", verdict.isSuccess()).build();
    }

    private static void putUnlessEmpty(DataObject.Builder tree, String name, DataArray list) {
        if (!list.isEmpty()) {
            tree.put(name, list);
        }
    }

    private String text(ReportOptions options) {
        Totals totals = Totals.of(components);
        return new TextReport(components, options, "ImageRef")
                .write(isSuccess(), totals.result(), totals.toString(), subjects());
    }

    private String subjects() {
        if (components.size() == 1) {
            Verdict only = components.get(0);
            return "Component: " + only.name() + "\nImageRef: " + only.reference() + "\n\n";
        }
        StringBuilder out = new StringBuilder(components.isEmpty() ? "" : "\nComponents:\n");
        for (Verdict verdict : components) {
            out.append("- Name: ").append(verdict.name());
            out.append("\n  ImageRef: ").append(verdict.reference());
            out.append("\n  ").append(Totals.of(List.of(verdict))).append("\n\n");
        }
        return out.toString();
    }

    private DataObject summary(ReportOptions options) {
        DataObject.Builder tree = DataObject.builder();
        if (!snapshot.isEmpty()) {
            tree.put("snapshot", snapshot);
        }
        Data list = ReportTree.orNull(
                components.stream().map(one -> Summaries.of(one, options)).toList());
        // upstream never sets the success of a summary
        return tree.put("components", list)
                .put("success", false)
                .put("key", key)
                .build();
    }

    private String markdown() {
        Totals totals = Totals.of(components);
        boolean passed = totals.violations() == 0;
        return "| Field     | Value |Status|\n|-----------|-------|-------|\n"
                + "| Time | " + TIME.format(header.created()) + " |  |\n"
                + row("Successes", totals.successes() + " ", passed && totals.successes() > 0)
                + row("Failures", totals.violations() + " ", passed)
                + row("Warnings", totals.warnings() + " ", totals.warnings() == 0)
                + row("Result", " ", passed);
    }

    private static String row(String label, String count, boolean good) {
        return "| " + label + " | " + count + "| " + (good ? ":white_check_mark:" : ":x:") + " |\n";
    }

    private DataObject appStudio() {
        Totals totals = Totals.of(components);
        return DataObject.builder()
                .put("timestamp", Long.toString(header.created().getEpochSecond()))
                .put("namespace", "")
                .put("successes", totals.successes())
                .put("failures", totals.violations())
                .put("warnings", totals.warnings())
                .put("result", totals.result())
                .build();
    }

    /** What stands in the place of an {@code appstudio} report when there is no verdict. */
    public static String appStudioError(String prefix, String error, Instant created) {
        DataObject tree = DataObject.builder()
                .put("timestamp", Long.toString(created.getEpochSecond()))
                .put("namespace", "")
                .put("successes", 0)
                .put("failures", 0)
                .put("warnings", 0)
                .put("result", "ERROR")
                .put("note", "Error: " + prefix + ": " + error)
                .build();
        return GoText.json(tree) + "\n";
    }

    private DataObject verificationSummary(ReportOptions options) {
        return DataObject.builder()
                .put("policy", PolicyDocument.of(header.policy().spec()))
                .put(
                        "imageRefs",
                        DataArray.ofTexts(components.stream()
                                .map(Verdict::reference)
                                .distinct()
                                .toList()))
                .put(
                        "timestamp",
                        header.created().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("status", isSuccess() ? "passed" : "failed")
                .put("verifier", "conforma")
                .put("summary", Summaries.verification(components, options, snapshot, key, header.version()))
                .build();
    }
}
