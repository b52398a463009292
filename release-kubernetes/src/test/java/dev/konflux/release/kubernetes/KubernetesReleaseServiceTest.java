package dev.konflux.release.kubernetes;

import dev.konflux.release.model.ReleaseService;
import dev.konflux.release.testkit.kube.KubernetesApi;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import org.junit.jupiter.api.AfterEach;

/** The contract, through a client and the API server's protocol. */
class KubernetesReleaseServiceTest extends ReleaseServiceContract {

    private final KubernetesApi api = konflux.serve();
    private final KubernetesClient client = new KubernetesClientBuilder()
            .withConfig(new ConfigBuilder(Config.empty())
                    .withMasterUrl(api.config().masterUrl())
                    .build())
            .build();

    @AfterEach
    void disconnect() {
        client.close();
        api.close();
    }

    @Override
    ReleaseService service() {
        return KubernetesReleaseService.of(client);
    }
}
