package dev.konflux.release.testkit.autorelease;

import dev.konflux.release.model.Candidate;
import dev.konflux.release.model.ComponentGroup;
import dev.konflux.release.model.GroupMember;
import dev.konflux.release.model.SnapshotComponent;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.explain.ImageDigest;
import dev.konflux.release.testkit.store.ApiError;
import dev.konflux.release.testkit.store.ApiException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The images a Snapshot of a component group is made of: what was promoted last, those of nested groups first, so that the group's own win.
 * Not shared, not kept.
 */
final class GroupImages {

    private static final int DEEPEST = 15;

    private final IntegrationView view;
    private final Map<String, SnapshotComponent> images = new TreeMap<>();
    private final Set<Version> unusable = new LinkedHashSet<>();

    private record Version(String name, String version) {

        boolean isBuiltAs(SnapshotComponent built) {
            return name.equals(built.name())
                    && (version.isEmpty() || version.equals(built.version().orElse("")));
        }

        String shown() {
            return name + " (version " + version + ")";
        }
    }

    private GroupImages(IntegrationView view) {
        this.view = view;
    }

    /**
     * What was promoted last in a group and those it holds.
     *
     * @throws ApiException when a nested group cannot be read, or holds itself
     */
    static GroupImages of(ComponentGroup group, IntegrationView view) {
        GroupImages images = new GroupImages(view);
        try {
            images.collect(group, List.of());
        } catch (ApiException failed) {
            throw new ApiException(ApiError.of(
                    0,
                    "",
                    "error getting nested snapshot components: "
                            + failed.error().message()));
        }
        return images;
    }

    /** What was promoted last in a group itself, without those it holds. */
    static GroupImages ownOf(ComponentGroup group, IntegrationView view) {
        GroupImages images = new GroupImages(view);
        group.globalCandidateList().forEach(candidate -> images.add(candidate, group));
        return images;
    }

    Optional<SnapshotComponent> find(String name, String version) {
        return Optional.ofNullable(images.get(name + "/" + version));
    }

    private void collect(ComponentGroup group, List<String> above) {
        List<String> path = new ArrayList<>(above);
        path.add(group.name());
        if (above.contains(group.name())) {
            throw failure("cycle found in nested componentGroups: [" + String.join(" ", path) + "]");
        }
        if (above.size() > DEEPEST) {
            throw failure("nested ComponentGroups exceeded max depth of " + DEEPEST);
        }
        List<ComponentGroup> nested = group.components().stream()
                .filter(GroupMember::isGroup)
                .map(member -> nested(member.name(), group))
                .toList();
        nested.forEach(inner -> collect(inner, path));
        group.globalCandidateList().forEach(candidate -> add(candidate, group));
    }

    private ComponentGroup nested(String name, ComponentGroup group) {
        try {
            return view.group(group.namespace(), name);
        } catch (ApiException failed) {
            throw failure("could not get componentGroup " + name + " nested in componentGroup " + group.name() + ": "
                    + failed.error().message());
        }
    }

    private static ApiException failure(String message) {
        return new ApiException(ApiError.of(0, "", message));
    }

    private void add(Candidate candidate, ComponentGroup group) {
        String version = candidate.version();
        boolean isMember = group.components().stream()
                .anyMatch(member -> !member.isGroup()
                        && member.name().equals(candidate.name())
                        && member.versionName().orElse("").equals(version));
        String image = candidate.lastPromotedImage();
        if (!isMember) {
            return;
        }
        if (image.isEmpty() || ImageDigest.findFault(image).isPresent()) {
            unusable.add(new Version(candidate.name(), version));
            return;
        }
        DataObject.Builder component = DataObject.builder()
                .put("name", candidate.name())
                .put("containerImage", image)
                .put(
                        "source",
                        DataObject.of(
                                "git",
                                DataObject.of(
                                        "url",
                                        Data.of(candidate.url()),
                                        "revision",
                                        Data.of(candidate.lastPromotedCommit()))));
        if (!version.isEmpty()) {
            component.put("version", version);
        }
        images.put(candidate.name() + "/" + version, SnapshotComponent.of(component.build()));
    }

    /** Takes a newly built image in the place of the promoted one. */
    void replace(SnapshotComponent built) {
        String version = built.version().orElse("");
        if (ImageDigest.findFault(built.containerImage()).isPresent()) {
            unusable.add(new Version(built.name(), version));
            return;
        }
        images.put(built.name() + "/" + version, built);
        unusable.removeIf(former -> former.isBuiltAs(built));
    }

    boolean isEmpty() {
        return images.isEmpty();
    }

    /** The components by name; upstream's order is arbitrary. */
    DataArray components() {
        return DataArray.of(
                images.values().stream().<Data>map(SnapshotComponent::data).toList());
    }

    /** The components that are left out for want of a usable image, run together as the service does; empty text when there are none. */
    String leftOut() {
        return String.join("", unusable.stream().map(Version::shown).toList());
    }
}
