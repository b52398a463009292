package dev.konflux.release.testkit.pipelines;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.mapping.ImagePlatform;
import dev.konflux.release.notes.pyxis.PyxisPublication;
import dev.konflux.release.notes.pyxis.PyxisServer;
import java.util.ArrayList;
import java.util.List;

/** Tasks that write into the catalog of repositories and images. */
final class PyxisTasks {

    private PyxisTasks() {}

    static Archive publishRepositories(TaskDesk desk) {
        PyxisServer server = PyxisServer.named(desk.resultOf("collect-task-params", ParameterTasks.PYXIS_SERVER)
                .orElseThrow());
        desk.log("catalog at " + server.apiUrl());
        PyxisPublication plan =
                PyxisPublication.plan(desk.data(), desk.snapshot(), desk.world().repositoryRecords());
        plan.changes().forEach(change -> {
            desk.world().changeRepositoryRecord(change.id(), change.fields());
            desk.log("changed record " + change.id() + ": " + change.fields());
        });
        List<Data> pages = plan.pages().stream()
                .<Data>map(page -> DataObject.of("name", Data.of(page.component()), "url", Data.of(page.url())))
                .toList();
        return desk.archive().withResult("catalog_urls", DataArray.of(pages));
    }

    /** One record for each platform of each image. */
    static Archive createImages(TaskDesk desk) {
        List<Data> records = new ArrayList<>();
        for (DataObject component : desk.components()) {
            String image = component.findText("containerImage").orElse("");
            for (ImagePlatform platform : desk.world().images().platforms(image)) {
                String id = desk.world().createImageRecord(record(component, platform));
                desk.log(image + " " + platform.architecture() + " is image " + id);
                records.add(DataObject.of("containerImage", Data.of(image), "imageId", Data.of(id)));
            }
        }
        return desk.archive().withResult("pyxis", DataArray.of(records));
    }

    private static DataObject record(DataObject component, ImagePlatform platform) {
        return DataObject.builder()
                .put("architecture", platform.architecture())
                .put("docker_image_digest", platform.digest())
                .put("repositories", DataArray.of(component.items("repositories")))
                .build();
    }

    /** Tells the catalog which RPM packages the SBOM of an image lists. */
    static Archive pushRpmData(TaskDesk desk) {
        for (Data record : desk.archive().results().items("pyxis")) {
            String image = record.findText("containerImage").orElse("");
            List<String> packages =
                    desk.world().findSbom(image).map(RpmPackages::in).orElse(List.of());
            desk.world().addPackages(record.findText("imageId").orElse(""), packages);
            desk.log(image + ": " + packages.size() + " RPM packages");
        }
        return desk.archive();
    }

    /**
     * Changes the files that {@code fileUpdates} of the release data name: a list of {@code {repo, paths: [{path, seed, replacements}]}}.
     * What becomes of a file is the world's.
     */
    static Archive updateFiles(TaskDesk desk) {
        int count = 0;
        for (Data update : desk.data().items("fileUpdates")) {
            String repository = update.findText("repo").orElse("");
            for (Data path : update.items("paths")) {
                desk.world()
                        .updateFile(
                                repository,
                                path.findText("path").orElse(""),
                                path.asObject().orElse(DataObject.empty()));
                count++;
            }
        }
        desk.log(count + " files changed");
        return desk.archive();
    }
}
