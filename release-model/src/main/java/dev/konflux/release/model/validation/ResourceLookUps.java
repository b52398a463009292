package dev.konflux.release.model.validation;

import dev.konflux.release.model.ConfigMap;
import dev.konflux.release.model.EnterpriseContractPolicy;
import dev.konflux.release.model.Release;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.ReleasePlanAdmission;
import dev.konflux.release.model.ReleaseServiceConfig;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.matching.Match;
import dev.konflux.release.model.matching.Matching;

/** Looks things up among the resources at hand. */
final class ResourceLookUps implements LookUps {

    private static final String DEFAULTS_NAMESPACE = "enterprise-contract-service";
    private static final String DEFAULTS_NAME = "ec-defaults";

    private final Resources resources;
    private final Matching matching;
    private final boolean debug;

    ResourceLookUps(Resources resources) {
        this.resources = resources;
        this.matching = Matching.in(resources);
        this.debug = resources.all(ReleaseServiceConfig.class).stream().anyMatch(ReleaseServiceConfig::isDebug);
    }

    @Override
    public ReleasePlan plan(Release release) {
        return resources
                .find(ReleasePlan.class, release.namespace(), release.releasePlan())
                .orElseThrow(() -> notFound("ReleasePlan", release.releasePlan()));
    }

    @Override
    public ReleasePlanAdmission activeAdmission(Release release) {
        Match match = matching.of(plan(release));
        return match.findActive().orElseThrow(() -> LookUpException.lasting(match.message()));
    }

    @Override
    public void requireManagedResources(Release release) {
        ReleasePlanAdmission admission = activeAdmission(release);
        if (resources.find(ConfigMap.class, DEFAULTS_NAMESPACE, DEFAULTS_NAME).isEmpty()) {
            throw LookUpException.lasting("configmaps \"" + DEFAULTS_NAME + "\" not found");
        }
        if (resources
                .find(EnterpriseContractPolicy.class, admission.namespace(), admission.policy())
                .isEmpty()) {
            throw notFound("EnterpriseContractPolicy", admission.policy());
        }
        snapshot(release);
    }

    @Override
    public Snapshot snapshot(Release release) {
        return resources
                .find(Snapshot.class, release.namespace(), release.snapshot())
                .orElseThrow(() -> notFound("Snapshot", release.snapshot()));
    }

    @Override
    public boolean isDebug() {
        return debug;
    }

    /** The operator reads through a cache, which names the kind where the API server would name the plural. */
    private static LookUpException notFound(String kind, String name) {
        return LookUpException.lasting(kind + ".appstudio.redhat.com \"" + name + "\" not found");
    }
}
