package dev.konflux.release.model.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RegistryLoginsTest {

    private static final RegistryLogins LOGINS = RegistryLogins.ofDockerConfig("""
            {"auths": {
              "quay.io": {"auth": "aG9zdA=="},
              "quay.io/shop": {"username": "shop", "password": "pw"},
              "https://index.docker.io/v1/": {"auth": "aHVi"},
              "broken.example.com": {"email": "x"}}}""");

    private static String headerFor(String image) {
        return LOGINS.basicFor(ImageReference.parse(image)).orElse("none");
    }

    @Test
    void theLongestPlaceThatARepositoryLiesInDecides() {
        assertThat(headerFor("quay.io/shop/web")).isEqualTo("Basic c2hvcDpwdw==");
        assertThat(headerFor("quay.io/shopping/web")).isEqualTo("Basic aG9zdA==");
    }

    @Test
    void placesWithoutCredentialsAreAskedWithoutLogin() {
        assertThat(headerFor("broken.example.com/x/y")).isEqualTo("none");
        assertThat(headerFor("registry.example.com/x/y")).isEqualTo("none");
    }

    @Test
    void noCredentialShowsInTheText() {
        assertThat(LOGINS).hasToString("logins for [index.docker.io, quay.io, quay.io/shop]");
    }
}
