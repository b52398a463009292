package dev.konflux.release.notes.released;

import static dev.konflux.release.notes.content.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.notes.content.ContentType;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PublishedRowsTest {

    @Property
    void whatIsPublishedIsNeverNew(@ForAll("images") List<Data> rows) {
        assertThat(PublishedRows.of(ContentType.IMAGE, rows).unpublished(rows)).isEmpty();
    }

    @Property
    void filteringTwiceIsFilteringOnce(@ForAll("images") List<Data> rows, @ForAll("images") List<Data> published) {
        PublishedRows earlier = PublishedRows.of(ContentType.IMAGE, published);
        List<Data> once = earlier.unpublished(rows);

        assertThat(earlier.unpublished(once)).isEqualTo(once);
    }

    @Provide
    Arbitrary<List<Data>> images() {
        Arbitrary<String> name = Arbitraries.of("a", "b", "c");
        Arbitrary<Data> image = Combinators.combine(name, name)
                .as((digest, tag) -> json("{'containerImage': 'r/i@" + digest + "', 'tags': ['" + tag + "']}"));
        return image.list().ofMaxSize(6);
    }

    @Test
    void theOrderOfTagsMatters() {
        DataObject published = json("{'containerImage': 'i', 'tags': ['a', 'b'], 'repository': 'r'}");
        DataObject turned = json("{'containerImage': 'i', 'tags': ['b', 'a'], 'repository': 'r'}");

        assertThat(PublishedRows.of(ContentType.IMAGE, List.of(published)).unpublished(List.of(turned)))
                .containsExactly(turned);
    }

    @Test
    void aFileSignedAgainIsTheSameFile() {
        DataObject published = json("{'purl': 'pkg:generic/a@1?filename=f&checksum=old'}");
        DataObject signedAgain = json("{'purl': 'pkg:generic/a@1?filename=f&checksum=new'}");

        assertThat(PublishedRows.of(ContentType.BINARY, List.of(published)).unpublished(List.of(signedAgain)))
                .isEmpty();
        assertThat(PublishedRows.of(ContentType.RPM, List.of(published)).unpublished(List.of(signedAgain)))
                .containsExactly(signedAgain);
    }

    @Test
    void aComponentIsReleasedOnceARepositoryHoldsItUnderAllTags() {
        DataObject snapshot = json("""
                {'components': [{'name': 'a', 'containerImage': 'a', 'repositories': [{'url': 'r', 'tags': ['1', '2']}]}]}""");

        assertThat(RegistryFilter.of(snapshot, reference -> Optional.of("sha256:1"))
                        .skipsRelease())
                .isTrue();
        assertThat(RegistryFilter.of(
                                snapshot, reference -> Optional.of(reference.endsWith("2") ? "sha256:2" : "sha256:1"))
                        .snapshot())
                .isEqualTo(snapshot);
    }
}
