package dev.konflux.release.notes.embargo;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.releasedata.Located;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import dev.konflux.release.notes.content.FixedInContent;
import dev.konflux.release.notes.tracker.IssueTracker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Stops a release that would tell of issues or CVEs that are still secret. */
public final class EmbargoCheck {

    private final IssueTracker tracker;
    private final CveEmbargo cves;

    /** A check that asks the given tracker and for the given CVEs. */
    public EmbargoCheck(IssueTracker tracker, CveEmbargo cves) {
        this.tracker = tracker;
        this.cves = cves;
    }

    /**
     * Checks the issues and, only when they are fine, the CVEs.
     *
     * @param data release data with filled release notes; null when there is none
     * @throws ReleaseDataException when the data cannot be read
     */
    public EmbargoReport check(Data data) {
        DataObject object = data.asObject().orElseThrow(() -> new ReleaseDataException("No data JSON was provided."));
        Located root = Located.root(object);
        List<String> problems = new ArrayList<>();
        DataObject checked = checkIssues(root, problems);
        return new EmbargoReport(checked, problems.isEmpty() ? checkCves(root) : problems);
    }

    private DataObject checkIssues(Located root, List<String> problems) {
        Optional<Located> notes = root.findTrue("releaseNotes");
        Optional<Located> issues =
                notes.flatMap(found -> found.objectOrEmpty("issues").findTrue("fixed"));
        if (issues.isEmpty()) {
            return root.object();
        }
        IssueEmbargo check = new IssueEmbargo(tracker, content(root));
        List<Data> checked = new ArrayList<>();
        for (Located issue : issues.get().items()) {
            IssueEmbargo.Result result = check.of(issue);
            checked.add(result.issue());
            result.problem().ifPresent(problems::add);
        }
        return root.object().withPath(DataArray.of(checked), "releaseNotes", "issues", "fixed");
    }

    private List<String> checkCves(Located root) {
        List<String> found = cvesOf(root);
        if (found.isEmpty()) {
            return List.of();
        }
        CveEmbargo.Answer answer = cves.ask(found);
        if (answer instanceof CveEmbargo.Answer.Embargoed embargoed) {
            return List.of("The following CVEs are marked as embargoed: " + embargoed.cves());
        }
        return answer instanceof CveEmbargo.Answer.Failed failed ? List.of(failed.reason()) : List.of();
    }

    /** The CVEs the content fixes, sorted. */
    public static List<String> cvesOf(Located data) {
        return content(data)
                .map(rows -> List.copyOf(FixedInContent.ofRows(rows)))
                .orElse(List.of());
    }

    /** The images if there is such a list, be it empty, else the artifacts. */
    private static Optional<Located> content(Located data) {
        Located content = data.objectOrEmpty("releaseNotes").objectOrEmpty("content");
        return content.find("images")
                .filter(rows -> !rows.value().isNull())
                .or(() -> content.find("artifacts").filter(rows -> !rows.value().isNull()));
    }
}
