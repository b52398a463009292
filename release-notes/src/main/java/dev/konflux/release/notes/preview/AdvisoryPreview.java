package dev.konflux.release.notes.preview;

import dev.konflux.release.model.Finding;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.releasedata.ReleaseData;
import dev.konflux.release.notes.advisory.AdvisoryLink;
import dev.konflux.release.notes.advisory.AdvisoryOutcome;
import dev.konflux.release.notes.advisory.ReleaseEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a release would publish as advisory, worked out without releasing anything. The steps and their order are those of the pipeline
 * that publishes advisories.
 *
 * <pre>{@code
 * AdvisoryPreview preview = AdvisoryPreview.of(data, snapshot, "tenant", surroundings);
 * System.out.println(preview);                                  // verdict, targets, findings
 * preview.yaml().ifPresent(System.out::print);                  // the document
 * System.out.println(preview.differencesFrom(yesterday));
 * }</pre>
 *
 * @param verdict what the release comes to
 * @param data the release data as far as the steps came, with filled release notes
 * @param snapshot the mapped Snapshot's spec as far as the steps came, without what was released before
 * @param environment customers or rehearsals; absent where the release stops before that is known
 * @param outcome the advisory, unless there is none
 * @param yaml the document of a new advisory
 * @param findings what stops the release, and what a releaser should look at
 */
public record AdvisoryPreview(
        Verdict verdict,
        DataObject data,
        DataObject snapshot,
        Optional<ReleaseEnvironment> environment,
        Optional<AdvisoryOutcome> outcome,
        Optional<String> yaml,
        List<Finding> findings) {

    /** What a release comes to. */
    public enum Verdict {
        /** A new advisory with everything the Snapshot ships. */
        NEW("new advisory"),
        /** A new advisory with the part that no earlier one has. */
        PARTIAL("new advisory with a part of the content"),
        /** No new advisory: everything is published. */
        NOTHING_NEW("nothing new"),
        /** A kind of release that has no advisory. */
        NO_ADVISORY("no advisory"),
        /** The release fails. */
        FAILS("the release fails");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        /** The verdict for people: {@code nothing new}. */
        public String words() {
            return words;
        }
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

    /** A release that fails before its release notes are looked at. */
    static AdvisoryPreview failing(ReleaseData data, DataObject snapshot, List<Finding> findings) {
        return new AdvisoryPreview(
                Verdict.FAILS, data.value(), snapshot, Optional.empty(), Optional.empty(), Optional.empty(), findings);
    }

    /** This preview, with what was found before. */
    AdvisoryPreview after(List<Finding> before) {
        List<Finding> all = new ArrayList<>(before);
        all.addAll(findings);
        return new AdvisoryPreview(verdict, data, snapshot, environment, outcome, yaml, all);
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

    /**
     * This preview as one document: {@code verdict}, {@code environment}, {@code advisory} (the earlier one that has everything),
     * {@code targets} (tags by component and repository), {@code releaseNotes}, {@code findings}. What is not known is not there.
     */
    public DataObject summary() {
        return PreviewSummary.of(this);
    }

    /** What is different since an earlier preview: in verdict, targets, release notes or findings. */
    public Differences differencesFrom(AdvisoryPreview earlier) {
        return Differences.between(earlier.summary(), summary());
    }

    /** For people: verdict, type and environment, then a line for each target and each finding. */
    @Override
    public String toString() {
        return PreviewSummary.text(this);
    }
}
