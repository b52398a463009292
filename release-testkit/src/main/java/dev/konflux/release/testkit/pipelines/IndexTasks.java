package dev.konflux.release.testkit.pipelines;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.mapping.ImagePlatform;
import dev.konflux.release.model.releasedata.Located;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import dev.konflux.release.notes.fbc.FbcManifests;
import dev.konflux.release.notes.fbc.FragmentPackages;
import dev.konflux.release.notes.fbc.OcpVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Tasks that bring fragments of operator catalogs into an index image. */
final class IndexTasks {

    private static final String PREPARED = "prepare-fbc-parameters";
    private static final String VERSION = "{{ OCP_VERSION }}";
    private static final String ADDED = "add-fbc-contribution-to-index-image";

    private IndexTasks() {}

    /**
     * Takes out the fragments that the target index has already. Fragments that do not say for which OpenShift they are stay: a later task
     * refuses them.
     */
    static Archive filterPublished(TaskDesk desk) {
        List<DataObject> left = desk.components().stream()
                .filter(fragment -> !isPublished(fragment, desk))
                .toList();
        desk.result(
                "skip_release",
                String.valueOf(left.isEmpty() && !desk.components().isEmpty()));
        return desk.archive().withSnapshot(desk.snapshot().with("components", DataArray.of(left)));
    }

    private static boolean isPublished(DataObject fragment, TaskDesk desk) {
        String image = fragment.findText("containerImage").orElse("");
        try {
            DataObject alone = desk.snapshot().with("components", DataArray.of(fragment));
            String version = OcpVersion.ofAll(Located.root(alone), manifests(desk));
            String index = desk.dataText("fbc", "targetIndex").orElse("").replace(VERSION, version);
            boolean isThere = desk.world().hasFragment(index, image);
            desk.log(image + (isThere ? " is in " : " is not in ") + index);
            return isThere;
        } catch (ReleaseDataException unversioned) {
            return false;
        }
    }

    /** Works out for which OpenShift version the fragments are, and what becomes of the index in the release's mode. */
    static Archive prepare(TaskDesk desk) {
        if (desk.components().isEmpty()) {
            throw new TaskFailure("No components found in snapshot");
        }
        List<String> modes = Stream.of("hotfix", "preGA", "stagedIndex")
                .filter(mode -> isTrue(desk, mode))
                .toList();
        if (modes.size() > 1) {
            throw new TaskFailure("Multiple release modes cannot be active simultaneously");
        }
        String mode = modes.isEmpty() ? "normal" : modes.get(0);
        String version = OcpVersion.ofAll(Located.root(desk.snapshot()), manifests(desk));
        checkPackages(desk, version);
        boolean goesOut = switch (mode) {
            case "stagedIndex" -> false;
            case "normal" -> fragments(desk).stream().allMatch(desk.world()::hasOptedIn);
            default -> true;
        };
        desk.log("fragments for OpenShift " + version + ", mode " + mode);
        desk.result("ocpVersion", version);
        desk.result("mustPublishIndexImage", String.valueOf(goesOut));
        desk.result("mustSignIndexImage", String.valueOf(goesOut));
        return desk.archive();
    }

    private static void checkPackages(TaskDesk desk, String version) {
        Map<String, List<String>> packages = new LinkedHashMap<>();
        for (String fragment : fragments(desk)) {
            List<String> names = desk.world().packagesOf(fragment);
            desk.log(fragment + " brings " + (names.isEmpty() ? "no packages" : String.join(", ", names)));
            packages.put(fragment, names);
        }
        FragmentPackages.check(Located.root(desk.data()), version, packages);
    }

    private static boolean isTrue(TaskDesk desk, String mode) {
        return desk.data().find("fbc", mode).flatMap(Data::asBoolean).orElse(false);
    }

    private static FbcManifests manifests(TaskDesk desk) {
        return new FbcManifests() {
            @Override
            public Data manifest(String image) {
                return desk.world().images().manifest(image);
            }

            @Override
            public List<String> platformDigests(String image) {
                return desk.world().images().platforms(image).stream()
                        .map(ImagePlatform::digest)
                        .toList();
            }
        };
    }

    private static List<String> fragments(TaskDesk desk) {
        return desk.components().stream()
                .flatMap(component -> component.findText("containerImage").stream())
                .toList();
    }

    static Archive addToIndex(TaskDesk desk) {
        String from = versioned(desk, "fromIndex");
        String index = desk.world().buildIndex(from, fragments(desk));
        desk.log("built " + index + " from " + from);
        desk.result("index_image", index);
        DataObject artifact = DataObject.builder()
                .put("index_image", index)
                .put("target_index", versioned(desk, "targetIndex"))
                .build();
        return desk.archive().withResult("index_image", artifact);
    }

    /** Index images are named for a version by the placeholder in their pull specs. */
    private static String versioned(TaskDesk desk, String key) {
        String version = desk.resultOf(PREPARED, "ocpVersion").orElse("");
        return desk.dataText("fbc", key).orElse("").replace(VERSION, version);
    }

    private static String index(TaskDesk desk) {
        return desk.resultOf(ADDED, "index_image").orElseThrow(() -> new TaskFailure("no index image was built"));
    }

    static Archive sign(TaskDesk desk) {
        return sign(desk.dataText("sign", "configMapName").orElse(""), desk);
    }

    static Archive cosign(TaskDesk desk) {
        return sign(SigningTasks.cosignKey(desk), desk);
    }

    private static Archive sign(String key, TaskDesk desk) {
        String index = index(desk);
        desk.world().sign(versioned(desk, "targetIndex"), index.substring(index.indexOf('@') + 1), key);
        desk.log("signed " + index + " with " + key);
        return desk.archive();
    }

    static Archive publish(TaskDesk desk) {
        String target = versioned(desk, "targetIndex");
        desk.world().push(index(desk), target);
        desk.log("published " + target);
        return desk.archive();
    }
}
