package dev.konflux.release.notes.preview;

import dev.konflux.release.model.Finding;
import dev.konflux.release.model.Severity;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.http.ServerException;
import dev.konflux.release.model.releasedata.Located;
import dev.konflux.release.model.releasedata.ReleaseData;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import dev.konflux.release.notes.advisory.AdvisoryCreation;
import dev.konflux.release.notes.advisory.AdvisoryOutcome;
import dev.konflux.release.notes.advisory.AdvisoryRequest;
import dev.konflux.release.notes.advisory.ArtifactPurls;
import dev.konflux.release.notes.advisory.ReleaseEnvironment;
import dev.konflux.release.notes.content.FilledReleaseNotes;
import dev.konflux.release.notes.content.ImageLabels;
import dev.konflux.release.notes.content.ReleaseNotesContent;
import dev.konflux.release.notes.embargo.EmbargoCheck;
import dev.konflux.release.notes.embargo.EmbargoReport;
import dev.konflux.release.notes.embargo.EmbargoedFlaws;
import dev.konflux.release.notes.preview.AdvisoryPreview.Verdict;
import dev.konflux.release.notes.severity.SeverityAnswer;
import dev.konflux.release.notes.severity.SeverityStep;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One pass through the steps of a release with an advisory; it stops where the release would. */
final class PreviewRun {

    private static final Data PLACEHOLDER = Data.of("placeholder");

    private final AdvisorySurroundings surroundings;
    private final String origin;
    private final List<Finding> findings = new ArrayList<>();
    private DataObject data = DataObject.empty();
    private DataObject snapshot = DataObject.empty();
    private Optional<ReleaseEnvironment> environment = Optional.empty();
    private String step = "";

    PreviewRun(AdvisorySurroundings surroundings, String origin) {
        this.surroundings = surroundings;
        this.origin = origin;
    }

    AdvisoryPreview of(ReleaseData merged, DataObject mapped) {
        data = merged.value();
        snapshot = mapped;
        findings.addAll(KeyFindings.disallowed(merged));
        if (!findings.isEmpty()) {
            return fails();
        }
        if (KeyFindings.isCatalog(merged)) {
            findings.add(Finding.note("advisory.catalog")
                    .path("fbc")
                    .message("a release of a file-based catalog has no advisory: customers get its index image")
                    .build());
            return preview(Verdict.NO_ADVISORY, Optional.empty(), Optional.empty());
        }
        try {
            return released(merged);
        } catch (ReleaseDataException e) {
            findings.add(Finding.error("advisory." + step)
                    .path(e.path().toString())
                    .at(e.position())
                    .message(e.problem())
                    .build());
            return fails();
        } catch (ServerException e) {
            findings.add(Finding.error("advisory." + step)
                    .message(e.address() + ": " + e.problem())
                    .build());
            return fails();
        }
    }

    private AdvisoryPreview fails() {
        return preview(Verdict.FAILS, Optional.empty(), Optional.empty());
    }

    private AdvisoryPreview released(ReleaseData merged) {
        step = "environment";
        ReleaseEnvironment target = EnvironmentCheck.of(Located.root(data), Located.root(snapshot));
        environment = Optional.of(target);
        findings.addAll(EnvironmentCheck.contradictions(
                target, Located.root(data), surroundings.repository().gitUrl()));
        step = "filter";
        UnreleasedContent left = UnreleasedContent.of(Located.root(data), Located.root(snapshot), origin, surroundings);
        if (left.skipsRelease()) {
            return nothingNew(left);
        }
        left.leftOut().forEach(component -> findings.add(NotesWarnings.leftOut("component " + component)));
        snapshot = left.snapshot();
        if (!hasProperLabels()) {
            return fails();
        }
        fill();
        step = "keys";
        List<Finding> violations = KeyFindings.violations(merged.changedTo(data), surroundings.systems());
        findings.addAll(violations);
        if (!violations.isEmpty()) {
            return fails();
        }
        checkEmbargo();
        setSeverity();
        nameFiles();
        step = "request";
        return created(
                AdvisoryRequest.of(data, snapshot, origin), !left.leftOut().isEmpty());
    }

    private AdvisoryPreview nothingNew(UnreleasedContent left) {
        if (left.link().isEmpty()) {
            findings.add(Finding.warning("advisory.content")
                    .message("the release has no package that any of the mapping's repositories takes")
                    .build());
        }
        return preview(
                Verdict.NOTHING_NEW,
                left.link().<AdvisoryOutcome>map(AdvisoryOutcome.AlreadyPublished::new),
                Optional.empty());
    }

