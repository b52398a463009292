package dev.konflux.release.testkit.pipelines;

import dev.konflux.release.notes.content.ContentSources;
import dev.konflux.release.notes.content.FilledReleaseNotes;
import dev.konflux.release.notes.content.ReleaseNotesContent;
import dev.konflux.release.notes.embargo.EmbargoCheck;
import dev.konflux.release.notes.embargo.EmbargoReport;
import dev.konflux.release.notes.embargo.EmbargoedFlaws;
import dev.konflux.release.notes.severity.SeverityAnswer;
import dev.konflux.release.notes.severity.SeverityStep;

/** Tasks that fill the release notes and see that they may be told. */
final class NotesTasks {

    private NotesTasks() {}

    static Archive populate(TaskDesk desk) {
        FilledReleaseNotes filled = ReleaseNotesContent.fill(
                desk.data(),
                desk.snapshot(),
                ContentSources.of(desk.world().images()::platforms, desk.world().issues()));
        filled.warnings().forEach(desk::log);
        desk.log("type " + filled.data().findText("releaseNotes", "type").orElse("not set") + ", "
                + filled.data().items("releaseNotes", "content", "images").size() + " images");
        return desk.archive().withData(filled.data());
    }

    static Archive checkEmbargo(TaskDesk desk) {
        EmbargoReport report = new EmbargoCheck(
                        desk.world().issues(), new EmbargoedFlaws(desk.world().flaws()))
                .check(desk.data());
        if (!report.isClear()) {
            throw new TaskFailure(String.join("\n", report.problems()));
        }
        desk.log("nothing in the release notes is embargoed");
        return desk.archive().withData(report.data());
    }

    static Archive setSeverity(TaskDesk desk) {
        SeverityStep step = SeverityStep.of(
                desk.data(), images -> SeverityAnswer.of(images, desk.world().flaws()));
        if (step.failed()) {
            throw new TaskFailure(String.join("\n", step.messages()));
        }
        step.messages().forEach(desk::log);
        desk.log("severity " + step.data().findText("releaseNotes", "severity").orElse("not set"));
        return desk.archive().withData(step.data().asObject().orElse(desk.data()));
    }
}
