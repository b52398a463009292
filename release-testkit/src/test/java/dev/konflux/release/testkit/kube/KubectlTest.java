package dev.konflux.release.testkit.kube;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.testkit.kube.CommandLine.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do with kubectl, with the outputs that were recorded against a real API server. */
class KubectlTest {

    private static final String PLAN = """
            apiVersion: appstudio.redhat.com/v1alpha1
            kind: ReleasePlan
            metadata:
              name: rp
              namespace: dev
            spec:
              application: app
              target: managed
            """;
    private static final String RELEASE = """
            apiVersion: appstudio.redhat.com/v1alpha1
            kind: Release
            metadata:
              name: rel
              namespace: dev
            spec:
              releasePlan: rp
              snapshot: snap
            """;

    @TempDir
    private Path folder;

    private CommandLine shell;
    private KubernetesApi api;

    @BeforeEach
    void serve() throws IOException {
        shell = new CommandLine(folder);
        shell.require("kubectl is not installed (Debian: kubernetes-client)", "kubectl", "version", "--client");
        api = KubernetesApi.serve(Stores.withNamespaces("dev"));
        shell.write("config", api.config().in("dev").kubeconfig());
    }

    @AfterEach
    void close() {
        if (api != null) {
            api.close();
        }
    }

    private Outcome kubectl(String... arguments) throws IOException {
        Map<String, String> environment =
                Map.of("KUBECONFIG", folder.resolve("config").toString());
        return shell.run(environment, CommandLine.with("kubectl", arguments));
    }

    private String output(String... arguments) throws IOException {
        Outcome outcome = kubectl(arguments);
        assertThat(outcome.exit()).as(outcome.output()).isZero();
        return outcome.output();
    }

    @Test
    void appliesDiffsAndRefuses() throws IOException {
        Path plan = shell.write("rp.yaml", PLAN);

        assertThat(output("apply", "-f", plan.toString())).isEqualTo("releaseplan.appstudio.redhat.com/rp created\n");
        assertThat(output("apply", "-f", plan.toString())).isEqualTo("releaseplan.appstudio.redhat.com/rp unchanged\n");
        shell.write("rp.yaml", PLAN.replace("managed", "elsewhere"));
        assertThat(output("apply", "-f", plan.toString()))
                .isEqualTo("releaseplan.appstudio.redhat.com/rp configured\n");
        shell.write("rp.yaml", PLAN + "  odd: 1\n");
        assertThat(kubectl("apply", "-f", plan.toString()).output())
                .contains("strict decoding error: unknown field \"spec.odd\"");
    }

    @Test
    void appliesOnTheServerWithConflicts() throws IOException {
        Path plan = shell.write("rp.yaml", PLAN);
        output("apply", "--server-side", "-f", plan.toString());
        shell.write("rp.yaml", PLAN.replace("managed", "elsewhere"));

        Outcome refused = kubectl("apply", "--server-side", "--field-manager=other", "-f", plan.toString());

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.output()).contains("Apply failed with 1 conflict: conflict with \"kubectl\": .spec.target");
        assertThat(output(
                        "apply", "--server-side", "--force-conflicts", "--field-manager=other", "-f", plan.toString()))
                .isEqualTo("releaseplan.appstudio.redhat.com/rp serverside-applied\n");
    }

    @Test
    void showsTables() throws IOException {
        output("create", "-f", shell.write("rp.yaml", PLAN).toString());
        output("create", "-f", shell.write("rel.yaml", RELEASE).toString());

        assertThat(output("get", "rp")
                        .lines()
                        .map(line -> line.replaceAll(" +", " ").strip()))
                .containsExactly("NAME APPLICATION COMPONENTGROUP TARGET", "rp app managed");
        assertThat(output("get", "releases").lines().findFirst().orElse("").replaceAll(" +", " "))
                .isEqualTo("NAME SNAPSHOT RELEASEPLAN RELEASE STATUS AGE");
        assertThat(output("get", "rel", "-o", "name")).isEqualTo("release.appstudio.redhat.com/rel\n");
    }

    @Test
    void explainsLabelsPatchesWaitsAndDeletes() throws IOException {
        output("create", "-f", shell.write("rel.yaml", RELEASE).toString());

        assertThat(output("explain", "release.spec.snapshot")).contains("FIELD: snapshot <string>");
        assertThat(output("label", "release", "rel", "a=b")).isEqualTo("release.appstudio.redhat.com/rel labeled\n");
        assertThat(output(
                        "patch",
                        "release",
                        "rel",
                        "--subresource=status",
                        "--type=merge",
                        "-p",
                        "{\"status\":{\"automated\":true}}"))
                .isEqualTo("release.appstudio.redhat.com/rel patched\n");
        assertThat(output("wait", "--for=jsonpath={.status.automated}=true", "release/rel", "--timeout=20s"))
                .isEqualTo("release.appstudio.redhat.com/rel condition met\n");
        assertThat(output("auth", "can-i", "create", "releases.appstudio.redhat.com"))
                .isEqualTo("yes\n");
        assertThat(output("delete", "release", "rel")).startsWith("release.appstudio.redhat.com \"rel\" deleted");
        assertThat(kubectl("get", "release", "rel").output())
                .isEqualTo("Error from server (NotFound): releases.appstudio.redhat.com \"rel\" not found\n");
    }
}
