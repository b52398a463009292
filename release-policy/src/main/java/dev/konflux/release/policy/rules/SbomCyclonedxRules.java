package dev.konflux.release.policy.rules;

import dev.konflux.release.policy.notions.Packages;
import dev.konflux.release.policy.notions.Scene;
import dev.konflux.release.policy.value.PackageUrl;
import dev.konflux.release.policy.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Package {@code sbom_cyclonedx}: SBOMs in CycloneDX are valid and contain only what may be in the image. */
final class SbomCyclonedxRules {

    private static final String BASIC = "minimal redhat redhat_rpms redhat_security";
    private static final String DATA = "redhat redhat_rpms policy_data redhat_security";
    private static final String PROXY = "redhat policy_data redhat_security";
    private static final String EXPERIMENTAL = "hermeto:backend:experimental:";
    private static final Set<String> VERSIONS = Set.of("1.4", "1.5", "1.6");

    private SbomCyclonedxRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.deny("sbom_cyclonedx.cdx_supported_version")
                        .title("The SBOM is of a supported version")
                        .message("CycloneDX SBOM at index %d has unsupported or missing version: %s")
                        .collections(BASIC)
                        .finds(SbomCyclonedxRules::unsupportedVersion),
                valid("1.4"),
                valid("1.5"),
                valid("1.6"),
                Rule.deny("sbom_cyclonedx.allowed")
                        .title("No component is a disallowed package")
                        .message("Package is not allowed: %s")
                        .collections("redhat redhat_rpms redhat_security")
                        .finds(SbomCyclonedxRules::disallowed),
                Rule.deny("sbom_cyclonedx.disallowed_package_attributes")
                        .title("No component has a disallowed attribute")
                        .message("Package %s has the attribute %q set%s")
                        .collections(DATA)
                        .since("2024-07-31")
                        .finds(SbomCyclonedxRules::disallowedAttribute),
                Rule.deny("sbom_cyclonedx.allowed_package_external_references")
                        .title("External references are allowed ones")
                        .message("Package %s has reference %q of type %q which is not explicitly allowed%s")
                        .collections(DATA)
                        .finds(SbomCyclonedxRules::referenceNotAllowed),
                Rule.deny("sbom_cyclonedx.disallowed_package_external_references")
                        .title("No external reference is disallowed")
                        .message("Package %s has reference %q of type %q which is disallowed%s")
                        .collections(DATA)
                        .since("2024-07-31")
                        .finds(SbomCyclonedxRules::referenceDisallowed),
                Rule.deny("sbom_cyclonedx.allowed_package_sources")
                        .title("Components were fetched from allowed sources")
                        .message("Package %s fetched by Hermeto was sourced from %q which is not allowed")
                        .collections(DATA)
                        .since("2024-12-15")
                        .finds(SbomCyclonedxRules::sourceNotAllowed),
                Rule.deny("sbom_cyclonedx.allowed_proxy_urls")
                        .title("Components were fetched through allowed proxies")
                        .message(
                                "Package %s has proxy URL %q which does not match any allowed pattern for PURL type %q")
                        .collections(PROXY)
                        .since("2026-06-01")
                        .finds(SbomCyclonedxRules::proxyNotAllowed),
                Rule.deny("sbom_cyclonedx.proxy_metadata_required")
                        .title("Components tell through which proxy they were fetched")
                        .message("Package %s is missing proxy metadata (no externalReference of type \"distribution\""
                                + " with comment \"proxy URL\")")
                        .collections(PROXY)
                        .since("2026-05-13")
                        .finds(SbomCyclonedxRules::withoutProxy),
                Rule.deny("sbom_cyclonedx.experimental_hermeto_backend")
                        .title("No component was fetched by an experimental backend")
                        .message("Package %s was fetched using experimental Hermeto backend %q")
                        .collections("minimal redhat redhat_rpms")
                        .since("2026-08-01")
                        .finds(SbomCyclonedxRules::experimental));
    }

    private static Rule valid(String version) {
        return Rule.deny("sbom_cyclonedx.valid_cdx_" + version.replace('.', '_'))
                .title("The SBOM is valid CycloneDX " + version)
                .message("CycloneDX SBOM at index %d is not valid: %s")
                .collections(BASIC)
                .finds((scene, found) -> invalid(scene, version, found));
    }

    private static void unsupportedVersion(Scene scene, Findings found) {
        List<Value> sboms = scene.sboms().cyclonedx();
        for (int i = 0; i < sboms.size(); i++) {
            Value version = sboms.get(i).getOr("specVersion", Value.of("missing"));
            if (version.text().filter(VERSIONS::contains).isEmpty()) {
                found.add(Value.of(i), version);
            }
        }
    }

    private static void invalid(Scene scene, String version, Findings found) {
        List<Value> sboms = scene.sboms().cyclonedx();
        for (int i = 0; i < sboms.size(); i++) {
            if (sboms.get(i).get("specVersion").is(version)) {
                Value index = Value.of(i);
                SbomSchemas.cyclonedx(version)
                        .errors(sboms.get(i).data().orElseThrow())
                        .forEach(error -> found.add(index, Value.of(error.message())));
            }
        }
    }

    /** The package URL, else the name. */
    private static Value id(Value component) {
        return component.get("name").isDefined()
                ? component.get("purl").orElse(component.get("name"))
                : Value.UNDEFINED;
    }

    private static void disallowed(Scene scene, Findings found) {
        List<Value> disallowed = scene.ruleData("disallowed_packages").each();
        for (Value component : scene.sboms().components()) {
            if (Packages.isDisallowed(scene, component.get("purl"), disallowed)) {
                found.add(component.get("purl"));
            }
        }
    }

    private static void disallowedAttribute(Scene scene, Findings found) {
        List<Value> disallowed = scene.ruleData("disallowed_attributes").each();
        for (Value component : scene.sboms().components()) {
            for (Value property : component.get("properties").each()) {
                for (Value attribute : disallowed) {
                    Value value = property.getOrEmpty("value");
                    if (property.get("name").same(attribute.get("name"))
                            && value.same(attribute.getOrEmpty("value"))
                            && !Packages.isExcepted(scene, attribute, component.getOrEmpty("purl"))) {
                        found.finding(id(component), property.get("name"), SbomTexts.suffix(" to ", value))
                                .about(id(component))
                                .since(attribute.get("effective_on"))
                                .report();
                    }
                }
            }
        }
    }

    private static void referenceNotAllowed(Scene scene, Findings found) {
        references(scene, "allowed_external_references", false, found);
    }

    private static void referenceDisallowed(Scene scene, Findings found) {
        references(scene, "disallowed_external_references", true, found);
    }

    private static void references(Scene scene, String key, boolean matching, Findings found) {
        List<Value> rules = scene.ruleData(key).each();
        if (rules.isEmpty()) {
            return;
        }
        for (Value component : scene.sboms().components()) {
            for (Value reference : component.get("externalReferences").each()) {
                for (Value listed : rules) {
                    Value pattern = listed.getOrEmpty("url");
                    if (reference.get("type").same(listed.get("type"))
                            && SbomTexts.matches(scene, pattern, reference.getOrEmpty("url")) == matching) {
                        Value suffix = SbomTexts.suffix(" by pattern ", pattern);
                        Value id = id(component);
                        found.addAbout(id, id, reference.get("url"), reference.get("type"), suffix);
                    }
                }
            }
        }
    }

    private static List<Value> distributions(Value component) {
        return component.get("externalReferences").each().stream()
                .filter(reference -> reference.get("type").is("distribution"))
                .toList();
    }

    private static void sourceNotAllowed(Scene scene, Findings found) {
        for (Value component : scene.sboms().components()) {
            Value purl = component.get("purl");
            Optional<PackageUrl> parsed = scene.purl(purl);
            if (parsed.isPresent() && Packages.isPrefetchedComponent(component)) {
                for (Value reference : distributions(component)) {
                    Value url = reference.getOrEmpty("url");
                    if (!Packages.matchesAny(scene, url, Packages.sourcePatterns(scene, parsed.get()))) {
                        found.addAbout(purl, purl, url);
                    }
                }
            }
        }
    }

    /** The package of a component that has to be fetched through a proxy. */
    private static Optional<PackageUrl> proxied(Scene scene, Value component) {
        return scene.purl(component.get("purl"))
                .filter(purl -> Value.of(purl.type()).in(scene.ruleData("proxy_enabled_purl_types")))
                .filter(purl -> Packages.isFromRegistry(purl, component) && Packages.isPrefetchedComponent(component));
    }

    private static boolean isProxy(Value reference) {
        return reference.get("comment").is("proxy URL");
    }

    private static void proxyNotAllowed(Scene scene, Findings found) {
        for (Value component : scene.sboms().components()) {
            proxied(scene, component).ifPresent(purl -> {
                for (Value reference : distributions(component)) {
                    Value url = reference.getOrEmpty("url");
                    if (isProxy(reference) && SbomTexts.isForbiddenProxy(scene, purl, url)) {
                        Value id = component.get("purl");
                        found.addAbout(id, id, url, Value.of(purl.type()));
                    }
                }
            });
        }
    }

    private static void withoutProxy(Scene scene, Findings found) {
        for (Value component : scene.sboms().components()) {
            if (proxied(scene, component).isPresent()
                    && distributions(component).stream().noneMatch(SbomCyclonedxRules::isProxy)) {
                found.addAbout(component.get("purl"), component.get("purl"));
            }
        }
    }

    private static void experimental(Scene scene, Findings found) {
        for (Value sbom : scene.sboms().cyclonedx()) {
            for (Value annotation : sbom.get("annotations").each()) {
                List<Value> subjects = annotation.get("text").startsWith(EXPERIMENTAL)
                        ? annotation.get("subjects").each()
                        : List.of();
                for (Value component : subjects.isEmpty()
                        ? List.<Value>of()
                        : sbom.get("components").each()) {
                    if (subjects.contains(component.get("bom-ref"))) {
                        found.addAbout(id(component), id(component), annotation.get("text"));
                    }
                }
            }
        }
    }
}
