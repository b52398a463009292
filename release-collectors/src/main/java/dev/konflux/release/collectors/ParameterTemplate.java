package dev.konflux.release.collectors;

import dev.konflux.release.collectors.jq.JqError;
import dev.konflux.release.collectors.jq.JqFilter;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.JqText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A parameter value of a collector that may name values of the Release: {@code fixVersion = {{ spec.data.releaseNotes.product_version }}}.
 * A name is spliced into a jq program, so most jq that needs neither quotes nor brackets works. Where the real task would never come to an
 * end, expanding fails.
 */
public final class ParameterTemplate {

    private static final Pattern HAS_REFERENCE = Pattern.compile("\\{\\{.*\\}\\}");
    private static final Pattern REFERENCE = Pattern.compile("\\{\\{[ \\t\\n\\x0B\\f\\r]*([^}]+)\\}\\}");

    /** A line that {@code echo} takes for its options. */
    private static final Pattern ECHO_OPTION = Pattern.compile("-[neE]+");

    /** A bracket expression of the shell, or an escape: such a reference does not match itself when it is to be replaced. */
    private static final Pattern NEVER_REPLACED = Pattern.compile("\\[[!^]?.[^\\]]*\\]|\\\\", Pattern.DOTALL);

    private static final Pattern MATCHED_TEXT = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*&");

    private static final int MOST_REPLACEMENTS = 100;
    private static final int LONGEST = 4 << 20;

    private final String text;
    private final Map<String, String> environment;

    private ParameterTemplate(String text, Map<String, String> environment) {
        this.text = text;
        this.environment = environment;
    }

    /** The template that is the given value. */
    public static ParameterTemplate of(String text) {
        return new ParameterTemplate(text, Map.of());
    }

    /** The same template, seeing the given environment in {@code env}; usually there is none. */
    public ParameterTemplate withEnvironment(Map<String, String> variables) {
        return new ParameterTemplate(text, Map.copyOf(variables));
    }

    /**
     * The value a collector is given.
     *
     * @throws CollectorFailure when a reference leads nowhere, or to null, false or an empty text, or is no program
     */
    public String expand(DataObject release) {
        String value = text;
        if (!HAS_REFERENCE.matcher(text).find()) {
            return echoed(value);
        }
        for (int i = 0; i < MOST_REPLACEMENTS && value.length() < LONGEST; i++) {
            Matcher reference = REFERENCE.matcher(value);
            if (!reference.find()) {
                return echoed(value);
            }
            value = value.replace(reference.group(), replacement(reference, release));
        }
        throw endless();
    }

    private String replacement(Matcher reference, DataObject release) {
        String path = ShellWords.joined(reference.group(1));
        String replacement = withoutFinalBreaks(valueAt(path, release));
        if (replacement.isEmpty()) {
            throw CollectorFailure.of("Error: Template variable '" + path + "' not found in Release CR");
        }
        if (NEVER_REPLACED.matcher(reference.group()).find()
                || MATCHED_TEXT.matcher(replacement).find()) {
            throw endless();
        }
        return replacement.replace("\\&", "&");
    }

    private String valueAt(String path, DataObject release) {
        List<String> outputs = new ArrayList<>();
        try {
            JqFilter.compile("." + path + " // empty", environment)
                    .run(JqText.read(release), output -> add(output, outputs));
        } catch (JqError e) {
            if (outputs.isEmpty()) {
                throw CollectorFailure.of(String.valueOf(e.getMessage()));
            }
        }
        return String.join("\n", outputs);
    }

    private static void add(Data output, List<String> outputs) {
        if (outputs.size() >= JqFilter.MOST_OUTPUTS) {
            throw endless();
        }
        outputs.add(JqText.raw(output));
    }

    /** The shell hands a value on through {@code echo}, which eats its options, and drops final line breaks. */
    private static String echoed(String value) {
        return ECHO_OPTION.matcher(value).matches() ? "" : withoutFinalBreaks(value);
    }

    private static String withoutFinalBreaks(String value) {
        int end = value.length();
        while (end > 0 && value.charAt(end - 1) == '\n') {
            end--;
        }
        return value.substring(0, end);
    }

    private static CollectorFailure endless() {
        return CollectorFailure.of("the replacement of template variables does not come to an end");
    }
}
