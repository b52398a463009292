package dev.konflux.release.collectors.builtin;

import dev.konflux.release.collectors.CollectorFailure;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an SBOM says is in an image.
 *
 * @param packages versions by package; a package is its purl without version and qualifiers or, without purl, its name (CycloneDX: group
 *     and name)
 * @param vulnerabilities ids of the vulnerabilities that the document itself lists as affecting it (CycloneDX alone can)
 */
record Sbom(SortedMap<String, Set<String>> packages, Set<String> vulnerabilities) {

    /** States of a CycloneDX analysis in which a vulnerability does no harm. */
    private static final Set<String> HARMLESS =
            Set.of("resolved", "resolved_with_pedigree", "false_positive", "not_affected");

    /**
     * Reads CycloneDX (JSON, nested components too) or SPDX 2 (JSON).
     *
     * @throws CollectorFailure when it is neither
     */
    static Sbom read(DataObject document) {
        Sbom sbom = new Sbom(new TreeMap<>(), new TreeSet<>());
        if (document.findText("bomFormat").equals(Optional.of("CycloneDX"))) {
            sbom.addComponents(document);
            sbom.addVulnerabilities(document);
        } else if (document.findText("spdxVersion")
                .filter(version -> version.startsWith("SPDX-2"))
                .isPresent()) {
            sbom.addSpdxPackages(document);
        } else {
            throw CollectorFailure.of("the SBOM is neither CycloneDX nor SPDX 2");
        }
        return sbom;
    }

    /** Documents are read with limited depth, so this ends. */
    private void addComponents(Data owner) {
        for (Data component : owner.items("components")) {
            String group = component.findText("group").orElse("");
            Optional<String> name =
                    component.findText("name").map(given -> group.isEmpty() ? given : group + "/" + given);
            add(component.findText("purl"), name, component.findText("version"));
            addComponents(component);
        }
    }

    private void addVulnerabilities(DataObject document) {
        for (Data vulnerability : document.items("vulnerabilities")) {
            boolean harmless = vulnerability
                    .findText("analysis", "state")
                    .filter(HARMLESS::contains)
                    .isPresent();
            if (!harmless) {
                vulnerability.findText("id").ifPresent(vulnerabilities::add);
            }
        }
    }

    private void addSpdxPackages(DataObject document) {
        for (Data spdxPackage : document.items("packages")) {
            Optional<String> purl = spdxPackage.items("externalRefs").stream()
                    .filter(reference -> reference.findText("referenceType").equals(Optional.of("purl")))
                    .flatMap(reference -> reference.findText("referenceLocator").stream())
                    .findFirst();
            add(purl, spdxPackage.findText("name"), spdxPackage.findText("versionInfo"));
        }
    }

    private void add(Optional<String> purl, Optional<String> name, Optional<String> version) {
        String withoutQualifiers =
                purl.map(text -> text.replaceFirst("[?#].*", "")).orElse("");
        // A scope of npm is an @, too, but encoded or behind a slash.
        int at = withoutQualifiers.lastIndexOf('@');
        boolean hasVersion = at > withoutQualifiers.lastIndexOf('/');
        String key = withoutQualifiers.isEmpty()
                ? name.orElse("")
                : hasVersion ? withoutQualifiers.substring(0, at) : withoutQualifiers;
        String found = version.orElse(hasVersion ? withoutQualifiers.substring(at + 1) : "");
        if (!key.isEmpty()) {
            packages.computeIfAbsent(key, unused -> new TreeSet<>()).add(found);
        }
    }

    /** What changed from an earlier SBOM to this one, by package: {@code {"package", "before": [...], "after": [...]}}. */
    List<DataObject> packagesChangedSince(Sbom earlier) {
        Set<String> all = new TreeSet<>(packages.keySet());
        all.addAll(earlier.packages.keySet());
        List<DataObject> changes = new ArrayList<>();
        for (String name : all) {
            Set<String> before = earlier.packages.getOrDefault(name, Set.of());
            Set<String> after = packages.getOrDefault(name, Set.of());
            if (!before.equals(after)) {
                changes.add(change(name, before, after));
            }
        }
        return changes;
    }

    private static DataObject change(String name, Set<String> before, Set<String> after) {
        return DataObject.builder()
                .put("package", name)
                .put("before", DataArray.ofTexts(before))
                .put("after", DataArray.ofTexts(after))
                .build();
    }
}
