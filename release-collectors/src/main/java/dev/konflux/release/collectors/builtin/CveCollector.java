package dev.konflux.release.collectors.builtin;

import dev.konflux.release.collectors.Collector;
import dev.konflux.release.collectors.CollectorContext;
import dev.konflux.release.collectors.CollectorFailure;
import dev.konflux.release.collectors.CollectorParameter;
import dev.konflux.release.collectors.git.GitEntry;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * CVE ids in the authors and messages of the commits of every component since the previous Release. The parameters {@code from}, {@code match}
 * and {@code fixes} are this library's; without them all is as upstream does it.
 */
public final class CveCollector implements Collector {

    /** For {@link java.util.ServiceLoader}. */
    public CveCollector() {}

    @Override
    public String type() {
        return "cve";
    }

    @Override
    public List<CollectorParameter> parameters() {
        return List.of(
                CollectorParameter.optional("secretName", "Secret with ssh keys of private repositories.")
                        .letter('s'),
                CollectorParameter.optional("from", "Revision to begin after where no previous one is known."),
                CollectorParameter.optional("match", "'anywhere', or 'words' for whole ids that stand alone."),
                CollectorParameter.optional(
                        "fixes", "'all', or 'standing' to leave out what a later commit reverted."));
    }

    @Override
    public Data collect(CollectorContext context) {
        ComponentHistory history = ComponentHistory.of(context);
        ReleaseSnapshot current = ReleaseSnapshot.current(context);
        Optional<ReleaseSnapshot> previous = ReleaseSnapshot.previous(context);
        CveIds ids = CveIds.of(context.parameter("match").orElse("anywhere"));
        List<DataObject> cves = new ArrayList<>();
        for (String name : current.componentNames()) {
            Component component = current.findComponent(name).orElseThrow();
            Optional<Component> earlier = previous.flatMap(snapshot -> snapshot.findComponent(name));
            Predicate<GitEntry> counts = countingFixes(context);
            history.read(earlier, component, Optional.empty(), false, entry -> {
                if (counts.test(entry)) {
                    ids.in(entry.author()).forEach(id -> cves.add(Notes.cve(id, name)));
                    ids.in(entry.message()).forEach(id -> cves.add(Notes.cve(id, name)));
                }
            });
        }
        return Notes.cves(cves);
    }

    private static Predicate<GitEntry> countingFixes(CollectorContext context) {
        String fixes = context.parameter("fixes").orElse("all");
        return switch (fixes) {
            case "all" -> entry -> true;
            case "standing" -> new RevertedCommits()::stands;
            default -> throw CollectorFailure.of("Error: fixes must be 'all' or 'standing', found '" + fixes + "'");
        };
    }
}
