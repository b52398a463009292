package dev.konflux.release.examples.rehearsal;

import dev.konflux.release.model.Finding;
import dev.konflux.release.model.Severity;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.mapping.MappedSnapshot;
import dev.konflux.release.model.releasedata.ReleaseData;
import dev.konflux.release.notes.advisory.AdvisoryRepository;
import dev.konflux.release.notes.advisory.PublishedAdvisory;
import dev.konflux.release.notes.preview.AdvisoryPreview;
import dev.konflux.release.notes.preview.AdvisorySurroundings;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The advisory of the release as YAML. */
final class AdvisorySection {

    private static final String KEY = "advisory";
    private static final String TITLE = "Advisory";

    private AdvisorySection() {}

    static Section of(ReleaseData data, MappedSnapshot mapped, String origin, World world, Clock clock) {
        AdvisoryPreview preview = AdvisoryPreview.of(data, mapped.spec(), origin, surroundings(world, clock));
        Section.Builder section = Section.builder(KEY, TITLE);
        String verdict = preview.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        section.row(
                preview.verdict() == AdvisoryPreview.Verdict.FAILS ? Cell.bad(verdict) : Cell.good(verdict),
                Cell.plain(preview.type().orElse("")),
                Cell.plain(preview.severity().orElse("")));
        preview.findings().forEach(finding -> show(finding, section));
        preview.yaml().ifPresent(section::lines);
        return section.build(DataObject.builder()
                .put("verdict", verdict)
                .put("yaml", preview.yaml().orElse(""))
                .put(
                        "findings",
                        DataArray.ofTexts(preview.findings().stream()
                                .map(Finding::toString)
                                .toList()))
                .build());
    }

    static Section none(String why) {
        return Section.builder(KEY, TITLE).row(Cell.faint(why)).build(DataObject.of("verdict", Data.of(why)));
    }

    private static void show(Finding finding, Section.Builder section) {
        String path = finding.path().isEmpty() ? "" : finding.path() + ": ";
        Cell severity = finding.severity() == Severity.ERROR
                ? Cell.bad(finding.severity().word())
                : Cell.warning(finding.severity().word());
        section.row(severity, Cell.plain(path + finding.message()));
    }

    private static AdvisorySurroundings surroundings(World world, Clock clock) {
        WorldRegistry registry = new WorldRegistry(world);
        return AdvisorySurroundings.of(registry::platforms, new NoAdvisoriesYet(), clock)
                .flaws(cve -> flaw(world, cve))
                .signing(DataObject.of("SIG_KEY_NAME", Data.of("shop-release-key")))
                .build();
    }

    private static Optional<Data> flaw(World world, String cve) {
        return world.impact(cve)
                .map(impact -> DataObject.of(
                        "results",
                        DataArray.of(DataObject.of("impact", Data.of(impact), "embargoed", Data.of(false)))));
    }

    /** The rehearsal's repository of advisories: nothing was published yet. */
    private static final class NoAdvisoriesYet implements AdvisoryRepository {

        @Override
        public String gitUrl() {
            return "https://gitlab.example.com/releng/advisories.git";
        }

        @Override
        public List<PublishedAdvisory> newestFirst(String origin) {
            return List.of();
        }

        @Override
        public boolean hasNumber(String year, String number) {
            return false;
        }
    }
}
