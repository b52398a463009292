package dev.konflux.release.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.JsonReader;
import org.junit.jupiter.api.Test;

class ResourceTest {

    private static DataObject json(String text) {
        return JsonReader.create().read(text, "").asObject().orElseThrow();
    }

    @Test
    void aBuilderWritesTheDocument() {
        Release release = Release.builder()
                .namespace("dev")
                .name("r1")
                .author("ann")
                .snapshot("s1")
                .releasePlan("rp")
                .gracePeriodDays(3)
                .build();

        assertThat(release.document())
                .hasToString("{\"apiVersion\":\"appstudio.redhat.com/v1alpha1\",\"kind\":\"Release\","
                        + "\"metadata\":{\"namespace\":\"dev\",\"name\":\"r1\","
                        + "\"labels\":{\"release.appstudio.openshift.io/author\":\"ann\"}},"
                        + "\"spec\":{\"snapshot\":\"s1\",\"releasePlan\":\"rp\",\"gracePeriodDays\":3}}");
    }

    @Test
    void changingOneFieldKeepsWhatNobodyKnows() {
        DataObject document =
                json("{'kind':'ReleasePlan','x':1,'spec':{'application':'a','y':[null]}}".replace('\'', '"'));

        ReleasePlan changed =
                ReleasePlan.of(document).toBuilder().application("b").build();

        assertThat(changed.document())
                .isEqualTo(
                        json("{'kind':'ReleasePlan','x':1,'spec':{'application':'b','y':[null]}}".replace('\'', '"')));
    }

    @Test
    void fieldsOfTheWrongTypeReadAsAbsent() {
        ReleasePlanAdmission admission = ReleasePlanAdmission.of(
                json("{'metadata':'m','spec':{'applications':'app','origin':1,'pipeline':[],'data':null}}"
                        .replace('\'', '"')));

        assertThat(admission.name()).isEmpty();
        assertThat(admission.labels()).isEmpty();
        assertThat(admission.applications()).isEmpty();
        assertThat(admission.origin()).isEmpty();
        assertThat(admission.pipeline()).isEmpty();
        assertThat(admission.data()).isEqualTo(DataObject.empty());
    }

    @Test
    void aDocumentOfAnotherKindIsRefused() {
        assertThatThrownBy(() -> Release.of(json("{\"kind\":\"Snapshot\"}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a Release, found a Snapshot");
    }

    @Test
    void ofARepeatedGitParameterTheLastCountsButSingleLookUpsTakeTheFirst() {
        PipelineReference git = PipelineReference.git("u1", "main", "p.yaml");
        PipelineReference repeated =
                Pipeline.of(git).withParam("url", "ignored").pipelineRef();
        PipelineReference twice = PipelineReference.of(
                json("{'resolver':'git','params':[{'name':'url','value':'a'},{'name':'url','value':'b'}]}"
                        .replace('\'', '"')));

        assertThat(repeated.findGit()).contains(new GitReference("u1", "main", "p.yaml"));
        assertThat(twice.findGit()).contains(new GitReference("b", "", ""));
        assertThat(twice.findParam("url")).contains("a");
    }

    @Test
    void textsNameTheResourceAndNotItsContents() {
        assertThat(Release.builder()
                        .namespace("dev")
                        .generateName("r-")
                        .snapshot("secret")
                        .build())
                .hasToString("Release dev/r-*");
    }

    @Test
    void anyFieldCanBeSetAndTakenOut() {
        Snapshot snapshot = Snapshot.builder()
                .application("app")
                .component("c1", "quay.io/org/c1@sha256:00")
                .component("c2", "quay.io/org/c2@sha256:11")
                .set(Data.of(true), "spec", "artifacts", "unstableFields")
                .unset("spec", "artifacts", "unstableFields")
                .build();

        assertThat(snapshot.components()).extracting(SnapshotComponent::name).containsExactly("c1", "c2");
        assertThat(snapshot.spec().findObject("artifacts")).contains(DataObject.empty());
    }
}
