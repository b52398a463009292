package dev.konflux.release.model.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReferenceTest {

    private static final String DIGEST = "sha256:" + "0f".repeat(32);

    @Test
    void aPullSpecHasHostRepositoryTagAndDigest() {
        ImageReference reference = ImageReference.parse("localhost:5000/shop/web:1.4.0@" + DIGEST);

        assertThat(reference).isEqualTo(new ImageReference("localhost:5000", "shop/web", "1.4.0", DIGEST));
        assertThat(reference.version()).isEqualTo(DIGEST);
    }

    @Test
    void aNameWithoutHostIsOneOfDockerHub() {
        assertThat(ImageReference.parse("ubi9")).isEqualTo(new ImageReference("docker.io", "library/ubi9", "", ""));
    }

    @Test
    void withoutTagAndDigestTheLatestIsMeant() {
        assertThat(ImageReference.parse("quay.io/shop/web").version()).isEqualTo("latest");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "quay.io/",
                "quay.io/../web",
                "quay.io//web",
                "quay.io/shop/web@sha256:ff",
                "quay.io/shop/web@md5:ff",
                "quay.io/shop/web:a b",
                "quay.io/shop/web?x=1",
                "quay.io/shop/web#x",
                "user:password@quay.io/shop/web",
                "https://quay.io/shop/web"
            })
    void whatIsNoPullSpecIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageReference.parse(text))
                .withMessageStartingWith("not a reference to an image");
    }

    @Property
    void anyTextIsReadOrRefused(@ForAll String text) {
        try {
            ImageReference reference = ImageReference.parse(text);
            assertThat(ImageReference.parse(reference.toString())).isEqualTo(reference);
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageStartingWith("not a reference to an image");
        }
    }
}
