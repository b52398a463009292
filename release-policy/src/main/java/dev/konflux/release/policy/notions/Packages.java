package dev.konflux.release.policy.notions;

import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.policy.value.ImageReference;
import dev.konflux.release.policy.value.PackageUrl;
import dev.konflux.release.policy.value.Semver;
import dev.konflux.release.policy.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What SBOMs say of packages, in either format. */
public final class Packages {

    private static final List<String> PREFETCHERS = List.of("cachi2", "hermeto");
    private static final List<Value> FOUND_BY =
            PREFETCHERS.stream().map(Packages::foundBy).toList();
    private static final Set<String> MANAGER_CATEGORIES = Set.of("PACKAGE_MANAGER", "PACKAGE-MANAGER");
    private static final Set<String> VERSION_FORMATS = Set.of("semver", "semverv");
    private static final Value BUNDLED = Value.of(DataObject.builder()
            .put("name", "cdx:npm:package:bundled")
            .put("value", "true")
            .build());

    private Packages() {}

    /** Whether a CycloneDX component was fetched by Hermeto. */
    public static boolean isPrefetchedComponent(Value component) {
        for (Value property : component.get("properties").each()) {
            if (FOUND_BY.contains(property)) {
                return true;
            }
        }
        return false;
    }

    private static Value foundBy(String name) {
        return Value.of(DataObject.builder()
                .put("name", name + ":found_by")
                .put("value", name)
                .build());
    }

