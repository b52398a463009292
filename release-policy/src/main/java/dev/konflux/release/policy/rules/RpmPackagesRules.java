package dev.konflux.release.policy.rules;

import dev.konflux.release.policy.notions.Packages;
import dev.konflux.release.policy.notions.Scene;
import dev.konflux.release.policy.notions.Task;
import dev.konflux.release.policy.value.PackageUrl;
import dev.konflux.release.policy.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Package {@code rpm_packages}: all platforms of an image have the same versions of an RPM. */
final class RpmPackagesRules {

    private RpmPackagesRules() {}

    static List<Rule> rules() {
        return List.of(Rule.deny("rpm_packages.unique_version")
                .title("An RPM has one version on all platforms")
                .message("Mismatched versions of the %q RPM were found across different arches. %s")
                .collections("redhat")
                .finds(RpmPackagesRules::mismatched));
    }

    private static void mismatched(Scene scene, Findings found) {
        if (!scene.registry().isImageIndex(scene.image())) {
            return;
        }
        versions(scene).forEach((name, platforms) -> {
            Value rpm = Value.of(name);
            boolean differs = new HashSet<>(platforms.values()).size() > 1;
            if (differs && rpm.notIn(scene.ruleData("non_unique_rpm_names"))) {
                found.addAbout(rpm, rpm, Value.of(details(platforms)));
            }
        });
    }

    private static String details(Map<String, Set<String>> platforms) {
        Map<Set<String>, Set<String>> bySet =
                platforms.keySet().stream().collect(Collectors.groupingBy(platforms::get, Collectors.toSet()));
        return bySet.entrySet().stream()
                .map(same -> detail(new TreeSet<>(same.getValue()), same.getKey()))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static String detail(Set<String> platforms, Set<String> versions) {
        String words = platforms.size() == 1 ? "Platform %s has %s." : "Platforms %s have %s.";
        return words.formatted(String.join(", ", platforms), String.join(", ", versions));
    }

    /** For each RPM the versions found on each platform. */
    private static Map<String, Map<String, Set<String>>> versions(Scene scene) {
        Map<String, Map<String, Set<String>>> versions = new TreeMap<>();
        for (Task task : scene.attestations().buildTasks()) {
            String platform = task.parameter("PLATFORM").text().orElse(null);
            if (platform == null) {
                continue;
            }
            for (Value result : task.results()) {
                if (result.get("name").is("SBOM_BLOB_URL")) {
                    Value sbom = scene.registry().parsedBlob(result.get("value"));
                    for (PackageUrl rpm : installed(scene, sbom)) {
                        versions.computeIfAbsent(rpm.name(), name -> new TreeMap<>())
                                .computeIfAbsent(platform, p -> new TreeSet<>())
                                .add(rpm.name() + "-" + rpm.version());
                    }
                }
            }
        }
        return versions;
    }

    /** Installed RPMs tell the distribution; those of a lock file, which name other platforms too, do not. */
    private static List<PackageUrl> installed(Scene scene, Value sbom) {
        return Packages.rpms(sbom).stream()
                .flatMap(purl -> scene.purl(purl).stream())
                .filter(rpm -> rpm.qualifiers().containsKey("distro"))
                .toList();
    }
}
