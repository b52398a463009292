package dev.konflux.release.model.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.Position;
import org.junit.jupiter.api.Test;

class YamlReaderTest {

    private final YamlReader cluster = YamlReader.of(Dialect.CLUSTER);
    private final YamlReader python = YamlReader.of(Dialect.PYTHON);

    @Test
    void theClusterTakesOneLetterForABooleanAndPythonDoesNot() {
        assertThat(cluster.read("a: y", "")).hasToString("{\"a\":true}");
        assertThat(python.read("a: y", "")).hasToString("{\"a\":\"y\"}");
    }

    @Test
    void theClusterDropsTheZeroOfAVersionAndPythonKeepsAFraction() {
        assertThat(cluster.read("[1.0, 4.10, 1e3]", "")).hasToString("[1,4.1,1000]");
        assertThat(python.read("[1.0, 4.10, 1e3]", "")).hasToString("[1.0,4.1,\"1e3\"]");
    }

    @Test
    void datesStayTextsInBothDialects() {
        assertThat(cluster.read("2024-01-01", "")).isEqualTo(Data.of("2024-01-01"));
        assertThat(python.read("2024-01-01T10:00:00Z", "")).isEqualTo(Data.of("2024-01-01 10:00:00+00:00"));
    }

    @Test
    void onlyPythonCountsInSixties() {
        assertThat(cluster.read("12:30:45", "")).isEqualTo(Data.of("12:30:45"));
        assertThat(python.read("12:30:45", "")).isEqualTo(Data.of(45045));
    }

    @Test
    void laterKeysOverrideMergedOnesInTheClusterAndExplicitOnesAlwaysWinInPython() {
        String text = "base: &b {k: 1}\nuse:\n  k: 2\n  <<: *b\n";
        assertThat(cluster.read(text, "").find("use", "k")).contains(Data.of(1));
        assertThat(python.read(text, "").find("use", "k")).contains(Data.of(2));
    }

    @Test
    void valuesAndNamesKnowTheirPlaces() {
        Data data = cluster.read("a:\n  - b: text\n", "plan.yaml");
        Data item = data.items("a").get(0);
        assertThat(item.find("b").orElseThrow().position()).isEqualTo(new Position("plan.yaml", 2, 8));
        assertThat(item.asObject().orElseThrow().positionOfName("b")).hasToString("plan.yaml:2:5");
    }

    @Test
    void aBrokenDocumentDoesNotHideTheOthers() {
        YamlStream stream = cluster.readAll("a: 1\n---\nb: [\n---\nc: 3\n", "x.yaml");
        assertThat(stream.values()).extracting(Data::toString).containsExactly("{\"a\":1}", "{\"c\":3}");
        assertThat(stream.faults()).hasSize(1);
        assertThat(stream.faults().get(0).position().line()).isBetween(3, 5);
    }

    @Test
    void repeatedKeysAreReportedAndTheLastValueCounts() {
        YamlDocument document = cluster.readDocument("a: 1\na: 2\n", "");
        assertThat(document).isInstanceOfSatisfying(YamlDocument.Content.class, content -> {
            assertThat(content.data()).hasToString("{\"a\":2}");
            assertThat(content.duplicateKeys())
                    .extracting(DuplicateKey::toString)
                    .containsExactly("line 2: key \"a\" already set in map");
        });
    }

    @Test
    void aFaultNamesThePlaceAndTheClustersWords() {
        assertThatThrownBy(() -> cluster.read("a: 1\n b: 2\n", "x.yaml"))
                .isInstanceOfSatisfying(DataSyntaxException.class, fault -> {
                    assertThat(fault).hasMessage("x.yaml:2:3: mapping values are not allowed in this context");
                    assertThat(fault.upstreamMessage())
                            .isEqualTo("yaml: line 2: mapping values are not allowed in this context");
                });
    }

    @Test
    void limitsBoundDepthSizeAndAliases() {
        assertThatThrownBy(() -> cluster.read("[".repeat(2000), "")).isInstanceOf(DataSyntaxException.class);
        assertThatThrownBy(() -> cluster.limits(new ReadLimits(3, 5, 5)).read("abcd", ""))
                .hasMessageContaining("longer than 3");
        StringBuilder bomb = new StringBuilder("a0: &a0 [x,x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [*a%d,*a%d]%n".formatted(i, i, i - 1, i - 1));
        }
        assertThatThrownBy(() -> cluster.read(bomb.toString(), "")).hasMessageContaining("excessive aliasing");
    }

    @Test
    void tabsBetweenWordsAreBlanksForTheClusterOnly() {
        assertThat(cluster.read("a:\tx\nb: \"c:\\td:\t\"\n", "")).hasToString("{\"a\":\"x\",\"b\":\"c:\\td:\\t\"}");
        assertThatThrownBy(() -> cluster.read("a:\n\tb: 1\n", "")).hasMessageContaining("cannot start any token");
        assertThatThrownBy(() -> python.read("a:\tx\n", "")).isInstanceOf(DataSyntaxException.class);
    }

    @Test
    void jsonMayEscapeItsSlashes() {
        assertThat(YamlReader.of(Dialect.CLUSTER).read("{\"a\": \"x\\/y\\\\/\", \"b\": \"\\/\"}", "x"))
                .isEqualTo(DataObject.of("a", Data.of("x/y\\/"), "b", Data.of("/")));
    }

    @Test
    void onlyPythonKnowsEscapedSlashesOutsideOfJson() {
        String text = "a: \"\\/x\"\nb: '\\/'\n";
        assertThat(YamlReader.of(Dialect.PYTHON).read(text, "x"))
                .isEqualTo(DataObject.of("a", Data.of("/x"), "b", Data.of("\\/")));
        assertThatThrownBy(() -> YamlReader.of(Dialect.CLUSTER).read(text, "x"))
                .hasMessage("x:1:6: found unknown escape character");
    }

    @Test
    void pythonRefusesAnAnchorThatStandsTwice() {
        assertThatThrownBy(() -> YamlReader.of(Dialect.PYTHON).read("a: &x 1\nb: &x 2\n", "x"))
                .hasMessage("x:2:4: found duplicate anchor 'x'");
    }

    @Test
    void datesAreRefusedWhereTheyAreToBecomeJson() {
        assertThatThrownBy(() -> YamlReader.of(Dialect.PYTHON).refusingDates().read("a: 2024-05-06\n", "x"))
                .hasMessageContaining("Object of type date is not JSON serializable");
    }
}