    private boolean hasProperLabels() {
        step = "labels";
        List<ImageLabels.Violation> violations = ImageLabels.check(Located.root(data), Located.root(snapshot));
        for (ImageLabels.Violation violation : violations) {
            findings.add(Finding.of("advisory.labels", violation.stops() ? Severity.ERROR : Severity.WARNING)
                    .path(violation.path().toString())
                    .message(violation.problem())
                    .build());
        }
        return violations.stream().noneMatch(ImageLabels.Violation::stops);
    }

    private void fill() {
        step = "notes";
        Optional<Data> asked = data.find("releaseNotes", "type");
        FilledReleaseNotes filled = ReleaseNotesContent.fill(data, snapshot, surroundings.contentSources());
        data = filled.data();
        filled.warnings()
                .forEach(warning -> findings.add(
                        Finding.warning("advisory.notes").message(warning).build()));
        findings.addAll(NotesWarnings.of(Located.root(data), Located.root(snapshot), asked));
    }

    private void checkEmbargo() {
        step = "embargo";
        if (surroundings.tracker().isEmpty() || surroundings.flaws().isEmpty()) {
            findings.add(Finding.note("advisory.embargo")
                    .message("embargoes are not checked: the preview has no issue tracker or no flaw database")
                    .build());
            return;
        }
        EmbargoReport report = new EmbargoCheck(
                        surroundings.tracker().get(),
                        new EmbargoedFlaws(surroundings.flaws().get()))
                .check(data);
        data = report.data();
        if (!report.isClear()) {
            throw new ReleaseDataException(String.join("\n", report.problems()));
        }
        findings.addAll(NotesWarnings.ofHiddenIssues(Located.root(data)));
    }

    private void setSeverity() {
        step = "severity";
        if (surroundings.flaws().isEmpty()) {
            return;
        }
        Optional<Data> asked = data.find("releaseNotes", "severity");
        SeverityStep set = SeverityStep.of(
                data, images -> SeverityAnswer.of(images, surroundings.flaws().get()));
        if (set.failed()) {
            throw new ReleaseDataException(String.join("\n", set.messages()));
        }
        data = set.data().asObject().orElse(data);
        Optional<Data> found = data.find("releaseNotes", "severity");
        if (asked.isPresent() && !asked.equals(found)) {
            findings.add(Finding.warning("advisory.severity")
                    .path("releaseNotes.severity")
                    .message("the severity asked for is replaced: " + asked.get() + " becomes "
                            + found.map(Data::toString).orElse("none"))
                    .build());
        }
    }

    /** Files get their package URLs after they are signed, which a preview does not do. */
    private void nameFiles() {
        step = "files";
        if (surroundings.checksums().isPresent()) {
            data = ArtifactPurls.update(data, snapshot, surroundings.checksums());
        } else if (data.items("releaseNotes", "content", "artifacts").stream()
                .anyMatch(row -> row.find("purl").equals(Optional.of(PLACEHOLDER)))) {
            findings.add(Finding.note("advisory.files")
                    .path("releaseNotes.content.artifacts")
                    .message("the files are not signed yet, so their package URLs stay placeholders")
                    .build());
        }
    }

    private AdvisoryPreview created(AdvisoryRequest request, boolean isReduced) {
        step = "creation";
        // a preview uses up no number, so the advisory's own is not known yet
        AdvisoryOutcome outcome = new AdvisoryCreation(
                        surroundings.repository(), () -> BigInteger.ZERO, surroundings.clock())
                .outcome(request, surroundings.signing());
        if (!(outcome instanceof AdvisoryOutcome.Created created)) {
            return preview(Verdict.NOTHING_NEW, Optional.of(outcome), Optional.empty());
        }
        created.published().forEach(row -> findings.add(NotesWarnings.published(row)));
        step = "document";
        findings.addAll(UndefinedNames.in(created.notes(), created.name(), created.shipDate()));
        String yaml = surroundings.writer().write(created.notes(), created.name(), created.shipDate());
        Verdict verdict = created.isPartial() || isReduced ? Verdict.PARTIAL : Verdict.NEW;
        return preview(verdict, Optional.of(outcome), Optional.of(yaml));
    }

    private AdvisoryPreview preview(Verdict verdict, Optional<AdvisoryOutcome> outcome, Optional<String> yaml) {
        return new AdvisoryPreview(verdict, data, snapshot, environment, outcome, yaml, findings);
    }
}
