package dev.konflux.release.model.admission;

import dev.konflux.release.model.MetadataKeys;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The rules of the release service's webhooks, each on its own: what they fill in on creation and what they refuse. */
public final class ReleaseServiceHooks {

    private static final int LONGEST = 63;
    private static final String SPEC = "spec";

    private ReleaseServiceHooks() {}

    /** The object with the labels and values that the defaulting webhook of its kind fills in on creation. */
    public static DataObject defaulted(DataObject object, ClusterView cluster) {
        return switch (kind(object)) {
            case "Release" -> defaultedRelease(object, cluster);
            case "ReleasePlan" -> defaultedPlan(object);
            case "ReleasePlanAdmission" -> defaultedAdmission(object);
            default -> object;
        };
    }

    /** Upstream's flaw: a plan with any other label does not get this one. */
    private static DataObject defaultedPlan(DataObject plan) {
        boolean labelled = plan.findObject("metadata", "labels").isPresent();
        return labelled ? plan : withLabel(plan, MetadataKeys.AUTO_RELEASE, "true");
    }

    private static DataObject defaultedAdmission(DataObject admission) {
        boolean decided = admission
                .find("metadata", "labels", MetadataKeys.BLOCK_RELEASES)
                .isPresent();
        return decided ? admission : withLabel(admission, MetadataKeys.BLOCK_RELEASES, "false");
    }

    private static DataObject defaultedRelease(DataObject release, ClusterView cluster) {
        String plan = text(release, SPEC, "releasePlan");
        DataObject labelled = withLabel(release, MetadataKeys.SNAPSHOT, text(release, SPEC, "snapshot"));
        labelled = withLabel(labelled, MetadataKeys.RELEASE_PLAN, plan);
        if (number(release, "gracePeriodDays") != 0) {
            return labelled;
        }
        long days = cluster.find("ReleasePlan", text(release, "metadata", "namespace"), plan)
                .map(found -> number(found, "releaseGracePeriodDays"))
                .orElse(0L);
        return days == 0 ? labelled : labelled.withPath(Data.of(days), SPEC, "gracePeriodDays");
    }

    /** The object with the author label that the author webhook gives it on creation and update. */
    static DataObject attributed(DataObject object, Operation operation, String user) {
        boolean release = kind(object).equals("Release");
        if (release) {
            boolean automated = label(object, MetadataKeys.AUTOMATED).equals("true");
            return automated || operation != Operation.CREATE ? object : withAuthor(object, user);
        }
        if (!label(object, MetadataKeys.STANDING_ATTRIBUTION).equals("true")) {
            return withoutAuthor(object);
        }
        return label(object, MetadataKeys.AUTHOR).isEmpty() ? withAuthor(object, user) : object;
    }

    private static DataObject withAuthor(DataObject object, String user) {
        return withLabel(object, MetadataKeys.AUTHOR, AuthorLabel.of(user));
    }

    private static DataObject withoutAuthor(DataObject object) {
        Optional<DataObject> labels = object.findObject("metadata", "labels");
        if (labels.isEmpty() || !labels.get().has(MetadataKeys.AUTHOR)) {
            return object;
        }
        return object.withPath(labels.get().without(MetadataKeys.AUTHOR), "metadata", "labels");
    }

    /** Why the author webhook refuses an update. */
    static Optional<String> authorRefusal(DataObject object, DataObject old) {
        boolean changed = kind(object).equals("Release")
                && !label(object, MetadataKeys.AUTHOR).equals(label(old, MetadataKeys.AUTHOR));
        return changed ? Optional.of("release author label cannot be updated") : Optional.empty();
    }

    /** Why the validating webhook of the object's kind refuses its creation. */
    public static Optional<String> createRefusal(DataObject object) {
        return switch (kind(object)) {
            case "Release" -> releaseRefusal(object);
            case "ReleasePlanAdmission" -> admissionRefusal(object);
            default -> Optional.empty();
        };
    }

    /** Why the validating webhook of the object's kind refuses an update. */
    public static Optional<String> updateRefusal(DataObject object, DataObject old) {
        return switch (kind(object)) {
            case "Release" -> releaseUpdateRefusal(object, old);
            case "ReleasePlanAdmission" -> admissionRefusal(object);
            default -> Optional.empty();
        };
    }

    private static Optional<String> releaseRefusal(DataObject release) {
        return tooLong("release name", text(release, "metadata", "name"))
                .or(() -> tooLong("snapshot name", text(release, SPEC, "snapshot")))
                .or(() -> tooLong("releasePlan name", text(release, SPEC, "releasePlan")));
    }

    private static Optional<String> releaseUpdateRefusal(DataObject release, DataObject old) {
        if (!GoTypes.specOf(release).equals(GoTypes.specOf(old))) {
            return Optional.of("release resources spec cannot be updated");
        }
        if (!label(release, MetadataKeys.SNAPSHOT).equals(label(old, MetadataKeys.SNAPSHOT))) {
            return Optional.of("release snapshot label cannot be updated");
        }
        if (!label(release, MetadataKeys.RELEASE_PLAN).equals(label(old, MetadataKeys.RELEASE_PLAN))) {
            return Optional.of("release releasePlan label cannot be updated");
        }
        return Optional.empty();
    }

    private static Optional<String> admissionRefusal(DataObject admission) {
        return longItem("application name", admission.items(SPEC, "applications"))
                .or(() -> longItem("componentGroup name", admission.items(SPEC, "componentGroups")))
                .or(() -> blockLabelRefusal(admission));
    }

    private static Optional<String> blockLabelRefusal(DataObject admission) {
        return admission
                .findText("metadata", "labels", MetadataKeys.BLOCK_RELEASES)
                .filter(value -> !value.equals("true") && !value.equals("false"))
                .map(value -> "'" + MetadataKeys.BLOCK_RELEASES + "' label can only be set to true or false");
    }

    private static Optional<String> longItem(String what, List<Data> names) {
        return names.stream()
                .map(name -> name.asText().orElse(""))
                .filter(name -> NameRules.bytes(name) > LONGEST)
                .findFirst()
                .flatMap(name -> tooLong(what + " '" + name + "'", name));
    }

    private static Optional<String> tooLong(String what, String name) {
        int length = NameRules.bytes(name);
        return length > LONGEST
                ? Optional.of(what + " must be no more than 63 characters, got " + length + " characters")
                : Optional.empty();
    }

    private static String kind(DataObject object) {
        return object.findText("kind").orElse("");
    }

    private static String text(DataObject object, String... path) {
        return object.findText(path).orElse("");
    }

    private static long number(DataObject object, String field) {
        OptionalLong number = object.find(SPEC, field)
                .flatMap(Data::asNumber)
                .map(found -> found.asLong())
                .orElse(OptionalLong.empty());
        return number.orElse(0);
    }

    private static String label(DataObject object, String key) {
        return text(object, "metadata", "labels", key);
    }

    private static DataObject withLabel(DataObject object, String key, String value) {
        return object.withPath(Data.of(value), "metadata", "labels", key);
    }
}
