package dev.konflux.release.model.lint;

import dev.konflux.release.model.FixedCve;
import dev.konflux.release.model.FixedIssue;
import dev.konflux.release.model.ReleaseNotes;
import dev.konflux.release.model.Resource;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataPath;
import dev.konflux.release.model.text.Similarity;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Issues of release notes, as far as they can be judged without asking their trackers. */
final class IssueRules {

    private static final DataPath ISSUES = DataPath.of("spec", "data", "releaseNotes", "issues", "fixed");
    private static final Pattern CVE = Pattern.compile("CVE-\\d{4}-\\d{4,}");
    private static final Set<String> TRACKERS =
            Set.of("issues.redhat.com", "redhat.atlassian.net", "jira.atlassian.com", "bugzilla.redhat.com");

    private IssueRules() {}

    static List<LintRule> all() {
        return List.of(
                KindRule.warning(
                        "notes.vulnerability-without-cve",
                        "An issue is about a vulnerability that is not among the fixed ones.",
                        Resource.class,
                        each(IssueRules::vulnerabilityWithoutCve)),
                KindRule.error(
                        "notes.unknown-tracker",
                        "An issue comes from a tracker that is never asked.",
                        Resource.class,
                        each((path, issue, notes, report) -> unknownTracker(path, issue, report))),
                KindRule.note(
                        "notes.repeated-issue",
                        "An issue is listed twice.",
                        Resource.class,
                        IssueRules::repeatedIssue));
    }

    private interface IssueInspection {
        void inspect(DataPath path, FixedIssue issue, ReleaseNotes notes, Reporter report);
    }

    private static KindRule.Inspection<Resource> each(IssueInspection inspection) {
        return (resource, report) -> {
            ReleaseNotes notes = notes(resource);
            eachOf(notes, (path, issue) -> inspection.inspect(path, issue, notes, report));
        };
    }

    private static ReleaseNotes notes(Resource resource) {
        return ReleaseNotes.in(resource.spec().findObject("data").orElse(DataObject.empty()));
    }

    private static void eachOf(ReleaseNotes notes, BiConsumer<DataPath, FixedIssue> action) {
        List<FixedIssue> issues = notes.fixedIssues();
        for (int i = 0; i < issues.size(); i++) {
            action.accept(ISSUES.item(i), issues.get(i));
        }
    }

    private static void vulnerabilityWithoutCve(DataPath path, FixedIssue issue, ReleaseNotes notes, Reporter report) {
        Set<String> fixed = notes.cves().stream().map(FixedCve::key).collect(Collectors.toSet());
        List<String> missing = CVE.matcher(issue.data().toString())
                .results()
                .map(MatchResult::group)
                .distinct()
                .filter(cve -> !fixed.contains(cve))
                .toList();
        missing.forEach(cve -> report.at(
                path,
                "Issue " + issue.id() + " lists 'CVE ID' " + cve
                        + " but that CVE is not present in the releaseNotes.cves section.",
                "add it to cves, with the component it is fixed in"));
        boolean vulnerability = issue.data()
                .findText("type")
                .filter("vulnerability"::equalsIgnoreCase)
                .isPresent();
        if (vulnerability && missing.isEmpty() && fixed.isEmpty()) {
            report.at(
                    path,
                    "expected an entry in cves beside the vulnerability " + issue.id() + ", found none",
                    "add its CVE to cves, with the component it is fixed in");
        }
    }

    private static void unknownTracker(DataPath path, FixedIssue issue, Reporter report) {
        if (!issue.source().isEmpty() && !TRACKERS.contains(issue.source())) {
            report.at(
                    path.member("source"),
                    issue.id() + " uses unsupported issue tracker '" + issue.source()
                            + "'. Cannot verify embargo status; assuming embargoed.",
                    tracker(issue.source())
                            .map(known -> "did you mean '" + known + "'?")
                            .orElse("known are " + TRACKERS.stream().sorted().collect(Collectors.joining(", "))));
        }
    }

    private static Optional<String> tracker(String source) {
        return TRACKERS.stream().filter(source::contains).findFirst().or(() -> Similarity.closest(source, TRACKERS));
    }

    private static void repeatedIssue(Resource resource, Reporter report) {
        Set<Data> seen = new HashSet<>();
        eachOf(notes(resource), (path, issue) -> {
            Data key = DataObject.of("id", Data.of(issue.id()), "source", Data.of(issue.source()));
            if (!seen.add(key)) {
                report.at(path, issue.id() + " is listed before; the first entry counts", "remove one of the two");
            }
        });
    }
}
