package dev.konflux.release.policy.value;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NamesTest {

    @Test
    void anImageReferenceIsTakenApartAndPutTogether() {
        ImageReference image =
                ImageReference.parse(" registry.local:5000/a/b:1@sha256:12 ").orElseThrow();
        assertThat(image).isEqualTo(new ImageReference("registry.local:5000/a/b", "1", "sha256:12"));
        assertThat(image.written()).contains("registry.local:5000/a/b:1@sha256:12");
    }

    @Test
    void aNameWithoutPathIsNoImageReference() {
        assertThat(ImageReference.parse("ubuntu")).isEmpty();
        assertThat(ImageReference.parse("a/b:c:d")).isEmpty();
        assertThat(ImageReference.parse("")).isEmpty();
    }

    @Test
    void imagesAreTheSameByDigestWhateverTheirTag() {
        ImageReference one = new ImageReference("a/b", "1", "sha256:12");
        assertThat(one.names(new ImageReference("a/b", "2", "sha256:12"))).isTrue();
        assertThat(one.names(new ImageReference("a/b", "1", ""))).isFalse();
        assertThat(one.withDigest("").names(one.withDigest(""))).isTrue();
    }

    @Test
    void aPackageUrlIsNormalisedByItsType() {
        PackageUrl purl = PackageUrl.parse("pkg:GitHub/Konflux-CI/Release%20X@v1.0?vcs_url=git%2Bhttps&empty=#/docs/")
                .orElseThrow();
        assertThat(purl.type()).isEqualTo("github");
        assertThat(purl.namespace()).isEqualTo("konflux-ci");
        assertThat(purl.name()).isEqualTo("release x");
        assertThat(purl.version()).isEqualTo("v1.0");
        assertThat(purl.qualifiers()).containsOnlyKeys("vcs_url").containsEntry("vcs_url", "git+https");
        assertThat(purl.subpath()).isEqualTo("docs");
    }

    @Test
    void aQualifierStandsOnceAndItsPlusIsABlank() {
        assertThat(PackageUrl.parse("pkg:npm/a?b=1&B=2")).isEmpty();
        assertThat(PackageUrl.parse("pkg:npm/a?b=1+2").orElseThrow().qualifiers())
                .containsEntry("b", "1 2");
    }

    @Test
    void aPackageUrlNeedsTypeAndName() {
        assertThat(PackageUrl.parse("pkg:npm")).isEmpty();
        assertThat(PackageUrl.parse("pkg:npm/")).isEmpty();
        assertThat(PackageUrl.parse("npm/left-pad")).isEmpty();
        assertThat(PackageUrl.parse("pkg:npm/left-pad@%zz")).isEmpty();
    }

    @Test
    void aPreReleaseComesBeforeItsRelease() {
        Semver alpha = Semver.parse("1.0.0-alpha.2").orElseThrow();
        assertThat(alpha).isLessThan(Semver.parse("1.0.0-alpha.10").orElseThrow());
        assertThat(alpha).isLessThan(Semver.parse("1.0.0+build").orElseThrow());
        assertThat(Semver.parse("v1.0.0")).isEmpty();
        assertThat(Semver.parse("1.0")).isEmpty();
    }

    @Test
    void aStarCrossesEverySeparator() {
        Patterns patterns = new Patterns();
        assertThat(patterns.glob("oci://quay.io/*", "oci://quay.io/a/b:1")).isTrue();
        assertThat(patterns.glob("git+https://{a,b}.example/?[0-9]", "git+https://b.example/x7"))
                .isTrue();
        assertThat(patterns.glob("oci://quay.io/a", "oci://quay.io/a:1")).isFalse();
    }

    @Property
    void noTextMakesTheReadersFail(@ForAll String text) {
        assertThat(PackageUrl.parse(text)).isNotNull();
        assertThat(PackageUrl.parse("pkg:npm/" + text)).isNotNull();
        assertThat(ImageReference.parse(text)).isNotNull();
        assertThat(Semver.parse(text)).isNotNull();
        assertThat(new Patterns().glob(text, text)).isIn(true, false);
        assertThat(Instants.parse(Value.of(text))).isNotNull();
    }
}
