package dev.konflux.release.notes.embargo;

import static dev.konflux.release.notes.content.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.notes.tracker.IssueTracker;
import dev.konflux.release.notes.tracker.IssueTracker.Login;
import dev.konflux.release.notes.tracker.TrackerReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EmbargoCheckTest {

    private static final DataObject DATA = json("""
            {'releaseNotes': {'issues': {'fixed': [{'id': 'A-1', 'source': 'redhat.atlassian.net'}]},
              'content': {'images': [{'cves': {'fixed': {'CVE-2': {}, 'CVE-1': {}}}}]}}}""");
    private static final DataObject BUG = json("{'fields': {'issuetype': {'name': 'Bug'}}}");

    @Test
    void anIssueThatIsHiddenFromOthersIsMarkedButStopsNothing() {
        IssueTracker tracker =
                (url, login) -> login == Login.SERVICE ? TrackerReply.of(BUG) : TrackerReply.failure(403);

        EmbargoReport report = new EmbargoCheck(tracker, cves -> new CveEmbargo.Answer.Clear()).check(DATA);

        assertThat(report.isClear()).isTrue();
        assertThat(report.data().items("releaseNotes", "issues", "fixed"))
                .containsExactly(json("{'id': 'A-1', 'source': 'redhat.atlassian.net', 'public': false}"));
    }

    @Test
    void anIssueNobodyCanReadStopsTheReleaseBeforeCvesAreAsked() {
        List<String> asked = new ArrayList<>();

        EmbargoReport report = new EmbargoCheck(IssueTracker.none(), cves -> {
                    asked.addAll(cves);
                    return new CveEmbargo.Answer.Clear();
                })
                .check(DATA);

        assertThat(report.problems()).singleElement().asString().startsWith("Error: A-1 is not visible.");
        assertThat(asked).isEmpty();
    }

    @Test
    void aTrackerIsAskedThreeTimesBeforeAnIssueCountsAsMissing() {
        List<String> requests = new ArrayList<>();
        IssueTracker late = (url, login) -> {
            requests.add(url);
            return requests.size() < 3 ? TrackerReply.failure(404) : TrackerReply.of(BUG);
        };

        assertThat(new EmbargoCheck(late, cves -> new CveEmbargo.Answer.Clear())
                        .check(DATA)
                        .isClear())
                .isTrue();
    }

    @Test
    void cvesNotClearlyPublicStopTheRelease() {
        IssueTracker tracker = (url, login) -> TrackerReply.of(BUG);
        EmbargoedFlaws flaws = new EmbargoedFlaws(cve ->
                Optional.of(json(cve.equals("CVE-1") ? "{'results': [{'embargoed': false}]}" : "{'results': []}")));

        assertThat(new EmbargoCheck(tracker, flaws).check(DATA).problems())
                .containsExactly("The following CVEs are marked as embargoed: CVE-2 ");
    }
}
