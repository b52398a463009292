package dev.konflux.release.notes.embargo;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.PythonText;
import dev.konflux.release.model.releasedata.Located;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import dev.konflux.release.notes.tracker.IssueTracker;
import dev.konflux.release.notes.tracker.IssueTracker.Login;
import dev.konflux.release.notes.tracker.TrackerReply;
import dev.konflux.release.notes.tracker.TrackerSite;
import java.util.Optional;

/** Checks one issue for an embargo. */
final class IssueEmbargo {

    private static final int TRIES = 3;

    private final IssueTracker tracker;
    private final Optional<Located> content;

    IssueEmbargo(IssueTracker tracker, Optional<Located> content) {
        this.tracker = tracker;
        this.content = content;
    }

    /**
     * What became of an issue.
     *
     * @param issue the issue, which now says whether it is public if it could be read
     * @param problem why the release must stop
     */
    record Result(DataObject issue, Optional<String> problem) {}

    Result of(Located issue) {
        String site = TrackerSite.of(text(issue, "source"));
        String id = text(issue, "id");
        Optional<String> url = TrackerSite.urlOf(site, id);
        if (url.isEmpty()) {
            return stopped(
                    issue,
                    "Error: " + id + " uses unsupported issue tracker '" + site
                            + "'. Cannot verify embargo status; assuming embargoed.");
        }
        boolean isSupported = site.equals(TrackerSite.SUPPORTED);
        TrackerReply reply = isSupported ? insist(url.get()) : tracker.get(url.get(), Login.ANONYMOUS);
        if (reply.body().isEmpty()) {
            return stopped(
                    issue,
                    "Error: " + id + " is not visible. Assuming it is embargoed and stopping pipelineRun execution.");
        }
        Located body = Located.root(reply.body().get());
        if (body.value().asObject().isEmpty()) {
            if (isSupported) {
                throw new ReleaseDataException("expected JSON object from " + url.get());
            }
            return stopped(
                    issue,
                    "Error: " + id + " returned unexpected JSON from " + url.get()
                            + ". Cannot verify embargo status; assuming embargoed.");
        }
        boolean isPublic = isPublic(body, isSupported, url.get());
        return new Result(
                issue.object().with("public", Data.of(isPublic)),
                isSupported ? missingCve(body, id) : Optional.empty());
    }

    private static String text(Located issue, String name) {
        return PythonText.str(issue.orElse(name, Data.of("")));
    }

    private static Result stopped(Located issue, String problem) {
        return new Result(issue.object(), Optional.of(problem));
    }

    /** This tracker sometimes does not find issues that exist. */
    private TrackerReply insist(String url) {
        TrackerReply reply = tracker.get(url, Login.SERVICE);
        for (int tried = 1; tried < TRIES && reply.isNotFound(); tried++) {
            reply = tracker.get(url, Login.SERVICE);
        }
        return reply;
    }

    private boolean isPublic(Located body, boolean isSupported, String url) {
        Data security = body.objectOrEmpty("fields").orElse("security", Data.nothing());
        return security.isNull()
                && (!isSupported || tracker.get(url, Login.ANONYMOUS).isSuccess());
    }

    private Optional<String> missingCve(Located body, String id) {
        Located fields = body.objectOrEmpty("fields");
        boolean isVulnerability =
                fields.objectOrEmpty("issuetype").orElse("name", Data.of("")).equals(Data.of("Vulnerability"));
        if (!isVulnerability || content.isEmpty()) {
            return Optional.empty();
        }
        // unlike in the release notes' own check an issue without CVE is a problem here
        Data cve = fields.orElse(TrackerSite.CVE_FIELD, Data.of(""));
        boolean isFixed = content.get().items().stream()
                .map(row -> row.objectOrEmpty("cves").objectOrEmpty("fixed").object())
                .anyMatch(fixed -> cve.asText().filter(fixed::has).isPresent());
        String name = PythonText.str(cve);
        return isFixed
                ? Optional.empty()
                : Optional.of("Error: Issue " + id + " lists 'CVE ID' " + name
                        + " but that CVE is not present in the releaseNotes.content section for any image or"
                        + " artifact. This is likely due to CVE " + name
                        + " not being provided in the releaseNotes.cves part of your Release object.");
    }
}
