package dev.konflux.release.notes.preview;

import dev.konflux.release.model.Finding;
import dev.konflux.release.model.Release;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.ReleasePlanAdmission;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.http.ServerException;
import dev.konflux.release.model.mapping.ImageRegistry;
import dev.konflux.release.model.mapping.MappedSnapshot;
import dev.konflux.release.model.mapping.SnapshotMapping;
import dev.konflux.release.model.mapping.SnapshotReduction;
import dev.konflux.release.model.releasedata.CollectedSnapshot;
import dev.konflux.release.model.releasedata.ReleaseData;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a release with an advisory would do, from its resources to the advisory, worked out without releasing anything.
 *
 * <pre>{@code
 * ReleasePreview preview = ReleasePreview.of(release, plan, admission, snapshot, registry, surroundings);
 * System.out.println(preview);                                  // verdict, tags with their templates, findings
 * System.out.println(preview.differencesFrom(yesterday));
 * }</pre>
 *
 * @param data the merged release data
 * @param mapped the mapped Snapshot with its tags; absent where the release stops before that, and for releases of catalogs
 * @param advisory what would be published
 */
public record ReleasePreview(ReleaseData data, Optional<MappedSnapshot> mapped, AdvisoryPreview advisory) {

    /**
     * The preview of a release by the pipeline for advisories.
     *
     * @param registry asked about images and tags
     * @throws ReleaseDataException when the data of the resources cannot be merged at all
     */
    public static ReleasePreview of(
            Release release,
            ReleasePlan plan,
            ReleasePlanAdmission admission,
            Snapshot snapshot,
            ImageRegistry registry,
            AdvisorySurroundings surroundings) {
        ReleaseData data = ReleaseData.merge(release, plan, admission);
        DataObject spec = CollectedSnapshot.of(snapshot).spec();
        if (!data.disallowedKeys().isEmpty() || KeyFindings.isCatalog(data)) {
            AdvisoryPreview advisory = AdvisoryPreview.of(data, spec, admission.origin(), surroundings);
            return new ReleasePreview(data, Optional.empty(), advisory);
        }
        List<Finding> findings = new ArrayList<>();
        try {
            DataObject reduced = reduced(data, snapshot, spec, findings);
            MappedSnapshot mapped = SnapshotMapping.of(data)
                    .failingWhenEmpty()
                    .addingTimestampTag()
                    .apply(reduced, registry, surroundings.clock().withZone(ZoneOffset.UTC));
            AdvisoryPreview advisory = AdvisoryPreview.of(data, mapped.spec(), admission.origin(), surroundings);
            return new ReleasePreview(data, Optional.of(mapped), advisory.after(findings));
        } catch (ReleaseDataException e) {
            findings.add(Finding.error("release.mapping")
                    .path(e.path().toString())
                    .at(e.position())
                    .message(e.problem())
                    .build());
        } catch (ServerException e) {
            findings.add(Finding.error("release.mapping")
                    .message(e.address() + ": " + e.problem())
                    .build());
        }
        return new ReleasePreview(data, Optional.empty(), AdvisoryPreview.failing(data, spec, findings));
    }

    private static DataObject reduced(ReleaseData data, Snapshot snapshot, DataObject spec, List<Finding> findings) {
        if (!data.singleComponentMode().equals("true")) {
            return spec;
        }
        DataObject labels = snapshot.document().findObject("metadata", "labels").orElse(DataObject.empty());
        SnapshotReduction reduction = SnapshotReduction.of(spec, labels);
        reduction
                .warning()
                .ifPresent(warning -> findings.add(
                        Finding.warning("release.components").message(warning).build()));
        return reduction.snapshot();
    }

    /** What is different since an earlier preview: in verdict, targets, release notes or findings. */
    public Differences differencesFrom(ReleasePreview earlier) {
        return advisory.differencesFrom(earlier.advisory());
    }

    /** For people: what would be published, and a line for each tag with the templates it came from. */
    @Override
    public String toString() {
        String tags = mapped.map(snapshot -> snapshot.tags().explain()).orElse("");
        return tags.isEmpty() ? advisory.toString() : advisory + "\n" + tags;
    }
}
