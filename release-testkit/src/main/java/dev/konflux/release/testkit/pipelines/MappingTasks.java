package dev.konflux.release.testkit.pipelines;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.mapping.ImagePlatform;
import dev.konflux.release.model.mapping.MappedSnapshot;
import dev.konflux.release.model.mapping.SnapshotMapping;
import dev.konflux.release.model.releasedata.Located;
import dev.konflux.release.model.releasedata.ReleaseData;
import dev.konflux.release.notes.preview.AdvisorySurroundings;
import dev.konflux.release.notes.preview.EarlierImages;
import dev.konflux.release.notes.released.RegistryFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        EarlierImages left =
                EarlierImages.of(Located.root(desk.data()), Located.root(desk.snapshot()), desk.origin(), surroundings);
        left.leftOut().forEach(name -> desk.log(name + " is left out: an earlier advisory has its images"));
        desk.result("skip_release", String.valueOf(left.link().isPresent()));
        if (left.link().isEmpty()) {
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
        String cpe = desk.dataText("releaseNotes", "cpe")
                .orElseThrow(() -> new TaskFailure("releaseNotes.cpe is missing in the release data"));
        List<String> problems = new ArrayList<>();
        for (DataObject component : desk.components()) {
            labelsOf(component, desk).ifPresent(labels -> problems.addAll(LabelCheck.of(component, labels, cpe)));
        }
        problems.forEach(desk::log);
        boolean insists = desk.data()
                .find("enforceContainerFirstSecurityLabels")
                .flatMap(Data::asBoolean)
                .orElse(false);
        if (insists && !problems.isEmpty()) {
            throw new TaskFailure(problems.size() + " labels are not as they should be");
        }
        desk.log("labels checked");
        return desk.archive();
    }

    private static Optional<DataObject> labelsOf(DataObject component, TaskDesk desk) {
        String image = component.findText("containerImage").orElse("");
        List<ImagePlatform> platforms = desk.world().images().platforms(image);
        return platforms.isEmpty()
                ? Optional.empty()
                : desk.world().images().inspect(image, platforms.get(0)).findObject("Labels");
    }
}
