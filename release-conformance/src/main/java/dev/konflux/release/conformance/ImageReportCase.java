package dev.konflux.release.conformance;

import dev.konflux.release.model.EnterpriseContractPolicy;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.policy.Outcome;
import dev.konflux.release.policy.PolicyResult;
import dev.konflux.release.policy.report.ImageCheck;
import dev.konflux.release.policy.report.ImageReport;
import dev.konflux.release.policy.report.ReportException;
import dev.konflux.release.policy.report.ReportFormat;
import dev.konflux.release.policy.report.ReportHeader;
import dev.konflux.release.policy.report.ReportOptions;
import dev.konflux.release.policy.report.Verdict;
import java.time.Instant;
import java.util.List;

/** Given outcomes of images, reported in every format. */
final class ImageReportCase {

    private static final Instant CREATED = Instant.parse("2099-12-31T23:59:59Z");

    private ImageReportCase() {}

    static DataObject answer(DataObject input) {
        EnterpriseContractPolicy policy = EnterpriseContractPolicy.builder()
                .spec(input.findObject("policy").orElseThrow())
                .build();
        Instant time = Instant.parse(input.findText("effective_time").orElseThrow());
        ReportHeader header = new ReportHeader(policy, "development", time, CREATED);
        List<Verdict> verdicts =
                input.items("components").stream().map(ImageReportCase::verdict).toList();
        try {
            ImageReport report =
                    ImageReport.of(header, input.findText("snapshot").orElse(""), verdicts);
            return DataObject.of("formats", formats(report, options(input)));
        } catch (ReportException refused) {
            throw new Area.Refused(String.valueOf(refused.getMessage()));
        }
    }

    private static DataObject formats(ImageReport report, ReportOptions options) {
        DataObject.Builder formats = DataObject.builder();
        for (ReportFormat format : ReportFormat.values()) {
            String text = report.write(format, options)
                    .replace(CREATED.toString(), "TIMESTAMP")
                    .replace("2099-12-31 23:59:59", "TIMESTAMP")
                    .replace(Long.toString(CREATED.getEpochSecond()), "TIMESTAMP");
            formats.put(format.label(), text);
        }
        return formats.build();
    }

    private static ReportOptions options(DataObject input) {
        return new ReportOptions(
                flag(input, "detailed"),
                flag(input, "show_successes"),
                flag(input, "show_warnings"),
                flag(input, "show_policy_docs_link"),
                false);
    }

    private static boolean flag(DataObject input, String name) {
        return input.find(name).flatMap(Data::asBoolean).orElse(false);
    }

    private static Verdict verdict(Data component) {
        Verdict verdict = Verdict.ofImage(
                component.findText("name").orElse(""),
                component.findText("containerImage").orElse(""),
                component.items("outcomes").stream()
                        .map(ImageReportCase::outcome)
                        .toList());
        Verdict accessed = checked(verdict, component, "access", ImageCheck.Kind.ACCESSIBLE);
        return checked(accessed, component, "syntax", ImageCheck.Kind.ATTESTATION_SYNTAX);
    }

    private static Verdict checked(Verdict verdict, Data component, String name, ImageCheck.Kind kind) {
        return component
                .findText("checks", name)
                .map(error -> error.isEmpty() ? ImageCheck.passed(kind) : ImageCheck.failed(kind, error))
                .map(verdict::with)
                .orElse(verdict);
    }

    private static Outcome outcome(Data outcome) {
        return new Outcome(
                outcome.findText("namespace").orElse(""),
                results(outcome, "successes"),
                results(outcome, "warnings"),
                results(outcome, "failures"),
                results(outcome, "exceptions"),
                results(outcome, "skipped"));
    }

    private static List<PolicyResult> results(Data outcome, String name) {
        return outcome.items(name).stream()
                .map(result -> PolicyResult.of(result.asObject().orElseThrow()))
                .toList();
    }
}
