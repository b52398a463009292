package dev.konflux.release.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.konflux.release.model.Resource;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.Role;
import dev.konflux.release.model.RoleBinding;
import dev.konflux.release.model.Secret;
import dev.konflux.release.testkit.runs.Phase;
import dev.konflux.release.testkit.store.ApiException;
import dev.konflux.release.testkit.store.ObjectKey;
import dev.konflux.release.testkit.store.Selection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretsOfRunsTest {

    private final Map<Phase, List<String>> seen = new EnumMap<>(Phase.class);

    private FakeReleaseService serviceWith(Resource... more) {
        FakeReleaseService konflux = FakeReleaseService.builder()
                .runner(request -> {
                    seen.put(
                            request.phase(),
                            request.cluster().list("Secret", Selection.everything()).stream()
                                    .map(secret -> ObjectKey.of(secret).reference())
                                    .toList());
                    return PipelineResult.succeed();
                })
                .start(Resources.of(
                        Worlds.plan().tenantPipeline(Worlds.pipeline()).build(),
                        Worlds.admission().build(),
                        Worlds.policy(),
                        secret("team", "builds"),
                        secret("managed", "signing"),
                        secret("elsewhere", "vault")));
        for (Resource resource : more) {
            konflux.create(resource);
        }
        return konflux;
    }

    private static Secret secret(String namespace, String name) {
        return Secret.builder()
                .namespace(namespace)
                .name(name)
                .value("key", "value")
                .build();
    }

    private void release(FakeReleaseService konflux) {
        konflux.release(Worlds.snapshot(), Worlds.plan().build()).await();
    }

    @Test
    void aRunSeesTheSecretsOfItsOwnNamespaceAlone() {
        release(serviceWith());

        assertThat(seen.get(Phase.TENANT)).containsExactly("team/builds");
        assertThat(seen.get(Phase.MANAGED)).containsExactly("managed/signing");
    }

    @Test
    void aRoleElsewhereGrantsTheSecretsItNamesToTheAccountItIsBoundTo() {
        release(serviceWith(
                secret("elsewhere", "other"),
                Role.builder()
                        .namespace("elsewhere")
                        .name("vault-reader")
                        .readsSecrets(List.of("vault"))
                        .build(),
                RoleBinding.builder()
                        .namespace("elsewhere")
                        .name("for-releases")
                        .role("Role", "vault-reader")
                        .serviceAccount("managed", "robot")
                        .build()));

        assertThat(seen.get(Phase.TENANT)).containsExactly("team/builds");
        assertThat(seen.get(Phase.MANAGED)).containsExactly("elsewhere/vault", "managed/signing");
    }

    @Test
    void askingForAnotherSecretIsForbidden() {
        FakeReleaseService konflux = FakeReleaseService.builder()
                .runner(request -> {
                    assertThatThrownBy(() -> request.cluster().get(new ObjectKey("Secret", "team", "builds")))
                            .isInstanceOf(ApiException.class)
                            .hasMessageContaining("secrets \"builds\" is forbidden");
                    return PipelineResult.succeed();
                })
                .start(Resources.of(
                        Worlds.plan().build(), Worlds.admission().build(), Worlds.policy(), secret("team", "builds")));

        assertThat(konflux.release(Worlds.snapshot(), Worlds.plan().build())
                        .await()
                        .isReleased())
                .isTrue();
    }
}
