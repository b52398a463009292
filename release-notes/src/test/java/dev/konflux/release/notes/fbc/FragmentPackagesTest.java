package dev.konflux.release.notes.fbc;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.releasedata.Located;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FragmentPackagesTest {

    private static final Located DATA = Located.root(
            DataObject.of("fbc", DataObject.of("allowedPackages", DataArray.ofTexts(List.of("shop", "till")))));

    @Test
    void allowedPackagesGoOut() {
        assertThatCode(() -> FragmentPackages.check(
                        DATA,
                        "v4.16",
                        Map.of("quay.io/f@sha256:1", List.of("shop"), "quay.io/f@sha256:2", List.of("till"))))
                .doesNotThrowAnyException();
    }

    @Test
    void anotherPackageIsRefused() {
        assertThatThrownBy(() -> FragmentPackages.check(DATA, "v4.16", Map.of("quay.io/f@sha256:1", List.of("bank"))))
                .isInstanceOf(ReleaseDataException.class)
                .hasMessageContaining(
                        "package 'bank' of quay.io/f@sha256:1 is not in allowedPackages, which has 'shop', 'till'");
    }

    @Test
    void aPackageComesOnceForOneVersion() {
        assertThatThrownBy(() ->
                        FragmentPackages.check(DATA, "v4.16", Map.of("quay.io/f@sha256:1", List.of("shop", "shop"))))
                .isInstanceOf(ReleaseDataException.class)
                .hasMessageContaining("package 'shop' comes twice for OpenShift v4.16: from quay.io/f@sha256:1");
    }
}
