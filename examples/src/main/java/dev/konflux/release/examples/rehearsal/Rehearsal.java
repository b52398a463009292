package dev.konflux.release.examples.rehearsal;

import dev.konflux.release.model.Finding;
import dev.konflux.release.model.Resource;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.JsonText;
import dev.konflux.release.model.lint.Lint;
import dev.konflux.release.model.mapping.MappedSnapshot;
import dev.konflux.release.model.mapping.SnapshotMapping;
import dev.konflux.release.model.releasedata.CollectedSnapshot;
import dev.konflux.release.model.releasedata.ReleaseData;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells what a real release of a folder of documents would do, from the findings to the advisory. */
public final class Rehearsal {

    /** The rehearsal's present: fixed, so that its output is always the same. */
    private static final Instant NOW = Instant.parse("2026-11-20T15:00:00Z");

    private static final int MISUSE = 2;

    private final Resources resources;
    private final World world;
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final List<Section> sections = new ArrayList<>();

    private Rehearsal(Resources resources, World world) {
        this.resources = resources;
        this.world = world;
    }

    /** {@code rehearse FOLDER [--release NAME] [--json] [--color auto|always|never]}. */
    public static void main(String... arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        try {
            Options options = Options.parse(arguments);
            out.print(output(options));
            out.flush();
        } catch (Options.Misuse misuse) {
            System.err.println(misuse.getMessage() + "\n\n" + Options.USAGE);
            System.exit(MISUSE);
        }
    }

    static String output(Options options) throws IOException {
        Resources resources = Resources.read(options.folder());
        Rehearsal rehearsal = new Rehearsal(resources, World.around(options.folder()));
        List<Section> sections = rehearsal.sections(options.release());
        return options.json() ? json(sections) : new SectionPrinter(coloured(options)).print(sections);
    }

    private static boolean coloured(Options options) {
        return switch (options.colour()) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> Terminal.isThere();
        };
    }

    private static String json(List<Section> sections) {
        DataObject.Builder all = DataObject.builder();
        sections.forEach(section -> all.put(section.key(), section.data()));
        return JsonText.compact().indented(2).write(all.build()) + "\n";
    }

    private List<Section> sections(Optional<String> release) throws IOException {
        sections.add(FindingsSection.of(findings(), resources.all().size()));
        sections.add(MatchSection.of(resources));
        Optional<Candidate> candidate = Candidate.choose(resources, release);
        if (candidate.isPresent()) {
            rehearse(candidate.get());
        } else {
            sections.add(Section.builder("release", "Release")
                    .row(Cell.faint("no Release in this folder has its plan and its Snapshot here as well"))
                    .build());
        }
        return sections;
    }

    private List<Finding> findings() {
        return Lint.standard().check(resources).findings();
    }

    private void rehearse(Candidate candidate) throws IOException {
        PolicySection.Verdict verdict = PolicySection.of(resources, candidate, world, NOW);
        sections.add(verdict.section());
        CollectorsSection.Collected collected = collect(candidate);
        sections.add(collected.section());
        Section advisory;
        try {
            ReleaseData data = ReleaseData.merge(
                    collected.results(),
                    candidate.release().document(),
                    candidate.plan().document(),
                    candidate.admission().map(Resource::document).orElse(DataObject.empty()));
            MappedSnapshot mapped = SnapshotMapping.of(data)
                    .apply(CollectedSnapshot.of(candidate.snapshot()).spec(), new WorldRegistry(world), clock);
            sections.add(TagsSection.of(mapped));
            advisory = candidate
                    .admission()
                    .map(admission -> AdvisorySection.of(data, mapped, admission.origin(), world, clock))
                    .orElseGet(() -> AdvisorySection.none("none: " + candidate.whyNoAdmission()));
        } catch (ReleaseDataException e) {
            sections.add(TagsSection.failed(String.valueOf(e.getMessage())));
            advisory = AdvisorySection.none("none: the release fails before");
        }
        sections.add(PhasesSection.of(resources, candidate, verdict.passes(), collected.results(), NOW));
        sections.add(advisory);
    }

    private CollectorsSection.Collected collect(Candidate candidate) throws IOException {
        Path scratch = Files.createTempDirectory("rehearsal");
        try {
            return new CollectorsSection(resources, candidate, world).run(scratch);
        } finally {
            Scratch.delete(scratch);
        }
    }
}
