package dev.konflux.release.notes;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.DataSyntaxException;
import dev.konflux.release.model.text.Dialect;
import dev.konflux.release.model.text.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * The program that makes an advisory from a template: it renders twice and reads the result as YAML.
 *
 * <p>The first pass knows Ansible's filters and leaves unknown names as they are written; its text is a template again, rendered with
 * Jinja2's defaults and the same data. So texts of the release notes may refer to other fields of the advisory. Where the second text is
 * no YAML the first one counts.
 */
public final class AdvisoryTemplate {

    private static final String STANDARD = "advisory.yaml.jinja";

    private final Template firstPass;
    private final NotesRenderer secondPass;

    private AdvisoryTemplate(Template firstPass, NotesRenderer secondPass) {
        this.firstPass = firstPass;
        this.secondPass = secondPass;
    }

    /** The template of the Release Service's advisories. */
    public static AdvisoryTemplate standard() {
        return of(standardSource());
    }

    /**
     * A template of one's own.
     *
     * @throws TemplateException when it is no template
     */
    public static AdvisoryTemplate of(String source) {
        return of(source, RenderLimits.defaults());
    }

    /**
     * A template of one's own with limits for each pass.
     *
     * @throws TemplateException when it is no template
     */
    public static AdvisoryTemplate of(String source, RenderLimits limits) {
        TemplateOptions options = TemplateOptions.builder()
                .undefined(UndefinedPolicy.DEBUG)
                .ansibleFilters(true)
                .build();
        NotesRenderer first =
                NotesRenderer.builder().options(options).limits(limits).build();
        NotesRenderer second = NotesRenderer.builder().limits(limits).build();
        return new AdvisoryTemplate(first.parse(source), second);
    }

    private static String standardSource() {
        try (InputStream in = AdvisoryTemplate.class.getResourceAsStream(STANDARD)) {
            return new String(Objects.requireNonNull(in, STANDARD).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The advisory of release notes.
     *
     * @param releaseNotes the {@code releaseNotes} of a release's data
     * @param name the advisory's name, such as {@code 2026:1602}
     * @param shipDate when it is published, such as {@code 2026-08-20T12:31:35Z}
     * @throws AdvisoryException when a pass fails, or the text cannot be written as JSON
     */
    public AdvisoryText render(DataObject releaseNotes, String name, String shipDate) {
        return render(DataObject.builder()
                .put("advisory_name", name)
                .put("advisory_ship_date", shipDate)
                .put("advisory", DataObject.of("spec", releaseNotes))
                .build());
    }

    /**
     * The document the template makes from data.
     *
     * @throws AdvisoryException when a pass fails, or the text cannot be written as JSON
     */
    public AdvisoryText render(DataObject data) {
        String first = pass(firstPass, data, List.of());
        String second = pass(parseSecond(first), data, List.of(first));
        List<String> passes = List.of(first, second);
        try {
            return new AdvisoryText(passes, false, load(second, passes, false));
        } catch (DataSyntaxException secondIsNoYaml) {
            return new AdvisoryText(passes, true, loadFirst(first, passes));
        }
    }

    private Template parseSecond(String source) {
        try {
            return secondPass.parse(source);
        } catch (TemplateException e) {
            throw new AdvisoryException(e.errorClass(), e.problem(), List.of(source), false, e);
        }
    }

    private static String pass(Template template, DataObject data, List<String> done) {
        try {
            return template.render(data);
        } catch (TemplateException e) {
            throw new AdvisoryException(e.errorClass(), e.problem(), done, false, e);
        }
    }

    private static Data loadFirst(String first, List<String> passes) {
        try {
            return load(first, passes, true);
        } catch (DataSyntaxException e) {
            throw new AdvisoryException("YAMLError", String.valueOf(e.getMessage()), passes, true, e);
        }
    }

    private static Data load(String text, List<String> passes, boolean fellBack) {
        Data document = YamlReader.of(Dialect.PYTHON).read(text, "");
        UnquotedWords.firstDate(document, text).ifPresent(type -> {
            throw new AdvisoryException(
                    "TypeError", "Object of type " + type + " is not JSON serializable", passes, fellBack, null);
        });
        return document;
    }
}
