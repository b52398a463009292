package dev.konflux.release.testkit.pipelines;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.mapping.ImagePlatform;
import dev.konflux.release.model.mapping.RepositoryNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tasks that build index images out of fragments of operator catalogs, sign and publish them. */
final class IndexTasks {

    private IndexTasks() {}

    /** Builds one index image for each OpenShift version, with all fragments for it. */
    static Archive addToIndex(TaskDesk desk) {
        boolean replaces = desk.resultOf("prepare-fbc-parameters", "mustOverwriteFromIndexImage")
                .filter("true"::equals)
                .isPresent();
        IndexNames names = IndexNames.of(desk.data(), desk.clock());
        List<DataObject> noted = new ArrayList<>();
        byVersion(desk).forEach((version, fragments) -> {
            BuiltIndex index = build(version, fragments, names, replaces, desk);
            fragments.forEach(fragment -> noted.add(index.noted(fragment)));
        });
        return desk.archive().withSnapshot(desk.snapshot().with("components", DataArray.of(noted)));
    }

    private static Map<String, List<DataObject>> byVersion(TaskDesk desk) {
        Map<String, List<DataObject>> fragments = new LinkedHashMap<>();
        for (DataObject fragment : desk.components()) {
            fragments
                    .computeIfAbsent(fragment.findText("ocpVersion").orElse(""), unused -> new ArrayList<>())
                    .add(fragment);
        }
        return fragments;
    }

    private static BuiltIndex build(
            String version, List<DataObject> fragments, IndexNames names, boolean replaces, TaskDesk desk) {
        String from = fragments.get(0).findText("updatedFromIndex").orElse("");
        String target = fragments.get(0).findText("targetIndex").orElse("");
        List<String> images = fragments.stream()
                .flatMap(fragment -> fragment.findText("containerImage").stream())
                .toList();
        BuiltIndex index =
                new BuiltIndex(version, desk.world().buildIndex(from, images), target, names.withTimestamp(target));
        desk.log("built " + index.image() + " from " + from + " with " + String.join(", ", images));
        if (replaces) {
            desk.world().push(index.image(), from);
            desk.log("it takes the place of " + from);
        }
        return index;
    }

    /** Says in the Release's status which index images came of it, by OpenShift version. */
    static Archive extract(TaskDesk desk) {
        DataObject.Builder images = DataObject.builder();
        for (BuiltIndex index : BuiltIndex.in(desk.snapshot())) {
            images.put(
                    index.version(),
                    DataObject.of(
                            "index_image", Data.of(index.image()), "index_image_resolved", Data.of(index.image())));
            desk.result("indexImage", index.image());
            desk.result("indexImageResolved", index.image());
            desk.log("OpenShift " + index.version() + ": " + index.image());
        }
        return desk.archive().withResult("index_image", images.build());
    }

    /** Makes a Snapshot of the index images, each under each of its names, for the tasks that deal with images. */
    static Archive collect(TaskDesk desk) {
        List<Data> components = new ArrayList<>();
        for (BuiltIndex index : BuiltIndex.in(desk.snapshot())) {
            List<Data> digests = desk.world().images().platforms(index.image()).stream()
                    .map(ImagePlatform::digest)
                    .<Data>map(Data::of)
                    .toList();
            for (String name : index.names()) {
                components.add(component(index, name, DataArray.of(digests)));
                desk.log(name + " is " + index.image());
            }
        }
        return desk.archive().withSnapshot(DataObject.of("components", DataArray.of(components)));
    }

    private static DataObject component(BuiltIndex index, String name, DataArray digests) {
        String repository = name.substring(0, name.lastIndexOf(':'));
        DataArray tags = DataArray.of(Data.of(name.substring(repository.length() + 1)));
        RepositoryNames.Delivery delivery = RepositoryNames.deliveryOf(repository);
        DataObject.Builder names = DataObject.builder()
                .put("url", repository)
                .put("tags", tags)
                .put("rh-registry-repo", delivery.registry());
        if (!delivery.access().isEmpty()) {
            names.put("registry-access-repo", delivery.access());
        }
        return DataObject.builder()
                .put("containerImage", index.image())
                .put("repository", repository)
                .put("repositories", DataArray.of(names.build()))
                .put("tags", tags)
                .put("imageDigests", digests)
                .build();
    }

    /** Signs the index images under the names customers will use. */
    static Archive sign(TaskDesk desk) {
        String key = SigningTasks.configMapName(desk);
        for (BuiltIndex index : BuiltIndex.in(desk.snapshot())) {
            for (String name : index.names()) {
                String repository = name.substring(0, name.lastIndexOf(':'));
                String reference =
                        RepositoryNames.deliveryOf(repository).registry() + name.substring(repository.length());
                desk.world().sign(reference, index.digest(), key);
                desk.log("signed " + reference + " with " + key);
            }
        }
        return desk.archive();
    }

    static Archive publish(TaskDesk desk) {
        for (BuiltIndex index : BuiltIndex.in(desk.snapshot())) {
            for (String name : index.names()) {
                desk.world().push(index.image(), name);
                desk.log("published " + name);
            }
        }
        return desk.archive();
    }
}
