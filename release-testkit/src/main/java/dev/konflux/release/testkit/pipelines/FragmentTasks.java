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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tasks that look at fragments of operator catalogs before they are built into index images. */
final class FragmentTasks {

    private FragmentTasks() {}

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
        String image = image(fragment);
        try {
            DataObject alone = desk.snapshot().with("components", DataArray.of(fragment));
            String version = OcpVersion.ofAll(Located.root(alone), manifests(desk));
            String index = IndexNames.filled(desk.dataText("fbc", "targetIndex").orElse(""), version);
            boolean isThere = desk.world().hasFragment(index, image);
            desk.log(image + (isThere ? " is in " : " is not in ") + index);
            return isThere;
        } catch (ReleaseDataException unversioned) {
            desk.log(image + " stays: " + unversioned.getMessage());
            return false;
        }
    }

    private static String image(Data fragment) {
        return fragment.findText("containerImage").orElse("");
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

    /** Works out what becomes of the index images in the release's mode, and holds the packages against those allowed. */
    static Archive prepareParameters(TaskDesk desk) {
        List<String> versions = OcpVersion.ofEach(Located.root(desk.snapshot()), manifests(desk));
        checkPackages(desk, versions);
        ReleaseMode mode = ReleaseMode.of(desk.data());
        boolean optedIn = desk.components().stream().map(FragmentTasks::image).allMatch(desk.world()::hasOptedIn);
        desk.log("mode " + mode + ", " + (optedIn ? "all" : "not all") + " bundles are opted in");
        tell("mustPublishIndexImage", mode.publishes(optedIn), desk);
        tell("mustSignIndexImage", mode.publishes(optedIn), desk);
        tell("mustOverwriteFromIndexImage", mode.replacesSource(optedIn), desk);
        return desk.archive();
    }

    private static void tell(String name, boolean value, TaskDesk desk) {
        desk.result(name, String.valueOf(value));
        desk.log(name + " = " + value);
    }

    private static void checkPackages(TaskDesk desk, List<String> versions) {
        Map<String, Map<String, List<String>>> byVersion = new LinkedHashMap<>();
        for (int i = 0; i < versions.size(); i++) {
            String fragment = image(desk.components().get(i));
            List<String> names = desk.world().packagesOf(fragment);
            desk.log(fragment + " brings " + (names.isEmpty() ? "no packages" : String.join(", ", names)));
            byVersion
                    .computeIfAbsent(versions.get(i), unused -> new LinkedHashMap<>())
                    .put(fragment, names);
        }
        byVersion.forEach((version, packages) -> FragmentPackages.check(Located.root(desk.data()), version, packages));
    }

    /** Notes at every fragment for which OpenShift it is, which index its own starts from, and where that goes. */
    static Archive prepareSnapshot(TaskDesk desk) {
        List<String> versions = OcpVersion.ofEach(Located.root(desk.snapshot()), manifests(desk));
        IndexNames names = IndexNames.of(desk.data(), desk.clock());
        List<DataObject> prepared = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            DataObject fragment = desk.components().get(i);
            String version = versions.get(i);
            String from = names.from(version);
            String target = names.target(version);
            desk.log(image(fragment) + " is for OpenShift " + version + ": from " + from + " to "
                    + (target.isEmpty() ? "no target" : target));
            prepared.add(fragment.with("ocpVersion", Data.of(version))
                    .with("updatedFromIndex", Data.of(from))
                    .with("targetIndex", Data.of(target)));
        }
        return desk.archive().withSnapshot(desk.snapshot().with("components", DataArray.of(prepared)));
    }
}
