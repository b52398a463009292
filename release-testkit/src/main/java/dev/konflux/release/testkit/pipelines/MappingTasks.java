package dev.konflux.release.testkit.pipelines;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.mapping.MappedSnapshot;
import dev.konflux.release.model.mapping.SnapshotMapping;
import dev.konflux.release.model.releasedata.Located;
import dev.konflux.release.model.releasedata.ReleaseData;
import dev.konflux.release.notes.advisory.ReleaseEnvironment;
import dev.konflux.release.notes.content.ImageLabels;
import dev.konflux.release.notes.preview.AdvisorySurroundings;
import dev.konflux.release.notes.preview.UnreleasedContent;
import dev.konflux.release.notes.released.RegistryFilter;
import java.util.List;

/** Tasks that decide what of the Snapshot goes where. */
final class MappingTasks {

    private MappingTasks() {}

    /** Mapping as pipelines with advisories do it: an empty outcome fails, and every image gets its build date as a tag. */
    static Archive applyMappingForAdvisory(TaskDesk desk) {
        return apply(
                SnapshotMapping.of(ReleaseData.of(desk.data()))
                        .failingWhenEmpty()
                        .addingTimestampTag(),
                desk);
    }

    static Archive applyMapping(TaskDesk desk) {
        return apply(SnapshotMapping.of(ReleaseData.of(desk.data())).failingWhenEmpty(), desk);
    }

    private static Archive apply(SnapshotMapping mapping, TaskDesk desk) {
        MappedSnapshot mapped = mapping.apply(desk.snapshot(), desk.world().images(), desk.clock());
        desk.result("mapped", String.valueOf(mapped.isMapped()));
        for (Data component : mapped.spec().items("components")) {
            for (Data repository : component.items("repositories")) {
                desk.log(component.findText("name").orElse("") + " -> "
                        + repository.findText("url").orElse("") + " "
                        + repository.items("tags"));
            }
        }
        return desk.archive().withSnapshot(mapped.spec());
    }

    static Archive filterByAdvisories(TaskDesk desk) {
        AdvisorySurroundings surroundings = AdvisorySurroundings.of(
                        desk.world().images()::platforms, desk.world().advisories(), desk.clock())
                .build();
        UnreleasedContent left = UnreleasedContent.of(
                Located.root(desk.data()), Located.root(desk.snapshot()), desk.origin(), surroundings);
        left.leftOut().forEach(name -> desk.log(name + " is left out: an earlier advisory has its images"));
        ReleaseEnvironment environment = ReleaseEnvironment.ofRepositories(Located.root(desk.snapshot()));
        desk.result("skip_release", String.valueOf(left.link().isPresent()));
        desk.result("environment", environment.word());
        if (left.link().isEmpty()) {
            desk.log("left to release to " + environment.word() + ": " + TaskDesk.componentNames(left.snapshot()));
            return desk.archive().withSnapshot(left.snapshot());
        }
        desk.log("nothing to release: " + left.link().get().url() + " has everything");
        DataObject link = AdvisoryTasks.artifact(left.link().get());
        desk.writeStatus(DataObject.of("artifacts", DataObject.of("advisory", link)));
        return desk.archive();
    }

    static Archive filterByRegistry(TaskDesk desk) {
        RegistryFilter filter = RegistryFilter.of(desk.snapshot(), desk.world()::findDigest);
        desk.log("left to release: " + TaskDesk.componentNames(filter.snapshot()));
        desk.result("skip_release", String.valueOf(filter.skipsRelease()));
        return desk.archive().withSnapshot(filter.snapshot());
    }

    /** Compares the images' labels with what the data says; a mismatch fails only when the data insists on it. */
    static Archive checkLabels(TaskDesk desk) {
        List<ImageLabels.Violation> violations =
                ImageLabels.check(Located.root(desk.data()), Located.root(desk.snapshot()));
        violations.forEach(violation -> desk.log(violation.path() + ": " + violation.problem()));
        if (violations.stream().anyMatch(ImageLabels.Violation::stops)) {
            throw new TaskFailure("the labels of the images are not as they should be");
        }
        desk.log("labels checked");
        return desk.archive();
    }
}
