package dev.konflux.release.testkit.kube;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.testkit.kube.CommandLine.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What scripts do with Python's client, with the results that were recorded against a real API server. */
class PythonClientTest {

    private static final String PROGRAM = System.getProperty("testkit.python", "python3");
    private static final String SCRIPT = """
            import kubernetes
            from kubernetes import client, config, watch
            config.load_kube_config("config")
            api = client.CustomObjectsApi()
            where = ("appstudio.redhat.com", "v1alpha1", "dev", "releases")
            body = {"apiVersion": "appstudio.redhat.com/v1alpha1", "kind": "Release", "metadata": {"name": "rel"},
                    "spec": {"releasePlan": "rp", "snapshot": "snap"}}
            print(api.create_namespaced_custom_object(*where, body)["metadata"]["generation"])
            try:
                api.create_namespaced_custom_object(*where, body)
            except client.ApiException as e:
                print(e.status, e.reason)
            print([r["metadata"]["name"] for r in api.list_namespaced_custom_object(*where)["items"]])
            found = api.get_namespaced_custom_object(*where, "rel")
            found["status"] = {"automated": True}
            print(api.replace_namespaced_custom_object_status(*where, "rel", found)["status"])
            for event in watch.Watch().stream(api.list_namespaced_custom_object, *where, timeout_seconds=20):
                print(event["type"], event["object"]["metadata"]["name"])
                break
            print(api.delete_namespaced_custom_object(*where, "rel")["status"])
            core = client.CoreV1Api()
            core.create_namespaced_config_map("dev", client.V1ConfigMap(metadata=client.V1ObjectMeta(name="cm"), data={"k": "v"}))
            print(core.patch_namespaced_config_map("cm", "dev", {"data": {"l": "w"}}).data)
            """;

    @TempDir
    private Path folder;

    @Test
    void runsTheUsualCalls() throws IOException {
        CommandLine shell = new CommandLine(folder);
        shell.require("Python's package kubernetes is not installed", PROGRAM, "-c", "import kubernetes");
        try (KubernetesApi api = KubernetesApi.serve(Stores.withNamespaces("dev"))) {
            shell.write("config", api.config().in("dev").kubeconfig());

            Outcome outcome = shell.run(
                    Map.of(), PROGRAM, shell.write("script.py", SCRIPT).toString());

            assertThat(outcome.output()).isEqualTo("""
                            1
                            409 Conflict
                            ['rel']
                            {'automated': True}
                            ADDED rel
                            Success
                            {'k': 'v', 'l': 'w'}
                            """);
        }
    }
}
