package dev.konflux.release.notes.preview;

import dev.konflux.release.model.Finding;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.notes.NotesRenderer;
import dev.konflux.release.notes.Template;
import dev.konflux.release.notes.TemplateException;
import dev.konflux.release.notes.TemplateOptions;
import dev.konflux.release.notes.UndefinedPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Names in the texts of release notes that stand for nothing: the advisory shows empty text there, and no task minds it. */
final class UndefinedNames {

    private static final List<String> TEXTS = List.of(
            "synopsis", "topic", "description", "solution", "product_name", "product_version", "product_stream");

    private final NotesRenderer strict = NotesRenderer.builder()
            .options(TemplateOptions.builder().undefined(UndefinedPolicy.STRICT).build())
            .build();
    private final DataObject variables;

    private UndefinedNames(DataObject variables) {
        this.variables = variables;
    }

    /** The first undefined name of each text. */
    static List<Finding> in(DataObject notes, String name, String shipDate) {
        UndefinedNames search = new UndefinedNames(DataObject.builder()
                .put("advisory_name", name)
                .put("advisory_ship_date", shipDate)
                .put("advisory", DataObject.of("spec", notes))
                .build());
        List<Finding> findings = new ArrayList<>();
        for (String text : TEXTS) {
            notes.find(text).flatMap(value -> search.in(text, value)).ifPresent(findings::add);
        }
        return findings;
    }

    private Optional<Finding> in(String key, Data value) {
        return value.asText()
                .filter(text -> text.contains("{{") || text.contains("{%"))
                .flatMap(this::problem)
                .map(problem -> Finding.warning("advisory.undefined")
                        .path("releaseNotes." + key)
                        .at(value.position())
                        .message(problem + "; the advisory shows nothing there")
                        .hint("fields of the advisory are {{ advisory.spec.NAME }}")
                        .build());
    }

    /** What else is wrong with a text stops the release and is told by the rendering itself. */
    private Optional<String> problem(String text) {
        try {
            Template template = strict.parse(text);
            template.render(variables);
            return Optional.empty();
        } catch (TemplateException e) {
            return e.errorClass().equals("UndefinedError") ? Optional.of(e.problem()) : Optional.empty();
        }
    }
}
