package dev.konflux.release.notes.advisory;

import dev.konflux.release.model.releasedata.Located;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** How many of a Snapshot's repositories belong to which environment. */
record MappedRepositories(int pending, int production, int elsewhere) {

    // searched anywhere, so a mirror's path counts too
    private static final Pattern PENDING = Pattern.compile("quay\\.io/(redhat-pending|rh-flatpaks-stage)/");
    private static final Pattern PRODUCTION = Pattern.compile("quay\\.io/(redhat-prod|rh-flatpaks-prod)/");

    static MappedRepositories in(Located snapshot) {
        int pending = 0;
        int production = 0;
        int elsewhere = 0;
        Optional<Located> components = snapshot.findTrue("components");
        for (Located component : components.map(Located::items).orElse(List.of())) {
            Optional<Located> repositories = component.findTrue("repositories");
            for (Located repository : repositories.map(Located::items).orElse(List.of())) {
                String url = repository.findTrue("url").map(Located::text).orElse("");
                boolean isPending = PENDING.matcher(url).find();
                boolean isProduction = PRODUCTION.matcher(url).find();
                pending += isPending ? 1 : 0;
                production += isProduction ? 1 : 0;
                elsewhere += isPending || isProduction || url.isEmpty() ? 0 : 1;
            }
        }
        return new MappedRepositories(pending, production, elsewhere);
    }

    ReleaseEnvironment environment() {
        if (pending > 0 && production > 0) {
            throw new ReleaseDataException("cannot publish to both redhat-pending and redhat-prod repositories");
        }
        if (elsewhere > 0 || pending + production == 0) {
            throw new ReleaseDataException("you must publish to either redhat-pending or redhat-prod repositories");
        }
        return pending > 0 ? ReleaseEnvironment.STAGE : ReleaseEnvironment.PRODUCTION;
    }
}
