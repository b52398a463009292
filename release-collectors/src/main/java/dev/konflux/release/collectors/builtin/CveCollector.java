package dev.konflux.release.collectors.builtin;

import dev.konflux.release.collectors.Collector;
import dev.konflux.release.collectors.CollectorContext;
import dev.konflux.release.collectors.CollectorParameter;
import dev.konflux.release.collectors.git.GitEntry;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** CVE ids in the authors and messages of the commits of every component since the previous Release. */
public final class CveCollector implements Collector {

    /** For {@link java.util.ServiceLoader}. */
    public CveCollector() {}

    @Override
    public String type() {
        return "cve";
    }

    @Override
    public List<CollectorParameter> parameters() {
        return List.of(CollectorParameter.optional("secretName", "Secret with ssh keys of private repositories.")
                .letter('s'));
    }

    @Override
    public Data collect(CollectorContext context) {
        ComponentHistory history = ComponentHistory.of(context);
        ReleaseSnapshot current = ReleaseSnapshot.current(context);
        Optional<ReleaseSnapshot> previous = ReleaseSnapshot.previous(context);
        List<DataObject> cves = new ArrayList<>();
        for (String name : current.componentNames()) {
            Component component = current.findComponent(name).orElseThrow();
            Optional<Component> earlier = previous.flatMap(snapshot -> snapshot.findComponent(name));
            for (GitEntry entry : history.since(earlier, component, Optional.empty(), false)) {
                CveIds.in(entry.author() + "\n" + entry.message()).forEach(id -> cves.add(Notes.cve(id, name)));
            }
        }
        return Notes.cves(cves);
    }
}
