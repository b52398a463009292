package dev.konflux.release.notes;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataString;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * An advisory for people to read. Everything in an advisory is untrusted: nothing in it becomes markup, and only web addresses become
 * links. What is missing is left out, what is unknown is not shown.
 */
public final class AdvisoryPage {

    private static final String MARKDOWN_SIGNS = "\\`*_{}[]<>()#+-.!|~&$:@";

    private final DataObject advisory;

    private AdvisoryPage(DataObject advisory) {
        this.advisory = advisory;
    }

    /** The page of an advisory, such as {@link AdvisoryText#document()} holds. */
    public static AdvisoryPage of(DataObject advisory) {
        return new AdvisoryPage(advisory);
    }

    /**
     * One HTML document that needs nothing else: it follows the reader's light or dark theme and fits narrow screens.
     *
     * @throws TemplateException when the advisory is too large to show
     */
    public String html() {
        TemplateOptions options = options().autoescape(true).build();
        return NotesRenderer.builder()
                .options(options)
                .build()
                .parse(source("page.html.jinja"))
                .render(advisory);
    }

    /**
     * GitHub's Markdown.
     *
     * @throws TemplateException when the advisory is too large to show
     */
    public String markdown() {
        TemplateData data = TemplateData.of(advisory).with("escaped", escaped(advisory));
        return NotesRenderer.builder()
                .options(options().build())
                .build()
                .parse(source("page.md.jinja"))
                .render(data);
    }

    private static TemplateOptions.Builder options() {
        return TemplateOptions.builder()
                .undefined(UndefinedPolicy.CHAINABLE)
                .trimBlocks(true)
                .lstripBlocks(true)
                .keepTrailingNewline(true);
    }

    private static String source(String name) {
        try (InputStream stream = AdvisoryPage.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Data escaped(Data data) {
        if (data instanceof DataString text) {
            return Data.of(escaped(text.text()));
        }
        if (data instanceof DataArray array) {
            return DataArray.of(
                    array.items().stream().map(AdvisoryPage::escaped).toList());
        }
        if (data instanceof DataObject object) {
            DataObject.Builder members = DataObject.builder();
            object.members().forEach((name, value) -> members.put(escapedName(name), escaped(value)));
            return members.build();
        }
        return data;
    }

    /** Names of fields are words; the others are data, such as CVE ids. */
    private static String escapedName(String name) {
        return name.chars().allMatch(c -> c == '_' || Character.isLetterOrDigit(c)) ? name : escaped(name);
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.chars().forEach(c -> {
            if (MARKDOWN_SIGNS.indexOf(c) >= 0) {
                out.append('\\');
            }
            out.append((char) c);
        });
        return out.toString();
    }
}
