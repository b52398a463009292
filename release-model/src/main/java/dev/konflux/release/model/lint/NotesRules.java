package dev.konflux.release.model.lint;

import dev.konflux.release.model.ComponentMapping;
import dev.konflux.release.model.FixedCve;
import dev.konflux.release.model.Release;
import dev.konflux.release.model.ReleaseNotes;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.ReleasePlanAdmission;
import dev.konflux.release.model.Resource;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataPath;
import dev.konflux.release.model.text.Similarity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Release notes that contradict themselves. */
final class NotesRules {

    private static final DataPath NOTES = DataPath.of("spec", "data", "releaseNotes");

    private NotesRules() {}

    static List<LintRule> all() {
        return List.of(
                KindRule.warning(
                        "notes.security-without-cve",
                        "A security advisory names no vulnerability.",
                        Release.class,
                        NotesRules::securityWithoutCve),
                KindRule.warning(
                        "notes.cve-without-security",
                        "An advisory that is no security advisory names vulnerabilities.",
                        Resource.class,
                        NotesRules::cveWithoutSecurity),
                KindRule.error(
                        "notes.cve-without-component",
                        "A vulnerability names no component.",
                        Resource.class,
                        NotesRules::cveWithoutComponent),
                KindRule.warning(
                        "notes.cve-of-unmapped-component",
                        "A vulnerability names a component the admission does not map.",
                        Release.class,
                        NotesRules::cveOfUnmappedComponent),
                KindRule.warning(
                        "notes.version-is-a-number",
                        "A product version is a number, so its last zero is lost.",
                        ReleasePlanAdmission.class,
                        NotesRules::versionIsANumber));
    }

    private static ReleaseNotes notes(Resource resource) {
        return ReleaseNotes.in(resource.spec().findObject("data").orElse(DataObject.empty()));
    }

    private static void securityWithoutCve(Release release, Reporter report) {
        ReleaseNotes notes = release.releaseNotes();
        boolean security = notes.type().filter("RHSA"::equals).isPresent();
        boolean collected =
                plan(release, report).flatMap(ReleasePlan::collectors).isPresent();
        if (security && notes.cves().isEmpty() && !collected) {
            report.at(
                    NOTES.member("type"),
                    "expected at least one entry in cves beside the type RHSA, found none",
                    "list the vulnerabilities with their components, or use RHBA or RHEA");
        }
    }

    private static Optional<ReleasePlan> plan(Release release, Reporter report) {
        return report.view().resources().find(ReleasePlan.class, release.namespace(), release.releasePlan());
    }

    private static void cveWithoutSecurity(Resource resource, Reporter report) {
        ReleaseNotes notes = notes(resource);
        notes.type()
                .filter(type -> type.equals("RHBA") || type.equals("RHEA"))
                .filter(type -> !notes.cves().isEmpty())
                .ifPresent(type -> report.at(
                        NOTES.member("type"),
                        "expected RHSA beside " + notes.cves().size() + " entries in cves, found " + type,
                        "use RHSA, or remove the vulnerabilities"));
    }

    private static void cveWithoutComponent(Resource resource, Reporter report) {
        List<FixedCve> cves = notes(resource).cves();
        for (int i = 0; i < cves.size(); i++) {
            if (cves.get(i).component().isEmpty()) {
                report.at(
                        NOTES.member("cves").item(i),
                        "expected the component that " + cves.get(i).key() + " is fixed in, found none",
                        "add component; look for an invisible character before it if it is there");
            }
        }
    }

    private static void cveOfUnmappedComponent(Release release, Reporter report) {
        Set<String> mapped = plan(release, report)
                .flatMap(plan -> report.view().matching().of(plan).findMatching())
                .map(admission -> names(admission))
                .orElse(Set.of());
        List<FixedCve> cves = release.releaseNotes().cves();
        for (int i = 0; i < cves.size() && !mapped.isEmpty(); i++) {
            String component = cves.get(i).component();
            if (!component.isEmpty() && !mapped.contains(component)) {
                report.at(
                        NOTES.member("cves").item(i).member("component"),
                        "the admission maps no component '" + component + "', so "
                                + cves.get(i).key() + " will not be in the advisory",
                        Similarity.closest(component, mapped)
                                .map(name -> "did you mean '" + name + "'?")
                                .orElse("map the component, or correct its name"));
            }
        }
    }

    private static Set<String> names(ReleasePlanAdmission admission) {
        return admission.mapping().components().stream()
                .map(ComponentMapping::name)
                .collect(Collectors.toSet());
    }

    private static void versionIsANumber(ReleasePlanAdmission admission, Reporter report) {
        DataPath path = NOTES.member("product_version");
        path.in(admission.document())
                .flatMap(Data::asNumber)
                .map(DataNumber::text)
                .ifPresent(text -> report.at(
                        path,
                        "expected a text, found the number " + text + "; written without quotes, 4.10 becomes 4.1",
                        "put the version in quotes"));
    }
}
