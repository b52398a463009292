package dev.konflux.release.model.lint;

import dev.konflux.release.model.Application;
import dev.konflux.release.model.ComponentGroup;
import dev.konflux.release.model.Release;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.ReleasePlanAdmission;
import dev.konflux.release.model.Resource;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.data.DataPath;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Names that become labels or get suffixes. Lengths are bytes, as the cluster counts. */
final class NameRules {

    private static final int LABEL = 63;
    private static final int GENERATED_PREFIX = 58;
    private static final int SNAPSHOT_PREFIX = 43;
    // A dash, seven characters of a commit and a dash go between a snapshot's name and the five random characters.
    private static final int SNAPSHOT_OF_RELEASE = GENERATED_PREFIX - 9;

    private NameRules() {}

    static List<LintRule> all() {
        return List.of(
                KindRule.error(
                        "name.too-long", "A name does not fit into a label.", Resource.class, NameRules::tooLong),
                KindRule.error(
                        "name.missing",
                        "A resource has neither a name nor a prefix for one.",
                        Resource.class,
                        NameRules::missing),
                KindRule.note(
                        "name.cut-in-snapshots",
                        "The names of an application's snapshots will hold only the beginning of its name.",
                        Resource.class,
                        NameRules::cutInSnapshots),
                KindRule.note(
                        "name.cut-in-releases",
                        "The names of a snapshot's automatic releases will lose the commit.",
                        Snapshot.class,
                        NameRules::cutInReleases),
                KindRule.note(
                        "name.cut-prefix",
                        "A prefix for generated names is longer than the cluster uses.",
                        Resource.class,
                        NameRules::cutPrefix));
    }

    private static int length(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }

    private static void tooLong(Resource resource, Reporter report) {
        boolean becomesLabel = resource instanceof Release
                || resource instanceof Snapshot
                || resource instanceof ReleasePlan
                || resource instanceof ReleasePlanAdmission
                || resource instanceof Application
                || resource instanceof ComponentGroup;
        if (becomesLabel) {
            tooLong(resource.name(), DataPath.of("metadata", "name"), report);
        }
        if (resource instanceof Release release) {
            tooLong(release.snapshot(), DataPath.of("spec", "snapshot"), report);
            tooLong(release.releasePlan(), DataPath.of("spec", "releasePlan"), report);
        }
    }

    private static void tooLong(String name, DataPath path, Reporter report) {
        if (length(name) > LABEL) {
            report.at(
                    path,
                    "expected at most 63 characters, found " + length(name) + "; the name becomes the value of labels",
                    "shorten it by " + (length(name) - LABEL));
        }
    }

    private static void missing(Resource resource, Reporter report) {
        if (resource.name().isEmpty() && resource.generateName().orElse("").isEmpty()) {
            report.at(
                    DataPath.of("metadata"),
                    "expected metadata.name or metadata.generateName, found neither",
                    "name it; a fragment for kustomize belongs into a folder of its own");
        }
    }

    private static void cutInSnapshots(Resource resource, Reporter report) {
        boolean namesSnapshots = resource instanceof Application || resource instanceof ComponentGroup;
        if (namesSnapshots && length(resource.name()) > SNAPSHOT_PREFIX && length(resource.name()) <= LABEL) {
            report.at(
                    DataPath.of("metadata", "name"),
                    "snapshots will be named after the first 43 of " + length(resource.name()) + " characters, '"
                            + resource.name()
                                    .substring(
                                            0,
                                            Math.min(
                                                    SNAPSHOT_PREFIX,
                                                    resource.name().length()))
                            + "', and a time",
                    "shorten the name if another one begins alike");
        }
    }

    private static void cutInReleases(Snapshot snapshot, Reporter report) {
        int length = length(snapshot.name());
        if (length > SNAPSHOT_OF_RELEASE && length <= LABEL) {
            report.at(
                    DataPath.of("metadata", "name"),
                    "names of automatic releases are cut to 58 characters before their random ending, so of " + length
                            + " and the commit something is lost",
                    "keep snapshot names to 49 characters");
        }
    }

    private static void cutPrefix(Resource resource, Reporter report) {
        resource.generateName()
                .filter(prefix -> resource.name().isEmpty() && length(prefix) > GENERATED_PREFIX)
                .ifPresent(prefix -> report.at(
                        DataPath.of("metadata", "generateName"),
                        "the cluster cuts the prefix to 58 of its " + length(prefix) + " characters",
                        "shorten it"));
    }
}
