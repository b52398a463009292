package dev.konflux.release.notes.pyxis;

import static dev.konflux.release.notes.content.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.konflux.release.model.data.DataObject;
import org.junit.jupiter.api.Test;

class PyxisPublicationTest {

    private static final DataObject SNAPSHOT =
            json("{'components': [{'name': 'c', 'repositories': [{'url': 'quay.io/redhat-prod/p----r'}]}]}");

    @Test
    void aRepositoryIsPublishedWhenItsRecordAsksForIt() {
        PyxisPublication publication = PyxisPublication.plan(
                DataObject.empty(),
                SNAPSHOT,
                repository -> json("{'_id': '1', 'publish_on_push': true, 'requires_terms': false}"));

        assertThat(publication.changes())
                .containsExactly(new PyxisPublication.Change(
                        "1", json("{'published': true, 'source_container_image_enabled': true}")));
        assertThat(publication.pages())
                .containsExactly(
                        new PyxisPublication.Page("c", "https://catalog.redhat.com/software/containers/p/r/1"));
        assertThat(publication.openRepositories()).containsExactly("p/r");
    }

    @Test
    void skippingLeavesTheCatalogAsItIs() {
        PyxisPublication publication = PyxisPublication.plan(
                json("{'pyxis': {'skipRepoPublishing': true}}"),
                SNAPSHOT,
                repository -> json("{'_id': '1', 'publish_on_push': true}"));

        assertThat(publication.changes()).isEmpty();
        assertThat(publication.pages()).isEmpty();
    }

    @Test
    void anUnknownRepositoryStopsTheRelease() {
        assertThatThrownBy(() -> PyxisPublication.plan(DataObject.empty(), SNAPSHOT, repository -> DataObject.empty()))
                .hasMessage("Unable to get Container Repository object id from Pyxis");
    }
}
