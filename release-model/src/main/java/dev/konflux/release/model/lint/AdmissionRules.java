package dev.konflux.release.model.lint;

import dev.konflux.release.model.Resource;
import dev.konflux.release.model.ResourceKind;
import dev.konflux.release.model.admission.Cause;
import dev.konflux.release.model.admission.Inspection;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataPath;
import dev.konflux.release.model.text.Similarity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the cluster refuses, and what it drops without a word. */
final class AdmissionRules {

    private static final Set<String> GROUPS = Arrays.stream(ResourceKind.values())
            .map(ResourceKind::group)
            .filter(group ->
                    group.endsWith("redhat.com") || group.endsWith("konflux.dev") || group.endsWith("konflux-ci.dev"))
            .collect(Collectors.toUnmodifiableSet());
    private static final int LONGEST_MESSAGE = 300;

    private AdmissionRules() {}

    static List<LintRule> all() {
        return List.of(
                KindRule.error(
                        "admission.invalid",
                        "The cluster refuses the resource.",
                        Resource.class,
                        AdmissionRules::invalid),
                KindRule.warning(
                        "admission.pruned-field",
                        "The cluster drops a field it does not know, without a word.",
                        Resource.class,
                        AdmissionRules::pruned),
                KindRule.error(
                        "admission.unknown-kind",
                        "The cluster knows no such kind or version.",
                        Resource.class,
                        AdmissionRules::unknownKind));
    }

    private static void invalid(Resource resource, Reporter report) {
        if (NotTexts.report(resource, report)) {
            return;
        }
        report.view().inspection(resource).map(Inspection::causes).orElse(List.of()).stream()
                .filter(cause ->
                        !cause.field().startsWith("status") && !cause.field().equals("<nil>"))
                .distinct()
                .forEach(cause -> refused(resource, cause, report));
    }

    private static void refused(Resource resource, Cause cause, Reporter report) {
        DataPath path = FieldText.path(resource.document(), cause.field());
        boolean placeholder = path.in(resource.document())
                .flatMap(Data::asText)
                .filter(TextRules::isPlaceholder)
                .isPresent();
        report.at(
                path, shortened(cause.message()), placeholder ? "this looks like a placeholder nobody filled in" : "");
    }

    private static String shortened(String message) {
        return message.length() <= LONGEST_MESSAGE
                ? message
                : message.substring(0, LONGEST_MESSAGE / 2) + " ... "
                        + message.substring(message.length() - LONGEST_MESSAGE / 2);
    }

    private static void pruned(Resource resource, Reporter report) {
        report.view()
                .inspection(resource)
                .ifPresent(inspection -> inspection.unknownFields().stream()
                        .filter(field -> !field.startsWith("status."))
                        .forEach(field -> pruned(resource, inspection, field, report)));
    }

    private static void pruned(Resource resource, Inspection inspection, String field, Reporter report) {
        DataPath path = FieldText.path(resource.document(), field);
        List<DataPath.Step> steps = path.steps();
        if (!steps.isEmpty() && steps.get(steps.size() - 1) instanceof DataPath.Step.Member last) {
            report.atName(
                    FieldText.parent(path),
                    last.name(),
                    "the cluster knows no field '" + last.name() + "' here and drops it",
                    FieldHints.of(inspection.kind(), path, last.name()));
        } else {
            report.at(path, "the cluster knows no such field and drops it", "");
        }
    }

    // Other services have kinds in these groups, so a kind counts as misspelt only when it is much like a known one.
    private static void unknownKind(Resource resource, Reporter report) {
        String version = resource.apiVersion();
        String group = version.contains("/") ? version.substring(0, version.indexOf('/')) : "";
        if (!GROUPS.contains(group) || report.view().inspection(resource).isPresent()) {
            return;
        }
        ResourceKind.find(resource.document())
                .ifPresentOrElse(
                        known -> report.at(
                                DataPath.of("apiVersion"),
                                "there is no version " + version + " of " + resource.kind(),
                                "use " + group + "/" + known.versions().get(0)),
                        () -> Similarity.closest(resource.kind(), kinds(group))
                                .ifPresent(kind -> report.at(
                                        DataPath.of("kind"),
                                        "there is no kind '" + resource.kind() + "' in " + group,
                                        "did you mean " + kind + "?")));
    }

    private static Set<String> kinds(String group) {
        return Arrays.stream(ResourceKind.values())
                .filter(kind -> kind.group().equals(group))
                .map(ResourceKind::kind)
                .collect(Collectors.toSet());
    }

    /** Labels and annotations that are no texts. One of them makes the cluster refuse the whole object, and its message is hard to read. */
    private static final class NotTexts {

        private NotTexts() {}

        static boolean report(Resource resource, Reporter report) {
            boolean found = false;
            for (String field : List.of("labels", "annotations")) {
                DataPath owner = DataPath.of("metadata", field);
                DataObject values =
                        owner.in(resource.document()).flatMap(Data::asObject).orElse(DataObject.empty());
                for (Map.Entry<String, Data> member : values.members().entrySet()) {
                    if (member.getValue().asText().isEmpty()
                            && !member.getValue().isNull()) {
                        found = true;
                        report.at(
                                owner.member(member.getKey()),
                                "expected a text, found the " + word(member.getValue()) + " "
                                        + shortened(member.getValue().toString())
                                        + "; the cluster refuses the whole object",
                                "put it in quotes");
                    }
                }
            }
            return found;
        }

        private static String word(Data value) {
            return value.kind().name().toLowerCase(Locale.ROOT);
        }
    }
}
