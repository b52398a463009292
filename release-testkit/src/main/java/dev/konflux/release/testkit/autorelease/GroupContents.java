package dev.konflux.release.testkit.autorelease;

import dev.konflux.release.model.Component;
import dev.konflux.release.model.ComponentGroup;
import dev.konflux.release.model.GroupMember;
import dev.konflux.release.model.MetadataKeys;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.SnapshotComponent;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.explain.ImageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an application or component group is made of when the pull requests of a group are merged: their images, and the promoted ones of the
 * rest.
 */
final class GroupContents {

    private static final String REPOSITORY = "pac.test.appstudio.openshift.io/repo-url";

    private final PullRequestGroup group;
    private final SnapshotRound round;
    private final PullRequests pullRequests;

    GroupContents(PullRequestGroup group, SnapshotRound round, PullRequests pullRequests) {
        this.group = group;
        this.round = round;
        this.pullRequests = pullRequests;
    }

    /**
     * A component that a pull request has built.
     *
     * @param version the component's version in its component group; empty text in an application
     */
    record Built(String component, String version, Snapshot snapshot) {

        String repository() {
            return snapshot.findAnnotation(REPOSITORY).orElse("");
        }

        String pullRequest() {
            return snapshot.findAnnotation(MetadataKeys.PULL_REQUEST).orElse("");
        }
    }

    /** All components, and those among them that pull requests have built. */
    record Parts(List<SnapshotComponent> components, List<Built> built) {

        Parts {
            components = List.copyOf(components);
            built = List.copyOf(built);
        }
    }

    private record Member(String name, String version, Optional<SnapshotComponent> promoted) {}

    /** Nothing when fewer than two components are concerned. */
    Parts parts() {
        List<SnapshotComponent> components = new ArrayList<>();
        List<Built> built = new ArrayList<>();
        List<Member> members = members();
        List<String> concerned = concerned();
        if (concerned.size() < 2) {
            return new Parts(components, built);
        }
        for (Member member : members) {
            Optional<Snapshot> open = concerned.contains(member.name()) ? findOpen(member.name()) : Optional.empty();
            if (open.isPresent()) {
                built.add(new Built(member.name(), member.version(), open.get()));
                components.add(image(open.get(), member.name()));
            } else {
                member.promoted().ifPresent(components::add);
            }
        }
        return new Parts(components, built);
    }

    private List<Member> members() {
        Snapshot snapshot = round.snapshot();
        if (snapshot.componentGroup().isEmpty()) {
            return round.view().components(snapshot.namespace(), snapshot.application()).stream()
                    .map(component -> new Member(component.name(), "", promoted(component)))
                    .toList();
        }
        ComponentGroup owner = round.view().group(snapshot.namespace(), snapshot.componentGroup());
        GroupImages images = GroupImages.ownOf(owner, round.view());
        return owner.components().stream().map(member -> member(member, images)).toList();
    }

    private static Member member(GroupMember member, GroupImages images) {
        String version = member.versionName().orElse("");
        return new Member(member.name(), version, images.find(member.name(), version));
    }

    /** The image that was promoted last, if it is usable and the component says where it is built from. */
    private static Optional<SnapshotComponent> promoted(Component component) {
        boolean hasSource = component.sourceUrl().filter(url -> !url.isEmpty()).isPresent()
                && component
                        .sourceRevision()
                        .filter(revision -> !revision.isEmpty())
                        .isPresent();
        return component
                .lastPromotedImage()
                .filter(image -> hasSource && ImageDigest.findFault(image).isEmpty())
                .map(image -> SnapshotComponent.of(DataObject.builder()
                        .put("name", component.name())
                        .put("containerImage", image)
                        .put("source", source(component))
                        .build()));
    }

    private static DataObject source(Component component) {
        DataObject source = component.document().findObject("spec", "source").orElse(DataObject.empty());
        return component
                .document()
                .findText("status", "lastBuiltCommit")
                .filter(commit -> !commit.isEmpty())
                .map(commit -> source.withPath(Data.of(commit), "git", "revision"))
                .orElse(source);
    }

    /** The components that the group's pull requests have built. */
    private List<String> concerned() {
        return snapshots(Map.of()).stream()
                .filter(snapshot -> snapshot.findAnnotation(BuildRuns.WORKFLOW)
                        .filter("push"::equals)
                        .isEmpty())
                .map(snapshot -> snapshot.findLabel(MetadataKeys.COMPONENT).orElse(""))
                .distinct()
                .toList();
    }

    private List<Snapshot> snapshots(Map<String, String> further) {
        Snapshot snapshot = round.snapshot();
        Map<String, String> labels = new HashMap<>(further);
        labels.put(MetadataKeys.SNAPSHOT_TYPE, "component");
        labels.put(PullRequestGroup.HASH, group.hash());
        labels.putAll(SnapshotOwner.label(snapshot));
        return round.view().snapshots(snapshot.namespace(), labels);
    }

    /** The latest Snapshot of a component if its pull request is the very one that was built now, or is still open. */
    private Optional<Snapshot> findOpen(String component) {
        return snapshots(Map.of(MetadataKeys.COMPONENT, component)).stream()
                .min(OlderPullRequests::newerFirst)
                .filter(latest -> isOfSamePullRequest(latest) || isOpen(latest));
    }

    private boolean isOpen(Snapshot snapshot) {
        return pullRequests.isOpen(
                snapshot.findAnnotation(REPOSITORY).orElse(""),
                snapshot.findAnnotation(MetadataKeys.PULL_REQUEST).orElse(""));
    }

    private boolean isOfSamePullRequest(Snapshot latest) {
        Snapshot current = round.snapshot();
        if (latest.name().equals(current.name())) {
            return true;
        }
        Optional<String> repository = latest.findAnnotation(REPOSITORY).map(GroupContents::gitUrl);
        Optional<String> number = latest.findLabel(MetadataKeys.PULL_REQUEST);
        return repository.isPresent()
                && number.isPresent()
                && repository.equals(current.findAnnotation(REPOSITORY).map(GroupContents::gitUrl))
                && number.equals(current.findLabel(MetadataKeys.PULL_REQUEST));
    }

    private static String gitUrl(String url) {
        if (url.endsWith(".git")) {
            return url;
        }
        return (url.endsWith("/") ? url.substring(0, url.length() - 1) : url) + ".git";
    }

    /** Upstream takes an empty component where the Snapshot lacks its own. */
    private static SnapshotComponent image(Snapshot snapshot, String component) {
        return snapshot.components().stream()
                .filter(image -> image.name().equals(component))
                .findFirst()
                .orElseGet(() -> SnapshotComponent.of("", ""));
    }
}
