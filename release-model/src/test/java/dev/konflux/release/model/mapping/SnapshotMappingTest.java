package dev.konflux.release.model.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.releasedata.ReleaseData;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import dev.konflux.release.model.text.JsonReader;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SnapshotMappingTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-08-20T12:31:35.9Z"), ZoneOffset.UTC);

    private static DataObject json(String text) {
        return JsonReader.create().read(text, "").asObject().orElseThrow();
    }

    /** One image for all, built for one platform, and tags {@code v1-3} and {@code v1-1234567} in every repository. */
    private static final class OneImage implements ImageRegistry {
        @Override
        public List<ImagePlatform> platforms(String image) {
            return List.of(new ImagePlatform("linux", "amd64", "sha256:aa"));
        }

        @Override
        public DataObject manifest(String image) {
            return json("{\"config\": {\"mediaType\": \"application/vnd.oci.image.config.v1+json\"}}");
        }

        @Override
        public DataObject inspect(String image, ImagePlatform platform) {
            return json("{\"Labels\": {\"version\": \"2.0\", \"loop\": \"{{ labels.loop }}\"},"
                    + " \"Created\": \"2026-01-15T10:30:00Z\"}");
        }

        @Override
        public List<String> tags(String repository) {
            return List.of("v1-3", "v1-1234567");
        }
    }

    private static DataObject snapshot(String... names) {
        List<Data> components = new ArrayList<>();
        for (String name : names) {
            components.add(DataObject.of("name", Data.of(name), "containerImage", Data.of("quay.io/t/i@sha256:ab12")));
        }
        return DataObject.of("components", DataArray.of(components));
    }

    private static MappedSnapshot map(String mapping, DataObject snapshot) {
        ReleaseData data = ReleaseData.of(DataObject.of("mapping", json(mapping)));
        return SnapshotMapping.of(data).apply(snapshot, new OneImage(), CLOCK);
    }

    private static List<String> tags(String... templates) {
        Data repository = DataObject.of("url", Data.of("quay.io/o/r"), "tags", DataArray.ofTexts(List.of(templates)));
        DataObject mapping = DataObject.of(
                "components",
                DataArray.of(DataObject.of("name", Data.of("a"), "repositories", DataArray.of(repository))));
        return map(mapping.toString(), snapshot("a")).tags().all().stream()
                .map(MappedTag::tag)
                .toList();
    }

    @Test
    void onlyComponentsOfBothSidesSurviveCapitalsFirst() {
        MappedSnapshot mapped = map(
                "{\"components\": [{\"name\": \"b\"}, {\"name\": \"B\"}, {\"name\": \"x\"}]}", snapshot("b", "a", "B"));

        assertThat(mapped.spec().items("components"))
                .extracting(component -> component.findText("name").orElseThrow())
                .containsExactly("B", "b");
    }

    @Property(tries = 50)
    void theOrderOfTheSnapshotDoesNotMatter(@ForAll Random random) {
        List<String> names = new ArrayList<>(List.of("a", "b", "c", "D", "é"));
        String mapping =
                "{\"components\": [{\"name\": \"D\"}, {\"name\": \"é\"}, {\"name\": \"a\"}, {\"name\": \"c\"}]}";
        DataObject expected = map(mapping, snapshot("a", "b", "c", "D", "é")).spec();

        Collections.shuffle(names, random);

        assertThat(map(mapping, snapshot(names.toArray(String[]::new))).spec()).isEqualTo(expected);
    }

    @Test
    void templatesAreSortedBeforeTheyAreExpanded() {
        assertThat(tags("{{ timestamp }}", "{{ labels.version }}", "z", "latest"))
                .containsExactly("latest", "z", "2.0", "1768473000");
    }

    @Test
    void equalTagsAreKeptOnce() {
        assertThat(tags("2.0", "{{ labels.version }}")).containsExactly("2.0");
    }

    @Test
    void anIncrementerCountsTagsOfUpToSixDigits() {
        assertThat(tags("v1-{{ incrementer }}", "v2-{{ component-incrementer }}"))
                .containsExactly("v1-4", "v2-1");
    }

    @Test
    void aMissingRevisionIsTheTextNull() {
        assertThat(tags("{{ git_short_sha }}")).containsExactly("null");
    }

    @Test
    void anUnknownVariableIsNamed() {
        assertThatThrownBy(() -> tags("{{ nope }}"))
                .isInstanceOf(ReleaseDataException.class)
                .hasMessage("Substitution variable unknown or empty: nope");
    }

    @Test
    void aLabelThatNamesItselfDoesNotHang() {
        assertThatThrownBy(() -> tags("{{ labels.loop }}"))
                .isInstanceOf(ReleaseDataException.class)
                .hasMessage("the expansion of the tag {{ labels.loop }} does not come to an end");
    }

    @Test
    void theTimestampTagIsSortedIn() {
        ReleaseData data = ReleaseData.of(json("{\"mapping\": {\"components\": [{\"name\": \"a\", \"repositories\":"
                + " [{\"url\": \"registry.redhat.io/p/r\", \"tags\": [\"latest\"]}]}]}}"));

        MappedSnapshot mapped =
                SnapshotMapping.of(data).addingTimestampTag().apply(snapshot("a"), new OneImage(), CLOCK);

        assertThat(mapped.tags().all())
                .extracting(tag -> tag.repository() + ":" + tag.tag())
                .containsExactly("quay.io/redhat-prod/p----r:1768473000", "quay.io/redhat-prod/p----r:latest");
    }

    @Test
    void everyTagTellsWhereItCameFrom() {
        DataObject admission =
                json("{\"kind\": \"ReleasePlanAdmission\", \"metadata\": {\"name\": \"rpa\"}, \"spec\": {\"data\":"
                        + " {\"mapping\": {\"defaults\": {\"tags\": [\"v1\", \"{{ labels.version }}\"]}, \"components\": [{\"name\": \"a\","
                        + " \"componentTags\": [\"v1\"], \"repositories\": [{\"url\": \"quay.io/o/r\"}]}]}}}}");
        ReleaseData data = ReleaseData.merge(DataObject.empty(), DataObject.empty(), admission);

        String explanation = SnapshotMapping.of(data)
                .apply(snapshot("a"), new OneImage(), CLOCK)
                .tags()
                .explain();

        assertThat(explanation.replaceAll(" \\(\\d+:\\d+\\)", ""))
                .isEqualTo("a quay.io/o/r:v1 from 'v1' in ReleasePlanAdmission rpa: spec.data.mapping.defaults.tags[0]"
                        + " and ReleasePlanAdmission rpa: spec.data.mapping.components[0].componentTags[0]\n"
                        + "a quay.io/o/r:2.0 from '{{ labels.version }}' in ReleasePlanAdmission rpa:"
                        + " spec.data.mapping.defaults.tags[1]");
    }

    @Test
    void withoutMappingTheSnapshotStays() {
        MappedSnapshot mapped =
                SnapshotMapping.of(ReleaseData.of(DataObject.empty())).apply(snapshot("a"), new OneImage(), CLOCK);

        assertThat(mapped.isMapped()).isFalse();
        assertThat(mapped.spec()).isEqualTo(snapshot("a"));
    }

    @Test
    void aMalformedMappingIsNamedWithItsPath() {
        assertThatThrownBy(() -> map(
                        "{\"components\": [{\"name\": \"a\", \"repositories\": [{\"tags\": [1]}]}]}", snapshot("a")))
                .isInstanceOf(ReleaseDataException.class)
                .hasMessageContaining("components.a.repositories[0].tags[0]: expected a string, found number");
    }

    @Test
    void repositoryNamesTranslateBothWays() {
        assertThat(RepositoryNames.toQuay("registry.stage.redhat.io/p/r")).isEqualTo("quay.io/redhat-pending/p----r");
        assertThat(RepositoryNames.toRegistry("quay.io/rh-flatpaks-prod/p----r"))
                .isEqualTo("flatpaks.registry.redhat.io/p/r");
        assertThat(RepositoryNames.toRegistryAccess("flatpaks.registry.redhat.io/p/r"))
                .isEmpty();
        assertThat(RepositoryNames.deliveryOf("quay.io/redhat/p----i"))
                .isEqualTo(new RepositoryNames.Delivery("registry.redhat.io/p/i", "registry.access.redhat.com/p/i"));
    }
}
