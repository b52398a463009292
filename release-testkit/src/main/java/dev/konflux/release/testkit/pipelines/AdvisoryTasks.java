package dev.konflux.release.testkit.pipelines;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.notes.AdvisoryTemplate;
import dev.konflux.release.notes.advisory.AdvisoryCreation;
import dev.konflux.release.notes.advisory.AdvisoryLink;
import dev.konflux.release.notes.advisory.AdvisoryOutcome;
import dev.konflux.release.notes.advisory.AdvisoryRequest;
import dev.konflux.release.notes.advisory.IssueClosing;
import dev.konflux.release.notes.preview.AdvisoryWriter;
import dev.konflux.release.notes.tracker.TrackerSite;
import java.util.List;

/** Tasks that publish the advisory and close what it fixes. */
final class AdvisoryTasks {

    private AdvisoryTasks() {}

    static Archive create(TaskDesk desk) {
        AdvisoryRequest request = AdvisoryRequest.of(desk.data(), desk.snapshot(), desk.origin());
        AdvisoryOutcome outcome = new AdvisoryCreation(
                        desk.world().advisories(), desk.world().liveIds(), desk.clock())
                .outcome(request, desk.input().configMap(request.signingConfigMap()));
        if (outcome instanceof AdvisoryOutcome.Created created) {
            String yaml = AdvisoryWriter.by(AdvisoryTemplate.standard())
                    .write(created.notes(), created.name(), created.shipDate());
            desk.world().commitAdvisory(created.path(), yaml, created.commitMessage());
            created.published().forEach(row -> desk.log("left out, an earlier advisory has it: " + row));
            desk.log("created " + outcome.link().url());
        } else {
            desk.log("nothing is new: " + outcome.link().url());
        }
        desk.result("advisory_url", outcome.link().url());
        desk.result("advisory_internal_url", outcome.link().internalUrl());
        return desk.archive().withResult("advisory", artifact(outcome.link()));
    }

    static DataObject artifact(AdvisoryLink link) {
        return DataObject.of("url", Data.of(link.url()), "internal_url", Data.of(link.internalUrl()));
    }

    static Archive closeIssues(TaskDesk desk) {
        AdvisoryLink link = new AdvisoryLink(
                desk.resultOf("create-advisory", "advisory_url").orElse(""),
                desk.resultOf("create-advisory", "advisory_internal_url").orElse(""));
        List<Data> issues = desk.data().items("releaseNotes", "issues", "fixed").stream()
                .filter(IssueClosing::isEligible)
                .toList();
        desk.log(issues.size() + " issues to close");
        for (Data issue : issues) {
            String site = TrackerSite.of(issue.findText("source").orElse("").strip());
            String id = issue.findText("id").orElse("").strip();
            desk.world().closeIssue(site, id, IssueClosing.comment(link));
            desk.log("closed " + id);
        }
        return desk.archive();
    }
}
