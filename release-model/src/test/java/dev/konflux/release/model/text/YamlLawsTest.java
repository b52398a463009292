package dev.konflux.release.model.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class YamlLawsTest {

    private static final List<String> FRAGMENTS = List.of(
            "a",
            "b: ",
            ": ",
            "- ",
            "\n",
            "\n  ",
            "\n    ",
            "{",
            "}",
            "[",
            "]",
            ",",
            "\"",
            "'",
            "|",
            ">",
            "|-\n",
            "&x ",
            "*x",
            "<<: ",
            "? ",
            "!!str ",
            "!!int ",
            "!foo ",
            "---\n",
            "...\n",
            "%YAML 1.1\n",
            "#",
            " # c\n",
            "\t",
            "12",
            "1_0",
            "0o7",
            "0x",
            "1e400",
            ".inf",
            "yes",
            "~",
            "null",
            "2024-01-01",
            "\u0085",
            "\u2028",
            "\uFEFF",
            "\u0000",
            "\\x4",
            "\\",
            "@",
            "`",
            "\uD83D\uDE00",
            "\r",
            "`");

    @Property(tries = 400)
    void whatIsWrittenReadsBackEqualInBothDialects(@ForAll("trees") Data data) {
        String text = YamlWriter.create().write(data);

        assertThat(YamlReader.of(Dialect.CLUSTER).read(text, "")).isEqualTo(data);
        assertThat(YamlReader.of(Dialect.PYTHON).read(text, "")).isEqualTo(data);
    }

    @Property(tries = 200)
    void aStreamOfWrittenDocumentsIsReadAsThoseDocuments(@ForAll("trees") Data first, @ForAll("trees") Data second) {
        List<Data> documents = List.of(DataObject.of("a", first), DataObject.of("b", second));
        String text = YamlWriter.create().writeAll(documents);

        assertThat(YamlReader.of(Dialect.CLUSTER).readAll(text, "").values()).isEqualTo(documents);
        assertThat(YamlReader.of(Dialect.PYTHON).readAll(text, "").values()).isEqualTo(documents);
    }

    @Property(tries = 300, maxDiscardRatio = 20)
    void jsonReadsAsYaml(@ForAll("trees") Data data) {
        String json = data.toString();
        // Control characters may stand in JSON, but not in YAML.
        Assume.that(json.codePoints().allMatch(c -> c > Character.MAX_VALUE || PlainText.isPrintable((char) c)));

        assertThat(YamlReader.of(Dialect.CLUSTER).read(json, "")).isEqualTo(data);
    }

    @Property(tries = 2000)
    void anyTextIsReadOrRefusedWithItsPlace(@ForAll("fragments") String text) {
        for (Dialect dialect : Dialect.values()) {
            YamlReader reader = YamlReader.of(dialect);
            assertThatCode(() -> reader.readAll(text, "x")).doesNotThrowAnyException();
            if (reader.readDocument(text, "x") instanceof YamlDocument.Broken broken) {
                assertThat(broken.fault().position().isKnown()).isTrue();
            }
        }
    }

    @Provide
    Arbitrary<String> fragments() {
        return Arbitraries.of(FRAGMENTS).list().ofMaxSize(30).map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<Data> trees() {
        return tree(3);
    }

    private static Arbitrary<Data> tree(int depth) {
        Arbitrary<Data> leaves = Arbitraries.frequencyOf(
                Tuple.of(6, texts().map(Data::of)),
                Tuple.of(2, Arbitraries.longs().map(Data::of)),
                Tuple.of(1, fractions()),
                Tuple.of(1, Arbitraries.of(Data.of(true), Data.of(false), Data.nothing())),
                Tuple.of(1, Arbitraries.of(DataObject.empty(), DataArray.empty())));
        if (depth == 0) {
            return leaves;
        }
        Arbitrary<Data> arrays = tree(depth - 1).list().ofMaxSize(3).map(DataArray::of);
        Arbitrary<Map<String, Data>> members =
                Arbitraries.maps(texts(), tree(depth - 1)).ofMaxSize(3);
        return Arbitraries.frequencyOf(
                Tuple.of(1, leaves), Tuple.of(1, arrays), Tuple.of(2, members.map(DataObject::of)));
    }

    private static Arbitrary<Data> fractions() {
        return Arbitraries.longs().between(-1_000_000, 1_000_000).map(n -> Data.of(BigDecimal.valueOf(n * 10 + 1, 3)));
    }

    private static Arbitrary<String> texts() {
        Arbitrary<String> words = Arbitraries.of(FRAGMENTS).list().ofMaxSize(5).map(parts -> String.join("", parts));
        Arbitrary<String> any = Arbitraries.strings().ofMaxLength(12).filter(YamlLawsTest::isWellFormed);
        Arbitrary<String> ascii = Arbitraries.strings().ascii().ofMaxLength(20);
        Arbitrary<String> lines = Arbitraries.strings().withChars("ab \n#-:").ofMaxLength(30);
        Arbitrary<String> numbers =
                Arbitraries.strings().withChars("0123456789.eE+-_:xob").ofMaxLength(8);
        return Arbitraries.oneOf(words, any, ascii, lines, numbers);
    }

    /** Half a surrogate pair is no character in any encoding. */
    private static boolean isWellFormed(String text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
