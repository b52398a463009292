package dev.konflux.release.policy.report;

import com.google.common.collect.ImmutableList;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The report on plain files. Files stand in the order of their paths, the last first, as upstream writes them. */
public final class InputReport {

    private static final Set<ReportFormat> FORMATS =
            Set.of(ReportFormat.JSON, ReportFormat.YAML, ReportFormat.TEXT, ReportFormat.SUMMARY);

    private final ReportHeader header;
    private final ImmutableList<Verdict> files;

    private InputReport(ReportHeader header, List<Verdict> files) {
        this.header = header;
        this.files = ImmutableList.copyOf(files);
    }

    /** A report. */
    public static InputReport of(ReportHeader header, List<Verdict> files) {
        return new InputReport(
                header,
                files.stream()
                        .sorted(Comparator.comparing(Verdict::reference).reversed())
                        .toList());
    }

    /** Whether no file has a violation. */
    public boolean isSuccess() {
        return files.stream().allMatch(Verdict::isSuccess);
    }

    /** The exit status of upstream's command: zero unless it is strict and something failed. */
    public int exitCode(boolean strict) {
        return isSuccess() || !strict ? 0 : 1;
    }

    /**
     * The report in one of the forms for inputs.
     *
     * @throws ReportException when there is no such form for inputs
     */
    public String write(ReportFormat format, ReportOptions options) {
        requireKnown(format);
        return switch (format) {
            case YAML -> GoYaml.write(tree(options));
            case TEXT -> text(options);
            case SUMMARY -> GoText.json(summary(options)) + "\n";
            default -> GoText.json(tree(options)) + "\n";
        };
    }

    /**
     * The format of that name.
     *
     * @throws ReportException when there is no such form for inputs
     */
    public static ReportFormat requireFormat(String label) {
        return ReportFormat.find(label).filter(FORMATS::contains).orElseThrow(() -> invalid(label));
    }

    private static void requireKnown(ReportFormat format) {
        if (!FORMATS.contains(format)) {
            throw invalid(format.label());
        }
    }

    private static ReportException invalid(String label) {
        return new ReportException("\"" + label + "\" is not a valid report format");
    }

    private DataObject tree(ReportOptions options) {
        return DataObject.builder()
                .put("success", isSuccess())
                .put(
                        "filepaths",
                        DataArray.of(
                                files.stream().map(file -> file(file, options)).toList()))
                .put("policy", PolicyDocument.of(header.policy().spec()))
                .put("ec-version", header.version())
                .put("effective-time", header.effectiveTime().toString())
                .build();
    }

    private static DataObject file(Verdict verdict, ReportOptions options) {
        return DataObject.builder()
                .put("filepath", verdict.reference())
                .put("violations", ReportTree.results(options.shown(verdict.violations())))
                .put(
                        "warnings",
                        options.warnings() ? ReportTree.results(options.shown(verdict.warnings())) : Data.nothing())
                .put(
                        "successes",
                        options.successes() ? ReportTree.results(options.shown(verdict.successes())) : Data.nothing())
                .put("success", verdict.isSuccess())
                .put("success-count", verdict.successes().size())
                .build();
    }

    private String text(ReportOptions options) {
        // here warnings that are not shown are not counted, either
        List<Verdict> counted = options.warnings()
                ? files
                : files.stream().map(InputReport::withoutWarnings).toList();
        Totals totals = Totals.of(counted);
        String result = totals.result().equals("SKIPPED") ? "SUCCESS" : totals.result();
        return new TextReport(counted, options, "FilePath")
                .write(isSuccess(), result, totals.toString(), subjects(counted));
    }

    private static Verdict withoutWarnings(Verdict file) {
        return new Verdict(file.name(), file.reference(), file.violations(), List.of(), file.successes());
    }

    private static String subjects(List<Verdict> files) {
        if (files.size() == 1) {
            return "Input File: " + files.get(0).reference() + "\n\n";
        }
        StringBuilder out = new StringBuilder("\nInput Files:\n");
        for (Verdict file : files) {
            out.append("- FilePath: ").append(file.reference());
            out.append("\n  ").append(Totals.of(List.of(file))).append("\n\n");
        }
        return out.toString();
    }

    private DataObject summary(ReportOptions options) {
        List<Verdict> counted = options.warnings()
                ? files
                : files.stream().map(InputReport::withoutWarnings).toList();
        DataArray list = DataArray.of(
                counted.stream().map(one -> Summaries.of(one, options)).toList());
        // upstream never sets the success of a summary
        return DataObject.builder()
                .put("filepaths", list)
                .put("success", false)
                .put("key", "")
                .build();
    }
}
