package dev.konflux.release.testkit.pipelines;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.util.ArrayList;
import java.util.List;

/** Tasks that push the images of the mapped Snapshot, and what comes with them. */
final class ImageTasks {

    private ImageTasks() {}

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

    /** Writes and stores the SBOM of the product that the release notes name. */
    static Archive storeProductSbom(TaskDesk desk) {
        ProductSbom sbom = new ProductSbom(
                productText("product_name", desk),
                productText("product_version", desk),
                desk.data()
                        .find("releaseNotes", "cpe")
                        .orElseThrow(() -> new TaskFailure("releaseNotes.cpe is missing in the release data")));
        desk.components().forEach(sbom::add);
        String release = desk.input().release().reference();
        desk.world().storeSbom(sbom.title(), sbom.document(release, desk.clock().instant()));
        desk.log("stored the SBOM of " + sbom.title() + " with " + TaskDesk.componentNames(desk.snapshot()));
        return desk.archive();
    }

    private static String productText(String key, TaskDesk desk) {
        return desk.dataText("releaseNotes", key)
                .orElseThrow(() -> new TaskFailure("releaseNotes." + key + " is missing in the release data"));
    }

    static List<String> tags(Data repository) {
        return repository.items("tags").stream()
                .flatMap(tag -> tag.asText().stream())
                .toList();
    }
}
