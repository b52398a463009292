package dev.konflux.release.collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretTest {

    @Test
    void valuesAreDecoded() {
        assertThat(Secret.encoded("s", Map.of("email", "YUBiLmM=")).text("email"))
                .contains("a@b.c");
    }

    @Test
    void itsTextShowsOnlyTheKeys() {
        assertThat(Secret.ofText("s", Map.of("apitoken", "hush"))).hasToString("Secret s with [apitoken]");
    }

    @Test
    void aValueThatIsNoBase64IsNamedAndNotShown() {
        Secret secret = Secret.encoded("s", Map.of("email", "a"));

        assertThatThrownBy(() -> secret.text("email"))
                .isInstanceOf(CollectorFailure.class)
                .hasMessage("secret s: the value of 'email' is not base64");
    }
}
