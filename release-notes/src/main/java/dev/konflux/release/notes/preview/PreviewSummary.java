package dev.konflux.release.notes.preview;

import dev.konflux.release.model.Finding;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.notes.advisory.AdvisoryLink;
import dev.konflux.release.notes.preview.AdvisoryPreview.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A preview in short. */
final class PreviewSummary {

    private PreviewSummary() {}

    static DataObject of(AdvisoryPreview preview) {
        DataObject.Builder summary =
                DataObject.builder().put("verdict", preview.verdict().words());
        preview.environment().ifPresent(environment -> summary.put("environment", environment.word()));
        earlier(preview).ifPresent(link -> summary.put("advisory", link.url()));
        return summary.put("targets", targets(preview.snapshot()))
                .put("releaseNotes", preview.releaseNotes())
                .put(
                        "findings",
                        DataArray.ofTexts(preview.findings().stream()
                                .map(PreviewSummary::line)
                                .toList()))
                .build();
    }

    /** A new advisory has no address yet: its number is given when it is created. */
    private static Optional<AdvisoryLink> earlier(AdvisoryPreview preview) {
        return preview.verdict() == Verdict.NOTHING_NEW ? preview.link() : Optional.empty();
    }

    /** Tags by component and repository. */
    private static DataObject targets(DataObject snapshot) {
        DataObject.Builder components = DataObject.builder();
        for (Data component : snapshot.items("components")) {
            DataObject.Builder repositories = DataObject.builder();
            for (Data repository : component.items("repositories")) {
                repositories.put(
                        repository.findText("url").orElse(""),
                        repository.find("tags").orElse(DataArray.empty()));
            }
            components.put(component.findText("name").orElse(""), repositories.build());
        }
        return components.build();
    }

    static String text(AdvisoryPreview preview) {
        List<String> lines = new ArrayList<>();
        lines.add(headline(preview));
        targets(preview.snapshot())
                .members()
                .forEach((component, repositories) -> repositories
                        .asObject()
                        .orElse(DataObject.empty())
                        .members()
                        .forEach((url, tags) -> lines.add(component + " -> " + url + " " + tags)));
        preview.findings().forEach(finding -> lines.add(finding.toString()));
        return String.join("\n", lines);
    }

    private static String headline(AdvisoryPreview preview) {
        String kind = Stream.concat(preview.type().stream(), preview.severity().stream())
                .collect(Collectors.joining(" "));
        return preview.verdict().words()
                + preview.environment()
                        .map(environment -> " in " + environment.word())
                        .orElse("")
                + (kind.isEmpty() ? "" : ", " + kind)
                + earlier(preview).map(link -> ", see " + link.url()).orElse("");
    }

    /** Without the place in the text, which moves when anything above is edited. */
    private static String line(Finding finding) {
        String about = Stream.of(finding.resource(), finding.path())
                .filter(text -> !text.isEmpty())
                .map(text -> text + ": ")
                .collect(Collectors.joining());
        return finding.severity().word() + ": " + about + finding.message();
    }
}
