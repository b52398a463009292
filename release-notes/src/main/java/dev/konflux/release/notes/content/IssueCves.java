package dev.konflux.release.notes.content;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.PythonEquality;
import dev.konflux.release.model.data.PythonText;
import dev.konflux.release.model.releasedata.Located;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import dev.konflux.release.notes.tracker.IssueTracker;
import dev.konflux.release.notes.tracker.TrackerReply;
import dev.konflux.release.notes.tracker.TrackerSite;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks that a vulnerability an issue speaks of is among the CVEs of the release notes. */
final class IssueCves {

    private final IssueTracker tracker;
    private final List<String> warnings;

    IssueCves(IssueTracker tracker, List<String> warnings) {
        this.tracker = tracker;
        this.warnings = warnings;
    }

    /** The data with each issue once. */
    DataObject check(DataObject data) {
        Located notes = Located.root(data).objectOrEmpty("releaseNotes");
        Located issues = notes.objectOrEmpty("issues");
        Optional<Located> fixed = issues.findTrue("fixed");
        if (fixed.isEmpty()) {
            return data;
        }
        Map<List<Object>, Located> unique = new LinkedHashMap<>();
        fixed.get()
                .items()
                .forEach(issue ->
                        unique.putIfAbsent(List.of(key(issue.require("source")), key(issue.require("id"))), issue));
        Set<Object> cves = new HashSet<>();
        notes.itemsOf("cves").forEach(cve -> cves.add(key(cve.require("key"))));
        List<String> errors = new ArrayList<>();
        unique.values().forEach(issue -> missingCve(issue, cves).ifPresent(errors::add));
        if (!errors.isEmpty()) {
            throw new ReleaseDataException("Errors were found in the CVE validation:\n" + String.join("\n", errors));
        }
        DataArray once =
                DataArray.of(unique.values().stream().map(Located::value).toList());
        return data.with(
                "releaseNotes", notes.object().with("issues", issues.object().with("fixed", once)));
    }

    private static Object key(Located value) {
        return PythonEquality.key(value.value());
    }

    private Optional<String> missingCve(Located issue, Set<Object> cves) {
        String site = TrackerSite.of(PythonText.str(issue.require("source").value()));
        String id = PythonText.str(issue.require("id").value());
        Optional<Located> body = site.equals(TrackerSite.SUPPORTED) ? fetch(site, id) : Optional.empty();
        if (body.isEmpty() || !isVulnerability(body.get())) {
            return Optional.empty();
        }
        Data cve = body.get().objectOrEmpty("fields").orElse(TrackerSite.CVE_FIELD, Data.nothing());
        if (!PythonEquality.isTrue(cve) || cve.equals(Data.of("null"))) {
            warnings.add("issue " + id + " is a vulnerability without a CVE");
            return Optional.empty();
        }
        return cves.contains(PythonEquality.key(cve))
                ? Optional.empty()
                : Optional.of("Issue " + id + " lists 'CVE ID' " + PythonText.str(cve)
                        + " but that CVE is not present in the releaseNotes.cves section.");
    }

    /** An issue that cannot be read stops nothing here; the embargo check is stricter. */
    private Optional<Located> fetch(String site, String id) {
        String url = TrackerSite.urlOf(site, id).orElseThrow();
        TrackerReply reply = tracker.get(url, IssueTracker.Login.SERVICE);
        if (reply.body().isEmpty()) {
            warnings.add("issue " + id + " could not be read from " + site);
            return Optional.empty();
        }
        Data body = reply.body().get();
        if (body.asObject().isEmpty()) {
            throw new ReleaseDataException("expected JSON object from " + url);
        }
        return Optional.of(Located.root(body));
    }

    private static boolean isVulnerability(Located body) {
        return body.objectOrEmpty("fields")
                .objectOrEmpty("issuetype")
                .orElse("name", Data.nothing())
                .equals(Data.of("Vulnerability"));
    }
}
