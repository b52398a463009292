package dev.konflux.release.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.JsonText;
import dev.konflux.release.model.jackson.ReleaseModelModule;
import dev.konflux.release.model.text.Dialect;
import dev.konflux.release.model.text.JsonReader;
import dev.konflux.release.model.text.YamlReader;
import dev.konflux.release.model.text.YamlWriter;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LawsOfResourcesTest {

    private static final ObjectMapper MAPPER = new ObjectMapper().registerModule(new ReleaseModelModule());

    @Provide
    Arbitrary<Data> trees() {
        Arbitrary<String> names = Arbitraries.oneOf(
                Arbitraries.of("metadata", "name", "labels", "spec", "components", "data", "params", "status"),
                Arbitraries.strings().ofMaxLength(4));
        Arbitrary<Data> leaves = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(6).map(Data::of),
                Arbitraries.longs().map(Data::of),
                Arbitraries.bigDecimals().map(Data::of),
                Arbitraries.of(true, false).map(Data::of),
                Arbitraries.just(Data.nothing()));
        return Arbitraries.recursive(
                () -> leaves,
                inner -> Arbitraries.oneOf(
                        leaves,
                        inner.list().ofMaxSize(3).map(DataArray::of),
                        Arbitraries.maps(names, inner).ofMaxSize(4).map(DataObject::of)),
                0,
                4);
    }

    @Provide
    Arbitrary<Resource> resources() {
        Arbitrary<Map<String, Data>> fields =
                Arbitraries.maps(Arbitraries.of("metadata", "spec", "status", "data", "x"), trees());
        return Arbitraries.of(ResourceKind.values())
                .flatMap(kind -> fields.map(members -> {
                    String prefix = kind.group().isEmpty() ? "" : kind.group() + "/";
                    Map<String, Data> document = new TreeMap<>(members);
                    document.put("apiVersion", Data.of(prefix + kind.versions().get(0)));
                    document.put("kind", Data.of(kind.kind()));
                    return ResourceKind.read(DataObject.of(document));
                }));
    }

    @Property(tries = 300)
    void writingAndReadingGivesTheSameResource(@ForAll("resources") Resource resource) {
        String text = JsonText.compact().write(resource.document());

        Resource again =
                ResourceKind.read(JsonReader.create().read(text, "").asObject().orElseThrow());

        assertThat(again).isEqualTo(resource).hasSameClassAs(resource).hasSameHashCodeAs(resource);
        assertThat(JsonText.compact().write(again.document())).isEqualTo(text);
    }

    /** The cluster changes some numbers when it reads them; what it has read once stays as it is. */
    @Property(tries = 200)
    void aResourceOfAnyKindIsTheSameAfterYamlInBothDialects(@ForAll("resources") Resource resource) {
        YamlReader cluster = YamlReader.of(Dialect.CLUSTER);
        Data stored = cluster.read(YamlWriter.create().write(resource.document()), "");
        String text = YamlWriter.create().write(stored);

        assertThat(cluster.read(text, "")).isEqualTo(stored);
        assertThat(YamlReader.of(Dialect.PYTHON).read(text, "")).isEqualTo(stored);
        assertThat(ResourceKind.read(stored.asObject().orElseThrow())).hasSameClassAs(resource);
    }

    @Property(tries = 300)
    void jacksonWritesAndReadsTheSameResource(@ForAll("resources") Resource resource) throws JsonProcessingException {
        String text = MAPPER.writeValueAsString(resource);

        assertThat(MAPPER.readValue(text, Resource.class)).isEqualTo(resource).hasSameClassAs(resource);
        assertThat(MAPPER.readValue(text, resource.getClass())).isEqualTo(resource);
    }

    @Test
    void jacksonRefusesAnotherKindThanDeclared() {
        assertThatThrownBy(() -> MAPPER.readValue("{\"kind\":\"Snapshot\"}", Release.class))
                .isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void jacksonKeepsTheTextOfNumbers() throws JsonProcessingException {
        String text = "{\"kind\":\"Other\",\"version\":4.10,\"big\":123456789012345678901234567890,\"exp\":1e3}";

        assertThat(MAPPER.writeValueAsString(MAPPER.readValue(text, Resource.class)))
                .isEqualTo(text);
    }

    @Test
    void aSecretNeverShowsItsValues() {
        Secret secret = Secret.builder()
                .namespace("managed")
                .name("s")
                .value("token", "hunter2")
                .build();

        assertThat(secret).hasToString("Secret managed/s");
        assertThat(secret.keys()).containsExactly("token");
        assertThat(secret.findValue("token")).contains("hunter2");
    }
}
