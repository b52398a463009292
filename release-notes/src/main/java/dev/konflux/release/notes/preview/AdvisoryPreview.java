package dev.konflux.release.notes.preview;

import dev.konflux.release.model.Finding;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.releasedata.ReleaseData;
import dev.konflux.release.notes.advisory.AdvisoryLink;
import dev.konflux.release.notes.advisory.AdvisoryOutcome;
import dev.konflux.release.notes.advisory.ReleaseEnvironment;
import java.util.List;
import java.util.Optional;

/**
 * What a release would publish as advisory, worked out without releasing anything. The steps and their order are those of the pipeline
 * that publishes advisories.
 *
 * <pre>{@code
 * AdvisoryPreview preview = AdvisoryPreview.of(data, snapshot, "tenant", surroundings);
 * preview.findings().forEach(System.out::println);
 * preview.yaml().ifPresent(System.out::print);
 * }</pre>
 *
 * @param verdict what the release comes to
 * @param data the release data as far as the steps came, with filled release notes
 * @param environment customers or rehearsals; absent where the release stops before that is known
 * @param outcome the advisory, unless there is none
 * @param yaml the document of a new advisory
 * @param findings what stops the release, and what a releaser should look at
 */
public record AdvisoryPreview(
        Verdict verdict,
        DataObject data,
        Optional<ReleaseEnvironment> environment,
        Optional<AdvisoryOutcome> outcome,
        Optional<String> yaml,
        List<Finding> findings) {

    /** What a release comes to. */
    public enum Verdict {
        /** A new advisory with everything the Snapshot ships. */
        NEW,
        /** A new advisory with the part that no earlier one has. */
        PARTIAL,
        /** No new advisory: everything is published. */
        NOTHING_NEW,
        /** A kind of release that has no advisory. */
        NO_ADVISORY,
        /** The release fails. */
        FAILS
    }

    /** Keeps its own copy of the findings. */
    public AdvisoryPreview {
        findings = List.copyOf(findings);
    }

    /**
     * The preview of a release.
     *
     * @param data the merged release data
     * @param snapshot the Snapshot's spec after mapping
     * @param origin the admission's origin
     */
    public static AdvisoryPreview of(
            ReleaseData data, DataObject snapshot, String origin, AdvisorySurroundings surroundings) {
        return new PreviewRun(surroundings, origin).of(data, snapshot);
    }

    /** The release notes: those of the new advisory, or as far as the steps came. */
    public DataObject releaseNotes() {
        return outcome.filter(AdvisoryOutcome.Created.class::isInstance)
                .map(created -> ((AdvisoryOutcome.Created) created).notes())
                .or(() -> data.findObject("releaseNotes"))
                .orElse(DataObject.empty());
    }

    /** The advisory's type, such as {@code RHSA}. */
    public Optional<String> type() {
        return releaseNotes().find("type").flatMap(Data::asText);
    }

    /** The advisory's severity, for security advisories. */
    public Optional<String> severity() {
        return releaseNotes().find("severity").flatMap(Data::asText);
    }

    /** The new advisory, or the earlier one that has everything. */
    public Optional<AdvisoryLink> link() {
        return outcome.map(AdvisoryOutcome::link);
    }

    /** What is different in the release notes since an earlier preview. */
    public List<Difference> differencesFrom(AdvisoryPreview earlier) {
        return Difference.between(earlier.releaseNotes(), releaseNotes());
    }
}
