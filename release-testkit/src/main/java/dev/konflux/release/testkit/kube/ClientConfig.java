package dev.konflux.release.testkit.kube;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.YamlWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What a client needs to reach a server; named as fabric8's {@code ConfigBuilder} names it.
 *
 * <pre>{@code
 * new ConfigBuilder().withMasterUrl(config.masterUrl()).withCaCertData(config.caCertData())
 *         .withOauthToken(config.oauthToken()).withNamespace(config.namespace()).build()
 * }</pre>
 *
 * @param masterUrl the address, without a final slash
 * @param caCertData the certificate to trust as PEM; empty without TLS
 * @param oauthToken the bearer token; empty without users
 * @param namespace where objects are when nothing is said
 */
public record ClientConfig(String masterUrl, String caCertData, String oauthToken, String namespace) {

    /** The same access as another user. */
    public ClientConfig withToken(String token) {
        return new ClientConfig(masterUrl, caCertData, token, namespace);
    }

    /** The same access with another namespace where nothing is said. */
    public ClientConfig in(String other) {
        return new ClientConfig(masterUrl, caCertData, oauthToken, other);
    }

    /** The text of a kubeconfig file. It holds the token. */
    public String kubeconfig() {
        DataObject.Builder cluster = DataObject.builder().put("server", masterUrl);
        if (!caCertData.isEmpty()) {
            cluster.put(
                    "certificate-authority-data",
                    Base64.getEncoder().encodeToString(caCertData.getBytes(StandardCharsets.UTF_8)));
        }
        DataObject user = oauthToken.isEmpty() ? DataObject.empty() : DataObject.of("token", Data.of(oauthToken));
        DataObject context = DataObject.builder()
                .put("cluster", "release-testkit")
                .put("user", "release-testkit")
                .put("namespace", namespace)
                .build();
        return YamlWriter.create()
                .write(DataObject.builder()
                        .put("apiVersion", "v1")
                        .put("kind", "Config")
                        .put("clusters", entry("cluster", cluster.build()))
                        .put("users", entry("user", user))
                        .put("contexts", entry("context", context))
                        .put("current-context", "release-testkit")
                        .build());
    }

    private static DataArray entry(String name, DataObject value) {
        return DataArray.of(DataObject.of("name", Data.of("release-testkit"), name, value));
    }

    /** Without the token. */
    @Override
    public String toString() {
        return masterUrl + " in " + namespace;
    }
}
