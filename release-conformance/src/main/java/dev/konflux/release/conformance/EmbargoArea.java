package dev.konflux.release.conformance;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.PythonText;
import dev.konflux.release.model.releasedata.Located;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import dev.konflux.release.model.text.DataSyntaxException;
import dev.konflux.release.model.text.JsonReader;
import dev.konflux.release.notes.advisory.IssueClosing;
import dev.konflux.release.notes.embargo.CveEmbargo.Answer;
import dev.konflux.release.notes.embargo.EmbargoCheck;
import dev.konflux.release.notes.embargo.EmbargoReport;
import dev.konflux.release.notes.embargo.EmbargoedFlaws;
import dev.konflux.release.notes.tracker.IssueTracker.Login;
import dev.konflux.release.notes.tracker.TrackerReply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Area {@code embargo-check}. */
final class EmbargoArea {

    private final DataObject input;
    private final List<Data> requests = new ArrayList<>();
    private final List<Data> internalRequests = new ArrayList<>();
    private final Map<String, Integer> asked = new HashMap<>();

    private EmbargoArea(DataObject input) {
        this.input = input;
    }

    static DataObject answer(DataObject input) {
        try {
            return switch (input.findText("op").orElse("")) {
                case "embargo" -> new EmbargoArea(input).embargo();
                case "flaw" ->
                    DataObject.of(
                            "embargoed",
                            Data.of(EmbargoedFlaws.isEmbargoed(
                                    input.find("response").orElseThrow())));
                case "cve-list" ->
                    Area.result(DataArray.ofTexts(
                            EmbargoedFlaws.listed(input.findText("value").orElse(""))));
                case "extract-cves" ->
                    Area.result(DataArray.ofTexts(
                            EmbargoCheck.cvesOf(Located.root(input).require("data"))));
                case "close-eligible" ->
                    Area.result(
                            Data.of(IssueClosing.isEligible(input.find("issue").orElseThrow())));
                case "closed-transition" ->
                    Area.result(IssueClosing.closingTransition(
                                    input.find("transitions").orElseThrow())
                            .<Data>map(Data::of)
                            .orElse(Data.nothing()));
                default -> throw new Area.Unsupported("unknown op");
            };
        } catch (ReleaseDataException e) {
            throw new Area.Refused(e.problem());
        }
    }

    private DataObject embargo() {
        Data data = input.find("data").orElse(Data.nothing());
        try {
            EmbargoReport report = new EmbargoCheck(this::reply, this::ask).check(data);
            return report.isClear()
                    ? full("result", "ok", report.data())
                    : full("error", String.join("\n", report.problems()), report.data());
        } catch (ReleaseDataException e) {
            return full("error", e.problem(), data);
        }
    }

    private DataObject full(String name, String text, Data data) {
        return DataObject.builder()
                .put(name, text)
                .put("data", data)
                .put("requests", DataArray.of(requests))
                .put("internalRequests", DataArray.of(internalRequests))
                .build();
    }

    private TrackerReply reply(String url, Login login) {
        String way = login == Login.SERVICE ? "auth" : "anonymous";
        requests.add(DataArray.ofTexts(List.of(way, url)));
        Data canned = input.find("tracker", url, way)
                .or(() -> input.find("tracker", url, "any"))
                .orElse(Data.nothing());
        List<Data> items = canned.asArray().map(DataArray::items).orElse(List.of());
        if (!items.isEmpty() && items.get(0).equals(Data.of("seq"))) {
            int nth = asked.merge(way + " " + url, 1, Integer::sum);
            List<Data> sequence = items.get(1).items();
            return Trackers.reply(sequence.get(Math.min(nth, sequence.size()) - 1));
        }
        return Trackers.reply(canned);
    }

    private Answer ask(List<String> cves) {
        internalRequests.add(
                DataObject.of("pipeline", Data.of("check-embargoed-cves"), "cves", Data.of(String.join(" ", cves))));
        Optional<String> failure = input.findText("requestFails");
        if (failure.isPresent()) {
            return new Answer.Failed("internal-request failed: " + failure.get());
        }
        Optional<Data> results = input.find("results");
        if (results.isEmpty()) {
            return new Answer.Clear();
        }
        return answer(results.get());
    }

    private static Answer answer(Data results) {
        Data parsed = results;
        if (results.asText().isPresent()) {
            String text = results.asText().get();
            try {
                parsed = JsonReader.create().read(text, "results");
            } catch (DataSyntaxException e) {
                return new Answer.Failed("Could not parse InternalRequest results: " + text.strip());
            }
        }
        return parsed.find("result").equals(Optional.of(Data.of("Success")))
                ? new Answer.Clear()
                : new Answer.Embargoed(
                        parsed.find("embargoed_cves").map(PythonText::str).orElse(""));
    }
}
