package dev.konflux.release.notes.content;

import static dev.konflux.release.notes.content.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.konflux.release.model.releasedata.Located;
import dev.konflux.release.notes.content.ImageLabels.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImageLabelsTest {

    private static final String IMAGE = "application/vnd.oci.image.config.v1+json";
    private static final String CHART = "application/vnd.cncf.helm.config.v1+json";
    private static final String REPOSITORY = "{'rh-registry-repo': 'registry.redhat.io/shop/web'}";

    private static List<Violation> check(String data, String mediaType, String labels, String repositories) {
        return ImageLabels.check(
                Located.root(json(data)),
                Located.root(json("{'components': [{'name': 'web', 'repositories': [" + repositories
                        + "], 'metadata': {'media_type': '" + mediaType + "', 'labels': [" + labels + "]}}]}")));
    }

    private static String label(String name, String value) {
        return "{'name': '" + name + "', 'value': '" + value + "'}";
    }

    @Test
    void anImageNamedLikeItsRepositoryIsFine() {
        String labels = label("name", "shop/web") + ", " + label("cpe", "cpe:/a:x");

        assertThat(check("{'releaseNotes': {'cpe': 'cpe:/a:x'}}", IMAGE, labels, REPOSITORY))
                .isEmpty();
    }

    @Test
    void anotherNameOrProductIsAWarningUnlessLabelsAreEnforced() {
        String labels = label("name", "web") + ", " + label("cpe", "cpe:/a:y");
        String notes = "'releaseNotes': {'cpe': 'cpe:/a:x'}";

        assertThat(check("{" + notes + "}", IMAGE, labels, REPOSITORY))
                .extracting(Violation::problem, Violation::stops)
                .containsExactly(
                        tuple("the label name is web, expected shop/web", false),
                        tuple("the label cpe is cpe:/a:y, but releaseNotes.cpe is cpe:/a:x", false));
        assertThat(check("{'enforceContainerFirstSecurityLabels': true, " + notes + "}", IMAGE, labels, REPOSITORY))
                .extracting(Violation::stops)
                .containsExactly(true, true);
    }

    @Test
    void severalRepositoriesNeedACanonicalName() {
        assertThat(check(
                        "{'releaseNotes': {'cpe': 'x'}}",
                        IMAGE,
                        label("name", "shop/web"),
                        REPOSITORY + ", " + REPOSITORY))
                .extracting(Violation::problem)
                .containsExactly("a component with several repositories needs a canonicalName");
    }

    @Test
    void aMissingCpeStopsTheReleaseInAnyCase() {
        assertThat(check("{}", IMAGE, label("name", "shop/web"), REPOSITORY))
                .singleElement()
                .satisfies(violation -> assertThat(violation.stops()).isTrue());
    }

    @Test
    void chartsHaveNoLabelsToCheck() {
        assertThat(check("{}", CHART, "", REPOSITORY)).isEmpty();
    }
}
