package dev.konflux.release.conformance;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import dev.konflux.release.model.text.DataSyntaxException;
import dev.konflux.release.model.text.JsonReader;
import dev.konflux.release.notes.severity.AdvisorySeverity;
import dev.konflux.release.notes.severity.Flaw;
import dev.konflux.release.notes.severity.Impact;
import dev.konflux.release.notes.severity.SeverityAnswer;
import dev.konflux.release.notes.severity.SeverityStep;
import java.util.Optional;

/** Area {@code advisory-severity}. */
final class SeverityArea {

    private SeverityArea() {}

    static DataObject answer(DataObject input) {
        try {
            return switch (input.findText("op").orElse("")) {
                case "severity" -> severity(input);
                case "higher" -> Area.result(Data.of(Impact.worse(text(input, "current"), text(input, "new"))));
                case "unique-cves" -> Area.result(DataArray.ofTexts(AdvisorySeverity.cvesOf(input.items("images"))));
                case "matching-purl" ->
                    Area.result(Flaw.impactIn(input.items("rows"), text(input, "repository"))
                            .orElse(Data.nothing()));
                case "impact" ->
                    Area.result(Data.of(
                            new Flaw(input.findObject("flaw").orElseThrow()).impactFor(text(input, "repository"))));
                case "set-severity" -> setSeverity(input);
                default -> throw new Area.Unsupported("unknown op");
            };
        } catch (ReleaseDataException | DataSyntaxException e) {
            throw new Area.Refused(String.valueOf(e.getMessage()));
        }
    }

    private static DataObject severity(DataObject input) {
        Impact impact = AdvisorySeverity.of(input.items("images"), cve -> flaw(input, cve));
        return DataObject.of("severity", Data.of(impact.label()), "result", Data.of("Success"));
    }

    private static Optional<Data> flaw(DataObject input, String cve) {
        Optional<Data> flaw = input.find("flaws", cve);
        if (flaw.isEmpty()) {
            return Optional.of(DataObject.of("results", DataArray.empty()));
        }
        Optional<String> raw = flaw.get().asText();
        if (raw.isPresent()) {
            return raw.get().isBlank()
                    ? Optional.empty()
                    : Optional.of(JsonReader.create().read(raw.get(), cve));
        }
        return Optional.of(DataObject.of("results", DataArray.of(flaw.get())));
    }

    private static DataObject setSeverity(DataObject input) {
        SeverityAnswer canned = new SeverityAnswer(
                input.findText("results", "result").orElse("null"), input.findText("results", "severity"));
        SeverityStep step = SeverityStep.of(input.find("data").orElse(Data.nothing()), images -> canned);
        DataObject.Builder answer = DataObject.builder()
                .put("exitCode", step.failed() ? 1 : 0)
                .put("output", DataArray.ofTexts(step.messages()));
        return step.data().isNull()
                ? answer.build()
                : answer.put("data", step.data()).build();
    }

    private static String text(DataObject input, String name) {
        return input.findText(name).orElse("");
    }
}