    /** Whether an SPDX package was fetched by Hermeto. */
    public static boolean isPrefetchedPackage(Value pkg) {
        for (Value annotation : pkg.get("annotations").each()) {
            if (annotation.get("annotationType").is("OTHER") && isPrefetcher(annotation.get("annotator"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPrefetcher(Value annotator) {
        return PREFETCHERS.stream().anyMatch(annotator::contains);
    }

    /** The package URLs among the external references of an SPDX package. */
    public static List<Value> purls(Value pkg) {
        return purls(pkg, reference -> true);
    }

    private static List<Value> purls(Value pkg, Predicate<Value> wanted) {
        List<Value> purls = new ArrayList<>();
        for (Value reference : pkg.get("externalRefs").each()) {
            Value locator = reference.get("referenceLocator");
            if (reference.get("referenceType").is("purl") && locator.isDefined() && wanted.test(reference)) {
                purls.add(locator);
            }
        }
        return purls;
    }

    /** The first package URL of an SPDX package, or the empty text. */
    public static Value firstPurl(Value pkg) {
        return purls(pkg).stream().findFirst().orElse(Value.of(""));
    }

    /** The package URLs of all packages of an SBOM, the SPDX ones only where there are no CycloneDX ones. */
    public static List<Value> allPurls(Value sbom) {
        List<Value> components = sbom.get("components").each().stream()
                .map(component -> component.get("purl"))
                .filter(Value::isDefined)
                .toList();
        if (!components.isEmpty()) {
            return components;
        }
        List<Value> purls = new ArrayList<>();
        sbom.get("packages").each().forEach(pkg -> purls.addAll(managedPurls(pkg)));
        return purls;
    }

    /** The package URLs of an SPDX package that are said to be of a package manager. */
    public static List<Value> managedPurls(Value pkg) {
        return purls(pkg, Packages::isManaged);
    }

    private static boolean isManaged(Value reference) {
        return reference
                .get("referenceCategory")
                .text()
                .filter(MANAGER_CATEGORIES::contains)
                .isPresent();
    }

    /** Whether a package URL is one of an RPM or a module of RPMs. */
    public static boolean isRpm(Value purl) {
        return purl.startsWith("pkg:rpm/") || purl.startsWith("pkg:rpmmod/");
    }

    /** The package URLs of RPMs, the SPDX ones only where there are no CycloneDX ones. */
    public static List<Value> rpms(Value sbom) {
        List<Value> components = sbom.get("components").each().stream()
                .map(component -> component.get("purl"))
                .filter(Packages::isRpm)
                .toList();
        return components.isEmpty()
                ? sbom.get("packages").each().stream()
                        .flatMap(pkg -> managedPurls(pkg).stream())
                        .filter(Packages::isRpm)
                        .toList()
                : components;
    }

    /** The image that a package URL names by repository and digest. */
    public static Optional<Value> image(Scene scene, Value purl) {
        return scene.purl(purl)
                .filter(parsed -> parsed.type().equals("oci"))
                .flatMap(parsed ->
                        parsed.qualifier("repository_url").text().map(r -> Value.of(r + "@" + parsed.version())));
    }

    /** Whether an SBOM has the image among its packages. */
    public static boolean containsImage(Scene scene, Value sbom, ImageReference image) {
        return allPurls(sbom).stream()
                .flatMap(purl -> image(scene, purl).stream())
                .flatMap(reference -> ImageReference.parse(reference).stream())
                .anyMatch(found -> found.names(image));
    }

    /** Whether the package is one of those that rule data forbids. */
    public static boolean isDisallowed(Scene scene, Value purl, List<Value> disallowed) {
        PackageUrl wanted = disallowed.isEmpty() ? null : scene.purl(purl).orElse(null);
        return wanted != null && disallowed.stream().anyMatch(entry -> covers(scene, entry, wanted));
    }

    private static boolean covers(Scene scene, Value entry, PackageUrl wanted) {
        PackageUrl forbidden = scene.purl(entry.get("purl")).orElse(null);
        return forbidden != null
                && forbidden.type().equals(wanted.type())
                && forbidden.namespace().equals(wanted.namespace())
                && forbidden.name().equals(wanted.name())
                && isInRange(wanted.version(), entry)
                && entry.get("exceptions").each().stream()
                        .noneMatch(e -> e.get("subpath").is(wanted.subpath()));
    }

    private static boolean isInRange(String text, Value entry) {
        Semver version = Semver.parse(withoutV(text)).orElse(null);
        Value min = entry.get("min");
        Value max = entry.get("max");
        boolean hasMin = min.isDefined() && !min.is("");
        boolean hasMax = max.isDefined() && !max.is("");
        return version != null
                && entry.get("format").text().filter(VERSION_FORMATS::contains).isPresent()
                && (hasMin || hasMax)
                && (!hasMin || bound(min).filter(b -> version.compareTo(b) >= 0).isPresent())
                && (!hasMax || bound(max).filter(b -> version.compareTo(b) <= 0).isPresent());
    }

    private static Optional<Semver> bound(Value text) {
        return text.text().map(Packages::withoutV).flatMap(Semver::parse);
    }

    /** The version without a leading {@code v}. */
    public static String withoutV(String version) {
        return version.startsWith("v") ? version.substring(1) : version;
    }

    /** Whether a package comes from the registry of its type: from no url of its own, not bundled in another, not a local Go module. */
    public static boolean isFromRegistry(PackageUrl purl, Value pkg) {
        return !purl.qualifiers().containsKey("download_url")
                && !purl.qualifiers().containsKey("vcs_url")
                && !isBundled(pkg)
                && !(purl.type().equals("golang") && purl.version().isEmpty());
    }

    private static boolean isBundled(Value pkg) {
        return pkg.get("properties").each().contains(BUNDLED)
                || pkg.get("annotations").each().stream()
                        .filter(annotation -> annotation.get("annotationType").is("OTHER"))
                        .anyMatch(annotation -> annotation.get("comment").json().equals(BUNDLED));
    }

    /** Whether an exception lets the package have the attribute that is forbidden. */
    public static boolean isExcepted(Scene scene, Value disallowed, Value purl) {
        PackageUrl parsed = scene.purl(purl).orElse(null);
        return parsed != null
                && disallowed.get("except_when").each().stream().anyMatch(exception -> {
                    Value value = parsed.qualifier(
                            exception.get("purl_qualifier").text().orElse(""));
                    return matchesAny(scene, value, exception.get("patterns"));
                });
    }

    /** Whether one of the patterns matches the text. */
    public static boolean matchesAny(Scene scene, Value text, Value patterns) {
        return patterns.each().stream().anyMatch(pattern -> scene.patterns().find(pattern, text));
    }

    /** The patterns that rule data allows for a type of package; none for a type it does not name. */
    public static Value sourcePatterns(Scene scene, PackageUrl purl) {
        Value found = Value.UNDEFINED;
        for (Value entry : scene.ruleData("allowed_package_sources").each()) {
            Value patterns = entry.get("patterns");
            if (entry.get("type").is(purl.type()) && patterns.isDefined()) {
                Ambiguity.refuse(found.data().orElse(null), patterns.data().orElseThrow(), "patterns");
                found = patterns;
            }
        }
        return found;
    }
}
