package dev.konflux.release.policy.rules;

import dev.konflux.release.policy.notions.Packages;
import dev.konflux.release.policy.notions.Scene;
import dev.konflux.release.policy.value.ImageReference;
import dev.konflux.release.policy.value.PackageUrl;
import dev.konflux.release.policy.value.Value;
import java.util.List;

/** Package {@code sbom_spdx}: SBOMs in SPDX are valid and contain only what may be in the image. */
final class SbomSpdxRules {

    private static final String DATA = "redhat redhat_rpms policy_data redhat_security";
    private static final String PROXY = "redhat policy_data redhat_security";
    private static final String EXPERIMENTAL = "hermeto:backend:experimental:";

    private SbomSpdxRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.deny("sbom_spdx.valid")
                        .title("The SBOM is valid SPDX 2.3")
                        .message("SPDX SBOM at index %d is not valid: %s")
                        .collections("minimal redhat redhat_rpms redhat_security")
                        .finds(SbomSpdxRules::invalid),
                Rule.deny("sbom_spdx.contains_packages")
                        .title("The SBOM has packages")
                        .message("The list of packages is empty")
                        .collections("redhat_security")
                        .finds((scene, found) -> empty(scene, "packages", found)),
                Rule.deny("sbom_spdx.allowed")
                        .title("No package is disallowed")
                        .message("Package is not allowed: %s")
                        .collections("redhat redhat_rpms redhat_security")
                        .finds(SbomSpdxRules::disallowed),
                Rule.deny("sbom_spdx.allowed_package_external_references")
                        .title("External references are allowed ones")
                        .message("Package %s has reference %q of type %q which is not explicitly allowed%s")
                        .collections(DATA)
                        .finds((scene, found) -> references(scene, "allowed_external_references", false, found)),
                Rule.deny("sbom_spdx.disallowed_package_external_references")
                        .title("No external reference is disallowed")
                        .message("Package %s has reference %q of type %q which is disallowed%s")
                        .collections(DATA)
                        .since("2024-07-31")
                        .finds((scene, found) -> references(scene, "disallowed_external_references", true, found)),
                Rule.deny("sbom_spdx.contains_files")
                        .title("The SBOM has files")
                        .message("The list of files is empty")
                        .collections("redhat_security")
                        .finds((scene, found) -> empty(scene, "files", found)),
                Rule.deny("sbom_spdx.matches_image")
                        .title("The SBOM is about the image")
                        .message("Image digest in the SBOM, %q, is not as expected, %q")
                        .collections("redhat_security")
                        .finds(SbomSpdxRules::otherImage),
                Rule.deny("sbom_spdx.allowed_package_sources")
                        .title("Packages were fetched from allowed sources")
                        .message("Package %s fetched by Hermeto was sourced from %q which is not allowed")
                        .collections(DATA)
                        .since("2025-02-17")
                        .finds(SbomSpdxRules::sourceNotAllowed),
                Rule.deny("sbom_spdx.disallowed_package_attributes")
                        .title("No package has a disallowed attribute")
                        .message("Package %s has the attribute %q set%s")
                        .collections(DATA)
                        .since("2025-02-04")
                        .finds(SbomSpdxRules::disallowedAttribute),
                Rule.deny("sbom_spdx.allowed_proxy_urls")
                        .title("Packages were fetched through allowed proxies")
                        .message(
                                "Package %s has proxy URL %q which does not match any allowed pattern for PURL type %q")
                        .collections(PROXY)
                        .since("2026-06-01")
                        .finds(SbomSpdxRules::proxyNotAllowed),
                Rule.deny("sbom_spdx.proxy_metadata_required")
                        .title("Packages tell through which proxy they were fetched")
                        .message("Package %s is missing proxy metadata (sourceInfo is empty or missing)")
                        .collections(PROXY)
                        .since("2026-05-13")
                        .finds(SbomSpdxRules::withoutProxy),
                Rule.deny("sbom_spdx.experimental_hermeto_backend")
                        .title("No package was fetched by an experimental backend")
                        .message("Package %s was fetched using experimental Hermeto backend %q")
                        .collections("minimal redhat redhat_rpms")
                        .since("2026-08-01")
                        .finds(SbomSpdxRules::experimental));
    }

    private static void invalid(Scene scene, Findings found) {
        List<Value> sboms = scene.sboms().spdx();
        for (int i = 0; i < sboms.size(); i++) {
            Value index = Value.of(i);
            DataCheck.document(sboms.get(i))
                    .ifPresent(document -> SbomSchemas.spdx()
                            .errors(document)
                            .forEach(error -> found.add(index, Value.of(error.message()))));
        }
    }

    private static void empty(Scene scene, String member, Findings found) {
        if (scene.sboms().spdx().stream().anyMatch(sbom -> sbom.get(member).isEmpty())) {
            found.add();
        }
    }

    private static void disallowed(Scene scene, Findings found) {
        List<Value> disallowed = scene.ruleData("disallowed_packages").each();
        for (Value pkg : scene.sboms().packages()) {
            for (Value purl : Packages.purls(pkg)) {
                if (Packages.isDisallowed(scene, purl, disallowed)) {
                    found.add(purl);
                }
            }
        }
    }

    private static void references(Scene scene, String key, boolean matching, Findings found) {
        List<Value> rules = scene.ruleData(key).each();
        if (rules.isEmpty()) {
            return;
        }
        for (Value pkg : scene.sboms().packages()) {
            for (Value reference : pkg.get("externalRefs").each()) {
                for (Value listed : rules) {
                    Value type = reference.get("referenceType");
                    Value pattern = listed.getOrEmpty("url");
                    Value locator = reference.getOrEmpty("referenceLocator");
                    if (type.same(listed.get("type")) && SbomTexts.matches(scene, pattern, locator) == matching) {
                        Value suffix = SbomTexts.suffix(" by pattern ", pattern);
                        found.add(pkg.get("name"), reference.get("referenceLocator"), type, suffix);
                    }
                }
            }
        }
    }

    private static void otherImage(Scene scene, Findings found) {
        Value expected = ImageReference.digestOf(scene.image());
        for (Value sbom : scene.sboms().spdx()) {
            Value digest = ImageReference.digestOf(sbom.get("name"));
            if (digest.differs(expected)) {
                found.add(digest, expected);
            }
        }
    }

    private static void sourceNotAllowed(Scene scene, Findings found) {
        for (Value pkg : scene.sboms().packages()) {
            for (Value purl : Packages.isPrefetchedPackage(pkg) ? Packages.purls(pkg) : List.<Value>of()) {
                PackageUrl parsed = scene.purl(purl).orElse(null);
                Value url = parsed == null ? Value.UNDEFINED : parsed.qualifier("download_url");
                if (parsed != null
                        && url.isDefined()
                        && !Packages.matchesAny(scene, url, Packages.sourcePatterns(scene, parsed))) {
                    found.addAbout(purl, purl, url);
                }
            }
        }
    }

    private static void disallowedAttribute(Scene scene, Findings found) {
        for (Value pkg : scene.sboms().packages()) {
            for (Value annotation : pkg.get("annotations").each()) {
                Value property = annotation.get("comment").json();
                for (Value attribute : scene.ruleData("disallowed_attributes").each()) {
                    if (property.get("name").same(attribute.get("name"))
                            && property.getOrEmpty("value").same(attribute.getOrEmpty("value"))
                            && !Packages.isExcepted(scene, attribute, Packages.firstPurl(pkg))) {
                        reportAttribute(pkg, property, attribute, found);
                    }
                }
            }
        }
    }

    /** Once for each external reference of whatever type. */
    private static void reportAttribute(Value pkg, Value property, Value attribute, Findings found) {
        Value suffix = SbomTexts.suffix(" to ", property.getOrEmpty("value"));
        for (Value reference : pkg.get("externalRefs").each()) {
            Value id = pkg.get("name").isDefined()
                    ? reference.getOr("referenceLocator", pkg.get("name"))
                    : Value.UNDEFINED;
            found.finding(id, property.get("name"), suffix)
                    .about(id)
                    .since(attribute.get("effective_on"))
                    .report();
        }
    }

    /** The package URLs of a package that have to be fetched through a proxy. */
    private static List<Value> proxied(Scene scene, Value pkg) {
        if (!Packages.isPrefetchedPackage(pkg)) {
            return List.of();
        }
        return Packages.purls(pkg).stream()
                .filter(purl -> scene.purl(purl)
                        .filter(parsed -> Value.of(parsed.type()).in(scene.ruleData("proxy_enabled_purl_types")))
                        .filter(parsed -> Packages.isFromRegistry(parsed, pkg))
                        .isPresent())
                .toList();
    }

    private static void proxyNotAllowed(Scene scene, Findings found) {
        for (Value pkg : scene.sboms().packages()) {
            for (Value purl : proxied(scene, pkg)) {
                PackageUrl parsed = scene.purl(purl).orElseThrow();
                for (Value url : pkg.getOrEmpty("sourceInfo").split(";")) {
                    if (!url.is("") && SbomTexts.isForbiddenProxy(scene, parsed, url)) {
                        found.addAbout(purl, purl, url, Value.of(parsed.type()));
                    }
                }
            }
        }
    }

    private static void withoutProxy(Scene scene, Findings found) {
        for (Value pkg : scene.sboms().packages()) {
            if (pkg.getOrEmpty("sourceInfo").is("")) {
                proxied(scene, pkg).forEach(purl -> found.addAbout(purl, purl));
            }
        }
    }

    private static void experimental(Scene scene, Findings found) {
        for (Value pkg : scene.sboms().packages()) {
            Value purl = Packages.firstPurl(pkg);
            Value id = purl.is("") ? pkg.get("name") : purl;
            for (Value annotation : pkg.get("annotations").each()) {
                Value comment = annotation.get("comment");
                if (annotation.get("annotator").is("Tool: hermeto:backend") && comment.startsWith(EXPERIMENTAL)) {
                    found.addAbout(id, id, comment);
                }
            }
        }
    }
}
