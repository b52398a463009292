package dev.konflux.release.policy.rules;

import dev.konflux.release.policy.notions.Scene;
import dev.konflux.release.policy.value.Template;
import dev.konflux.release.policy.value.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Package {@code release_data}: rules of this project, not of upstream, for the data of a release. The input has {@code data} (the merged
 * release data), {@code snapshot}, and, as far as the caller knows them, {@code collected} (what collectors found, in the form of release
 * data), {@code issues} (by id: {@code public}, {@code resolved}, {@code component}) and {@code product_security} (by product id).
 */
final class ReleaseDataRules {

    private static final List<String> PRODUCT_METADATA =
            List.of("product_id", "product_name", "product_version", "product_stream", "cpe");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");

    private ReleaseDataRules() {}

    static List<Rule> rules() {
        return List.of(
                rule(
                        "security_advisory_has_cves",
                        "A security advisory fixes a CVE",
                        "%s",
                        ReleaseDataRules::cveMismatch),
                rule(
                        "product_metadata",
                        "The product is described",
                        "The release notes have no %s",
                        ReleaseDataRules::noMetadata),
                rule(
                        "product_security",
                        "The product is known to product security",
                        "Missing Prodsec file for product %v",
                        ReleaseDataRules::noProductSecurity),
                rule("issues_public", "Fixed issues are public", "Issue %s is private", ReleaseDataRules::privateIssue),
                rule(
                        "issues_resolved",
                        "Fixed issues are resolved",
                        "Issue %s is not resolved",
                        ReleaseDataRules::unresolvedIssue),
                rule(
                        "issue_components",
                        "Trackers name components of the snapshot",
                        "Issue %s names component %q, which the snapshot lacks",
                        ReleaseDataRules::unknownTrackerComponent),
                rule(
                        "cve_components",
                        "CVEs are of components of the snapshot",
                        "%s is said to be fixed in component %q, which the snapshot lacks",
                        ReleaseDataRules::unknownCveComponent),
                rule(
                        "collected_cves",
                        "The notes mention every CVE found",
                        "%s was found for component %q, but the release notes leave it out",
                        ReleaseDataRules::cveLeftOut),
                rule("tags", "Components have valid tags", "%s", ReleaseDataRules::badTags));
    }

    private static Rule rule(String name, String title, String message, Rule.Search search) {
        return Rule.deny("release_data." + name).title(title).message(message).finds(search);
    }

    private static Value notes(Scene scene) {
        return scene.input().get("data", "releaseNotes");
    }

    private static List<Value> cves(Scene scene) {
        return notes(scene).get("cves").each();
    }

    private static void cveMismatch(Scene scene, Findings found) {
        boolean isSecurity = notes(scene).get("type").is("RHSA");
        boolean hasCves = !cves(scene).isEmpty();
        if (isSecurity && !hasCves) {
            found.add(Value.of("The advisory is an RHSA but fixes no CVE"));
        } else if (!isSecurity && hasCves) {
            found.add(Template.fill(
                    "The advisory fixes CVEs but is of type %s", notes(scene).get("type")));
        }
    }

    private static void noMetadata(Scene scene, Findings found) {
        for (String name : PRODUCT_METADATA) {
            Value value = notes(scene).get(name);
            if (!value.isDefined() || value.isNull() || value.isEmpty()) {
                found.addAbout(Value.of(name), Value.of(name));
            }
        }
    }

    private static void noProductSecurity(Scene scene, Findings found) {
        Value known = scene.input().get("product_security");
        Value ids = notes(scene).get("product_id");
        for (Value id : ids.isArray() ? ids.each() : List.of(ids)) {
            boolean isKnown = known.get(id.toString()).isTrue() || known.at(id).isTrue();
            if (known.isObject() && !isKnown) {
                found.add(id);
            }
        }
    }

    private static List<Value> fixedIssues(Scene scene) {
        return notes(scene).get("issues", "fixed").each().stream()
                .map(issue -> issue.get("id"))
                .toList();
    }

    private static void privateIssue(Scene scene, Findings found) {
        issuesThatAreNot(scene, "public", found);
    }

    private static void unresolvedIssue(Scene scene, Findings found) {
        issuesThatAreNot(scene, "resolved", found);
    }

    private static void issuesThatAreNot(Scene scene, String quality, Findings found) {
        for (Value id : fixedIssues(scene)) {
            if (scene.input().get("issues").at(id).get(quality).equals(Value.of(false))) {
                found.addAbout(id, id);
            }
        }
    }

    private static Set<Value> components(Scene scene) {
        Set<Value> names = new LinkedHashSet<>();
        scene.input().get("snapshot", "components").each().forEach(component -> names.add(component.get("name")));
        return names;
    }

    private static void unknownTrackerComponent(Scene scene, Findings found) {
        Set<Value> components = components(scene);
        for (Value id : fixedIssues(scene)) {
            Value component = scene.input().get("issues").at(id).get("component");
            if (!components.contains(component)) {
                found.addAbout(id, id, component);
            }
        }
    }

    private static void unknownCveComponent(Scene scene, Findings found) {
        Set<Value> components = components(scene);
        for (Value cve : cves(scene)) {
            if (!components.contains(cve.get("component"))) {
                found.addAbout(cve.get("key"), cve.get("key"), cve.get("component"));
            }
        }
    }

    private static void cveLeftOut(Scene scene, Findings found) {
        for (Value collected :
                scene.input().get("collected", "releaseNotes", "cves").each()) {
            boolean isMentioned = cves(scene).stream()
                    .anyMatch(cve -> cve.get("key").same(collected.get("key"))
                            && cve.get("component").same(collected.get("component")));
            if (!isMentioned) {
                found.addAbout(collected.get("key"), collected.get("key"), collected.get("component"));
            }
        }
    }

    /** Templates are only known to be valid once they are filled. */
    private static void badTags(Scene scene, Findings found) {
        Value mapping = scene.input().get("data", "mapping");
        List<Value> usual = mapping.get("defaults", "tags").each();
        for (Value component : mapping.get("components").each()) {
            List<Value> own = component.get("tags").each();
            Value name = component.get("name");
            if (own.isEmpty() && usual.isEmpty()) {
                found.saying(Template.fill("Component %q has no tag", name))
                        .about(name)
                        .report();
            }
            for (Value tag : own.isEmpty() ? usual : own) {
                if (!tag.contains("{{") && !tag.matches(TAG)) {
                    Value message = Template.fill("Component %q has the invalid tag %q", name, tag);
                    found.saying(message).about(name).report();
                }
            }
        }
    }
}
