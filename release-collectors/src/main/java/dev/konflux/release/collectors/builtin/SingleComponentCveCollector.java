package dev.konflux.release.collectors.builtin;

import dev.konflux.release.collectors.Collector;
import dev.konflux.release.collectors.CollectorContext;
import dev.konflux.release.collectors.CollectorParameter;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.List;

/** CVE ids in the messages of the commits of the one component that the Snapshot was made for. */
public final class SingleComponentCveCollector implements Collector {

    /** For {@link java.util.ServiceLoader}. */
    public SingleComponentCveCollector() {}

    @Override
    public String type() {
        return "single-component-cve";
    }

    @Override
    public List<CollectorParameter> parameters() {
        return List.of(CollectorParameter.optional("secretName", "Secret with ssh keys of private repositories.")
                .letter('s'));
    }

    @Override
    public Data collect(CollectorContext context) {
        List<DataObject> cves = SingleComponent.commits(context)
                .map(commits -> CveIds.ANYWHERE.in(commits.text()).stream()
                        .map(id -> Notes.cve(id, commits.component()))
                        .toList())
                .orElse(List.of());
        return Notes.cves(cves);
    }
}
