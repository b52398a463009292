package dev.konflux.release.examples.rehearsal;

import dev.konflux.release.model.EnterpriseContractPolicy;
import dev.konflux.release.model.Release;
import dev.konflux.release.model.ReleasePlanAdmission;
import dev.konflux.release.model.Resource;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.FakeReleaseService;
import dev.konflux.release.testkit.PipelineResult;
import dev.konflux.release.testkit.Timeline;
import dev.konflux.release.testkit.UnsettledException;
import dev.konflux.release.testkit.runs.Phase;
import dev.konflux.release.testkit.store.ApiException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The release in the fake service, phase by phase in virtual time. */
final class PhasesSection {

    private static final String KEY = "phases";
    private static final String TITLE = "Phases of the release, in virtual time";
    private static final Map<Phase, Duration> USUAL_TIMES = Map.of(
            Phase.TENANT_COLLECTORS, Duration.ofMinutes(2),
            Phase.MANAGED_COLLECTORS, Duration.ofMinutes(2),
            Phase.TENANT, Duration.ofMinutes(4),
            Phase.MANAGED, Duration.ofMinutes(38),
            Phase.FINAL, Duration.ofMinutes(3));

    private PhasesSection() {}

    /** Runs the release; a violated policy fails the managed pipeline where the real one fails. */
    static Section of(
            Resources resources, Candidate candidate, boolean policyPasses, DataObject collected, Instant start) {
        Section.Builder section = Section.builder(KEY, TITLE);
        try (FakeReleaseService konflux = FakeReleaseService.builder()
                .at(start)
                .user(candidate.release().author().orElse("developer"))
                .start(cluster(resources, candidate))) {
            USUAL_TIMES.forEach((phase, time) ->
                    konflux.pipelines().usually(phase, PipelineResult.succeed().taking(time)));
            collected
                    .members()
                    .forEach((side, results) -> konflux.pipelines()
                            .usually(
                                    side.equals("tenant") ? Phase.TENANT_COLLECTORS : Phase.MANAGED_COLLECTORS,
                                    PipelineResult.succeed()
                                            .taking(Duration.ofMinutes(2))
                                            .writing(DataObject.of("collectors", DataObject.of(side, results)))));
            if (!policyPasses) {
                konflux.pipelines()
                        .usually(Phase.MANAGED, PipelineResult.failAt("verify-conforma", "the policy is violated"));
            }
            Release over = konflux.release(fresh(candidate.release())).await();
            return show(section, konflux.timeline(over), over);
        } catch (ApiException | UnsettledException e) {
            return section.row(Cell.bad(String.valueOf(e.getMessage())))
                    .build(DataObject.of("error", Data.of(String.valueOf(e.getMessage()))));
        }
    }

    /** The part of the folder that the operator looks at; Releases are created one by one. */
    private static Resources cluster(Resources resources, Candidate candidate) {
        List<Resource> cluster = new ArrayList<>();
        candidate
                .admission()
                .flatMap(admission ->
                        resources.find(EnterpriseContractPolicy.class, admission.namespace(), admission.policy()))
                .ifPresent(cluster::add);
        resources.all(ReleasePlanAdmission.class).stream()
                .filter(admission -> candidate.plan().target().equals(Optional.of(admission.namespace())))
                .forEach(cluster::add);
        cluster.add(candidate.plan());
        cluster.add(candidate.snapshot());
        return Resources.of(cluster);
    }

    /** The release as its author would send it: what only the cluster writes is left out. */
    private static Release fresh(Release release) {
        DataObject document = release.document().without("status");
        DataObject metadata = document.findObject("metadata").orElse(DataObject.empty());
        return Release.of(document.with(
                "metadata", metadata.without("creationTimestamp").without("uid").without("resourceVersion")));
    }

    private static Section show(Section.Builder section, Timeline timeline, Release over) {
        List<Data> entries = new ArrayList<>();
        Optional<Instant> start =
                timeline.entries().stream().map(Timeline.Entry::at).findFirst();
        for (Timeline.Entry entry : timeline.entries()) {
            Duration since = Duration.between(start.orElse(entry.at()), entry.at());
            section.row(
                    Cell.faint("+" + since.toMinutes() + "m" + since.toSecondsPart() + "s"),
                    Cell.plain(entry.subject()),
                    Cell.plain(entry.what()));
            entries.add(DataObject.builder()
                    .put("at", entry.at().toString())
                    .put("subject", entry.subject())
                    .put("what", entry.what())
                    .build());
        }
        String end = over.findCondition("Released")
                .map(condition -> condition.reason())
                .orElse("");
        section.row(over.isReleased() ? Cell.good("Released: " + end) : Cell.bad("Released: " + end));
        return section.build(DataObject.of("timeline", DataArray.of(entries), "released", Data.of(over.isReleased())));
    }
}
