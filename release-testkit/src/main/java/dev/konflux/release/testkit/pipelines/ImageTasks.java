package dev.konflux.release.testkit.pipelines;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.mapping.ImagePlatform;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Tasks that sign and push the images of the mapped Snapshot. */
final class ImageTasks {

    private ImageTasks() {}

    /** Signs every tag of every repository under the name customers use, for each platform and for the index. */
    static Archive signImages(TaskDesk desk) {
        String key = desk.dataText("sign", "configMapName")
                .orElseThrow(() -> new TaskFailure("sign.configMapName is missing in the release data"));
        for (DataObject component : desk.components()) {
            List<String> digests = digests(component, desk);
            for (Data repository : component.items("repositories")) {
                String delivery = repository
                        .findText("rh-registry-repo")
                        .or(() -> repository.findText("url"))
                        .orElse("");
                for (String tag : tags(repository)) {
                    digests.forEach(digest -> desk.world().sign(delivery + ":" + tag, digest, key));
                    desk.log("signed " + delivery + ":" + tag + " for " + digests.size() + " digests");
                }
            }
        }
        return desk.archive();
    }

    /** The digest of the index, if there is one, and those of the platforms. */
    private static List<String> digests(DataObject component, TaskDesk desk) {
        String image = component.findText("containerImage").orElse("");
        return Stream.concat(
                        Stream.of(image.substring(image.indexOf('@') + 1)),
                        desk.world().images().platforms(image).stream().map(ImagePlatform::digest))
                .distinct()
                .toList();
    }

    /** Pushes every image to its repositories under all tags, unless the tag leads to it already. */
    static Archive pushSnapshot(TaskDesk desk) {
        List<Data> pushed = new ArrayList<>();
        for (DataObject component : desk.components()) {
            String image = component.findText("containerImage").orElse("");
            List<Data> urls = new ArrayList<>();
            for (Data repository : component.items("repositories")) {
                for (String tag : tags(repository)) {
                    String target = repository.findText("url").orElse("") + ":" + tag;
                    push(image, target, desk);
                    urls.add(Data.of(target));
                }
            }
            pushed.add(DataObject.builder()
                    .put("name", component.findText("name").orElse(""))
                    .put("shasum", image.substring(image.indexOf('@') + 1))
                    .put("urls", DataArray.of(urls))
                    .build());
        }
        return desk.archive().withResult("images", DataArray.of(pushed));
    }

    private static void push(String image, String target, TaskDesk desk) {
        String digest = image.substring(image.indexOf('@') + 1);
        if (desk.world().findDigest(target).filter(digest::equals).isPresent()) {
            desk.log(target + " is there already");
            return;
        }
        desk.world().push(image, target);
        desk.log("pushed " + target);
    }

    static Archive storeSboms(TaskDesk desk) {
        for (DataObject component : desk.components()) {
            String image = component.findText("containerImage").orElse("");
            desk.world()
                    .findSbom(image)
                    .ifPresentOrElse(
                            sbom -> {
                                desk.world().storeSbom(image, sbom);
                                desk.log("stored the SBOM of " + image);
                            },
                            () -> desk.log(image + " has no SBOM"));
        }
        return desk.archive();
    }

    static List<String> tags(Data repository) {
        return repository.items("tags").stream()
                .flatMap(tag -> tag.asText().stream())
                .toList();
    }
}
