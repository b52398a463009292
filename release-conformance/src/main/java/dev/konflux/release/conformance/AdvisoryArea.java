package dev.konflux.release.conformance;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.notes.AdvisoryException;
import dev.konflux.release.notes.AdvisoryTemplate;
import dev.konflux.release.notes.AdvisoryText;
import dev.konflux.release.notes.TemplateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Renders advisories. */
final class AdvisoryArea {

    private static final Set<String> SYNTAX = Set.of("TemplateSyntaxError", "TemplateAssertionError");

    private AdvisoryArea() {}

    static DataObject answer(DataObject input) {
        if (input.findText("op").orElse("").equals("write-yaml")) {
            return DataObject.of(
                    "yaml", Data.of(AdvisoryText.yaml(input.find("document").orElseThrow())));
        }
        try {
            AdvisoryText text = AdvisoryTemplate.standard()
                    .render(
                            input.findObject("advisory").orElseThrow(),
                            input.findText("advisoryName").orElse(""),
                            input.findText("shipDate").orElse(""));
            return passes(text.passes())
                    .put("document", text.document())
                    .put("yaml", text.yaml())
                    .put("fellBack", text.fellBack())
                    .build();
        } catch (AdvisoryException e) {
            return passes(e.passes())
                    .put("error", e.problem())
                    .put("errorType", e.errorClass())
                    .put("fellBack", e.fellBack())
                    .build();
        }
    }

    private static DataObject.Builder passes(List<String> passes) {
        DataObject.Builder answer = DataObject.builder();
        if (!passes.isEmpty()) {
            answer.put("firstPass", passes.get(0));
        }
        if (passes.size() > 1) {
            answer.put("secondPass", passes.get(1));
        }
        return answer;
    }

    /** The two-pass program with a template of the case's own. */
    static DataObject program(DataObject input) {
        DataObject data = input.findObject("context").orElse(DataObject.empty());
        try {
            AdvisoryText text =
                    AdvisoryTemplate.of(input.findText("template").orElse("")).render(data);
            return DataObject.of("json", text.document(), "passes", outputs(text.passes()));
        } catch (AdvisoryException e) {
            return failed(e);
        }
    }

    /** A pass that fails while it runs is recorded with its error; one that is no template is not recorded. */
    private static DataObject failed(AdvisoryException e) {
        DataObject plain = DataObject.of("class", Data.of(e.errorClass()), "message", Data.of(e.problem()));
        boolean running = e.getCause() instanceof TemplateException && !SYNTAX.contains(e.errorClass());
        DataObject error = e.getCause() instanceof TemplateException cause
                ? TemplateArea.error(cause).findObject("error").orElse(plain)
                : plain;
        List<Data> passes = new ArrayList<>(outputs(e.passes()).items());
        if (running) {
            passes.add(DataObject.of("error", error));
        }
        return DataObject.of("error", error, "passes", DataArray.of(passes));
    }

    private static DataArray outputs(List<String> passes) {
        return DataArray.of(passes.stream()
                .map(pass -> DataObject.of("output", Data.of(pass)))
                .toList());
    }
}
