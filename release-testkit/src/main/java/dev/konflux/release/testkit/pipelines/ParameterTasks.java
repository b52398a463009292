package dev.konflux.release.testkit.pipelines;

import com.google.common.collect.ImmutableMap;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.releasedata.TaskParameters;
import java.util.Map;

/** Tasks that pick the parameters of later tasks from the release data and the cluster. */
final class ParameterTasks {

    static final String COSIGN_SECRET = "sign.cosignSecretName";
    static final String POLICY_WORKERS = "conforma.workerCount";
    static final String PYXIS_SERVER = "pyxis.server";

    private static final Map<String, String> OF_TASKS = ImmutableMap.of(
            POLICY_WORKERS, "4", "sign.configMapName", "", COSIGN_SECRET, "", PYXIS_SERVER, "production");
    private static final Map<String, String> OF_ATLAS =
            ImmutableMap.of("atlas.server", "", "atlas.atlas-sso-secret-name", "");

    /** What Konflux tells every namespace about its cluster. */
    private static final String CLUSTER_CONFIG = "konflux-info/cluster-config";

    private ParameterTasks() {}

    /** Each value becomes a result that is called as its path. */
    static Archive collectTaskParams(TaskDesk desk) {
        return pick(OF_TASKS, desk);
    }

    static Archive collectTpaParams(TaskDesk desk) {
        return pick(OF_ATLAS, desk);
    }

    private static Archive pick(Map<String, String> defaults, TaskDesk desk) {
        TaskParameters parameters = TaskParameters.of(desk.data());
        defaults.forEach((key, absent) -> tell(key, parameters.orElse("." + key, absent), desk));
        return desk.archive();
    }

    /** Whether and how images are signed without a key; a cluster that does not say signs none so. */
    static Archive collectSigningParams(TaskDesk desk) {
        DataObject config = desk.input().configMapAt(CLUSTER_CONFIG);
        String isEnabled = config.findText("enableKeylessSigning").orElse("");
        tell("enableKeylessSigning", isEnabled.isEmpty() ? "false" : isEnabled, desk);
        tell("defaultOIDCIssuer", config.findText("defaultOIDCIssuer").orElse(""), desk);
        return desk.archive();
    }

    /** Which Secret has the token that makes repositories public; none where no repository is to be public. */
    static Archive collectRegistryTokenSecret(TaskDesk desk) {
        Data mapping = desk.data().find("mapping").orElse(DataObject.empty());
        boolean isNeeded = RepositoryVisibility.isPublicByDefault(mapping)
                || mapping.items("components").stream()
                        .anyMatch(component -> RepositoryVisibility.isPublic(component, mapping));
        if (!isNeeded) {
            desk.log("no repository is to be public");
        }
        String secret = isNeeded
                ? desk.dataText("mapping", "registrySecret")
                        .orElseThrow(
                                () -> new TaskFailure(
                                        "repositories are to be public, but mapping.registrySecret is missing in the release data"))
                : "";
        tell("registrySecret", secret.strip(), desk);
        return desk.archive();
    }

    private static void tell(String name, String value, TaskDesk desk) {
        desk.result(name, value);
        desk.log(name + " = " + (value.isEmpty() ? "not set" : Data.of(value)));
    }
}
