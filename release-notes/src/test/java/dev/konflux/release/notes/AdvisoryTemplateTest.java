package dev.konflux.release.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdvisoryTemplateTest {

    private static final DataObject NOTES = DataObject.builder()
            .put("product_id", 7)
            .put("product_name", "Gadget")
            .put("product_version", "1.2")
            .put("product_stream", "gadget-1")
            .put("cpe", "cpe:/a:example:gadget:1")
            .put("type", "RHBA")
            .put("content", DataObject.of("images", DataArray.of(List.of())))
            .put("synopsis", "Gadget {{ advisory.spec.product_version }}")
            .put("topic", "A topic")
            .put("description", "One\n\nTwo")
            .put("solution", "Update")
            .put("references", DataArray.of(List.of(Data.of("https://example.com/a"))))
            .build();

    private static AdvisoryText render(DataObject notes) {
        return AdvisoryTemplate.standard().render(notes, "2026:0001", "2026-01-02T03:04:05Z");
    }

    @Test
    void textsOfTheNotesReferToOtherFields() {
        AdvisoryText advisory = render(NOTES);

        assertThat(advisory.document().findText("spec", "synopsis")).contains("Gadget 1.2");
        assertThat(advisory.passes()).hasSize(2);
        assertThat(advisory.fellBack()).isFalse();
    }

    @Test
    void theYamlIsWrittenAsTheAdvisoryRepositoryHasIt() {
        assertThat(render(NOTES).yaml())
                .contains("  ship_date: \"2026-01-02T03:04:05Z\"\n")
                .contains("  product_id: 7\n")
                .contains("  product_version: \"1.2\"\n")
                .contains("  description: 'One\n\n\n    Two'\n")
                .endsWith("  references:\n  - https://example.com/a\n");
    }

    @Test
    void aNumberWithANewlineBehindItIsQuotedAsANumberIs() {
        DataObject notes = NOTES.with("references", DataArray.of(List.of(Data.of("1.5\n"), Data.of("word\n"))));

        assertThat(render(notes).yaml()).endsWith("  references:\n  - \"1.5\\n\"\n  - 'word\n\n    '\n");
    }

    @Test
    void aMissingTopicFails() {
        assertThatThrownBy(() -> render(NOTES.without("topic")))
                .isInstanceOfSatisfying(
                        AdvisoryException.class, e -> assertThat(e.passes()).isEmpty())
                .hasMessage("UndefinedError: 'dict object' has no attribute 'topic'");
    }

    @Test
    void aDateCannotBeWrittenAsJson() {
        assertThatThrownBy(() -> render(NOTES.with("product_stream", Data.of("2026-01-02"))))
                .hasMessage("TypeError: Object of type date is not JSON serializable");
    }

    @Test
    void quotedTextsAreToldFromOthersBehindLineSeparatorsToo() {
        AdvisoryText text =
                AdvisoryTemplate.of("a: {{ x }}\nb: \"2026-01-02\"").render(DataObject.of("x", Data.of("\u2028")));

        assertThat(text.document().findText("b")).contains("2026-01-02");
    }

    @Test
    void whenTheSecondTextIsNoYamlTheFirstCounts() {
        AdvisoryText text = AdvisoryTemplate.of("a: '{{ x }}'").render(DataObject.of("x", Data.of("{{ \"\\x27\" }}")));

        assertThat(text.fellBack()).isTrue();
        assertThat(text.document()).isEqualTo(DataObject.of("a", Data.of("{{ \"\\x27\" }}")));
    }
}
