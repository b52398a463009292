package dev.konflux.release.model.lint;

import dev.konflux.release.model.Resource;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataPath;
import dev.konflux.release.model.text.Similarity;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where components go, and under which tags. */
final class MappingRules {

    private static final DataPath MAPPING = DataPath.of("spec", "data", "mapping");
    private static final DataPath COMPONENTS = MAPPING.member("components");
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*([^}]*?)\\s*\\}\\}");
    private static final Set<String> VARIABLES = Set.of(
            "timestamp",
            "release_timestamp",
            "git_sha",
            "git_short_sha",
            "digest_sha",
            "oci_version",
            "incrementer",
            "component-incrementer");
    private static final Set<String> OLD_TAG_SETTINGS =
            Set.of("addGitShaTag", "addSourceShaTag", "addTimestampTag", "defaultTag", "floatingTags");
    private static final Map<String, String> MISPLACED = Map.of(
            "tags", "data.mapping.defaults.tags, or componentTags of a component",
            "componentTags", "a component of data.mapping.components",
            "repositories", "a component of data.mapping.components",
            "repository", "a component of data.mapping.components",
            "registry_url", "repositories[].url of a component of data.mapping.components",
            "pushSourceContainer", "data.mapping.defaults, or a component",
            "public", "data.mapping.defaults, or a component");

    private MappingRules() {}

    static List<LintRule> all() {
        return List.of(
                KindRule.warning(
                        "mapping.unknown-variable",
                        "A tag uses a variable that does not exist.",
                        Resource.class,
                        MappingRules::unknownVariable),
                KindRule.warning(
                        "mapping.wrong-level",
                        "A setting of the mapping stands where nobody looks for it.",
                        Resource.class,
                        MappingRules::wrongLevel),
                KindRule.warning(
                        "mapping.ignored-tags",
                        "Tags of a component are written under a key that is no longer read.",
                        Resource.class,
                        MappingRules::ignoredTags),
                KindRule.warning(
                        "mapping.two-forms",
                        "A component has both repository and repositories.",
                        Resource.class,
                        MappingRules::twoForms),
                KindRule.warning(
                        "mapping.old-tag-settings",
                        "Tags are set the way they were before the mapping had them.",
                        Resource.class,
                        MappingRules::oldTagSettings),
                KindRule.note(
                        "mapping.repeated-component",
                        "A component is mapped twice.",
                        Resource.class,
                        MappingRules::repeatedComponent));
    }

    private static List<Data> components(Resource resource) {
        return resource.document().items("spec", "data", "mapping", "components");
    }

    private static void unknownVariable(Resource resource, Reporter report) {
        tags(MAPPING.member("defaults").member("tags"), resource, report);
        for (int i = 0; i < components(resource).size(); i++) {
            DataPath component = COMPONENTS.item(i);
            tags(component.member("tags"), resource, report);
            tags(component.member("componentTags"), resource, report);
            for (int j = 0;
                    j < components(resource).get(i).items("repositories").size();
                    j++) {
                tags(component.member("repositories").item(j).member("tags"), resource, report);
            }
        }
    }

    private static void tags(DataPath path, Resource resource, Reporter report) {
        List<Data> tags = path.in(resource.document())
                .flatMap(Data::asArray)
                .map(list -> list.items())
                .orElse(List.of());
        for (int i = 0; i < tags.size(); i++) {
            Matcher variable = VARIABLE.matcher(tags.get(i).asText().orElse(""));
            while (variable.find()) {
                report(path.item(i), variable.group(1), report);
            }
        }
    }

    private static void report(DataPath path, String variable, Reporter report) {
        if (!VARIABLES.contains(variable) && !variable.startsWith("labels.")) {
            report.at(
                    path,
                    "Substitution variable unknown or empty: " + variable,
                    Similarity.closest(variable, VARIABLES)
                            .map(known -> "did you mean {{ " + known + " }}?")
                            .orElse("known are " + VARIABLES.stream().sorted().toList() + " and labels.<name>"));
        }
    }

    private static void wrongLevel(Resource resource, Reporter report) {
        DataPath data = DataPath.of("spec", "data");
        misplaced(data, object(data, resource), report);
        misplaced(MAPPING, object(MAPPING, resource), report);
    }

    private static Optional<DataObject> object(DataPath path, Resource resource) {
        return path.in(resource.document()).flatMap(Data::asObject);
    }

    private static void misplaced(DataPath path, Optional<DataObject> object, Reporter report) {
        object.orElse(DataObject.empty()).names().stream()
                .filter(MISPLACED::containsKey)
                .forEach(name -> report.atName(
                        path, name, "nobody looks for " + name + " here", "it belongs into " + MISPLACED.get(name)));
    }

    private static void oldTagSettings(Resource resource, Reporter report) {
        DataPath images = DataPath.of("spec", "data", "images");
        object(images, resource).orElse(DataObject.empty()).names().stream()
                .filter(OLD_TAG_SETTINGS::contains)
                .forEach(name -> report.atName(
                        images,
                        name,
                        "images." + name + " is deprecated",
                        "list the tags in data.mapping.defaults.tags, {{ git_sha }} and {{ timestamp }} among them"));
    }

    private static void ignoredTags(Resource resource, Reporter report) {
        for (int i = 0; i < components(resource).size(); i++) {
            if (components(resource).get(i).find("tags").isPresent()) {
                report.atName(
                        COMPONENTS.item(i),
                        "tags",
                        "tags of a component are not read",
                        "use componentTags, or tags of one of its repositories");
            }
        }
    }

    private static void twoForms(Resource resource, Reporter report) {
        for (int i = 0; i < components(resource).size(); i++) {
            Data component = components(resource).get(i);
            if (component.find("repository").isPresent()
                    && component.find("repositories").isPresent()) {
                report.atName(
                        COMPONENTS.item(i),
                        "repository",
                        "repository and repositories stand side by side",
                        "move the one into the list of the other");
            }
        }
    }

    private static void repeatedComponent(Resource resource, Reporter report) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < components(resource).size(); i++) {
            String name = components(resource).get(i).findText("name").orElse("");
            if (!name.isEmpty() && !seen.add(name)) {
                report.at(
                        COMPONENTS.item(i).member("name"),
                        "the component '" + name + "' is mapped by an earlier entry too",
                        "give it one entry with several repositories");
            }
        }
    }
}
