package dev.konflux.release.notes;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import org.immutables.value.Value;

/**
 * Replaces expressions in short texts such as tags: {@code {{ labels.version }}-{{ timestamp }}}.
 *
 * <p>With labels, {@code labels.vcs-ref} and {@code labels.a.b} name the labels {@code vcs-ref} and {@code a.b}; one hyphen between two
 * names belongs to the name anywhere in the text.
 */
@Value.Immutable
@Value.Style(visibility = Value.Style.ImplementationVisibility.PACKAGE, overshadowImplementation = true)
public abstract class LabelSubstitution {

    /** Whether {@code labels} takes dotted and hyphenated names. */
    @Value.Default
    public boolean labels() {
        return false;
    }

    /** Whether an unknown name fails; otherwise it stays as it is written, and an unknown label is empty. */
    @Value.Default
    public boolean strict() {
        return false;
    }

    /** Whether inputs may be null or empty texts. */
    @Value.Default
    public boolean allowEmptyInputs() {
        return true;
    }

    /** Collects the choices. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The text with its expressions replaced.
     *
     * @throws TemplateException when the text is no template, it fails, or an input is empty that must not be
     */
    public String apply(String text, DataObject inputs) {
        TemplateOptions options = TemplateOptions.builder()
                .undefined(strict() ? UndefinedPolicy.STRICT : UndefinedPolicy.DEBUG)
                .sandbox(labels() ? TemplateOptions.Sandbox.SANDBOXED : TemplateOptions.Sandbox.OFF)
                .hyphenatedNames(labels())
                .build();
        Template template = NotesRenderer.builder().options(options).build().parse(text);
        if (!allowEmptyInputs()) {
            inputs.members().forEach(this::refuseEmpty);
        }
        TemplateData data = TemplateData.of(inputs);
        return template.render(labels() ? data.with("labels", LabelPath.of(inputs, strict())) : data);
    }

    private void refuseEmpty(String name, Data value) {
        boolean replaced = labels() && name.equals("labels");
        if (!replaced
                && (value.isNull() || value.asText().filter(String::isEmpty).isPresent())) {
            throw TemplateException.ofInput("Input '" + name + "' is empty but empty inputs are not allowed");
        }
    }

    /** Collects the choices. */
    public static final class Builder extends ImmutableLabelSubstitution.Builder {
        Builder() {}
    }
}
