package dev.konflux.release.notes;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.notes.jinja.compile.TemplateCompiler;
import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import dev.konflux.release.notes.jinja.run.CompiledTemplate;
import dev.konflux.release.notes.jinja.run.Environment;
import dev.konflux.release.notes.jinja.run.Render;
import dev.konflux.release.notes.jinja.run.TemplateReference;
import dev.konflux.release.notes.jinja.value.Budget;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Parses and renders templates exactly as Jinja2 does.
 *
 * <pre>{@code
 * NotesRenderer renderer = NotesRenderer.builder().loader(TemplateLoader.of(sources)).build();
 * Template template = renderer.parse("{{ product }} {{ version | default('next') }}");
 * String text = template.render(document);
 * }</pre>
 *
 * <p>Templates are untrusted code: they reach only the values they are given, and every render ends within the {@link RenderLimits}.
 */
public final class NotesRenderer {

    private final Environment environment;
    private final TemplateLoader loader;
    private final RenderLimits limits;
    private final Map<String, CompiledTemplate> cache = new ConcurrentHashMap<>();

    private NotesRenderer(Environment environment, TemplateLoader loader, RenderLimits limits) {
        this.environment = environment;
        this.loader = loader;
        this.limits = limits;
    }

    /** A renderer with Jinja2's defaults and no loader. */
    public static NotesRenderer create() {
        return builder().build();
    }

    /** Collects what a renderer needs. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Parses a template given as text.
     *
     * @throws TemplateException when it is no template
     */
    public Template parse(String source) {
        return parse(TemplateReference.UNNAMED, source);
    }

    /**
     * Parses a template given as text, with the name its errors show.
     *
     * @throws TemplateException when it is no template
     */
    public Template parse(String name, String source) {
        CompiledTemplate compiled;
        try {
            compiled = compile(name, source);
        } catch (Fault fault) {
            throw TemplateException.of(fault, source);
        }
        return new Template(this, compiled);
    }

    /**
     * Parses a template of the loader.
     *
     * @throws TemplateException when there is none of that name or it is no template
     */
    public Template load(String name) {
        Optional<String> source = loader.find(name);
        if (source.isEmpty()) {
            throw TemplateException.of(new Fault(FaultKind.NOT_FOUND, name), null);
        }
        return parse(name, source.get());
    }

    /** This renderer in a wider environment and with further templates; those it has already come first. */
    NotesRenderer extended(UnaryOperator<Environment> wider, TemplateLoader further) {
        TemplateLoader both = name -> loader.find(name).or(() -> further.find(name));
        return new NotesRenderer(wider.apply(environment), both, limits);
    }

    VariableNames names(CompiledTemplate template) {
        return VariableNames.of(environment, template);
    }

    private CompiledTemplate compile(String name, String source) {
        if (source.length() > limits.sourceCharacters()) {
            throw Fault.limit("a template of more than " + limits.sourceCharacters() + " characters")
                    .at(name, 1, 0);
        }
        try {
            return TemplateCompiler.compile(environment, name, source);
        } catch (Fault fault) {
            throw fault.at(name, fault.line(), fault.offset());
        }
    }

    private @Nullable CompiledTemplate find(String name) {
        String source = loader.find(name).orElse(null);
        if (source == null) {
            return null;
        }
        CompiledTemplate known = cache.get(name);
        if (known != null && known.source().equals(source)) {
            return known;
        }
        CompiledTemplate compiled = compile(name, source);
        cache.put(name, compiled);
        return compiled;
    }

    String render(CompiledTemplate template, TemplateData data) {
        try {
            return new Render(environment, this::find, environment.budgets().get()).run(template, data.values());
        } catch (Fault fault) {
            throw TemplateException.of(fault, sourceOf(fault, template));
        }
    }

    private @Nullable String sourceOf(Fault fault, CompiledTemplate template) {
        String name = fault.template();
        if (name == null || name.equals(template.name())) {
            return template.source();
        }
        return loader.find(name).orElse(null);
    }

    /** Collects what a renderer needs. */
    public static final class Builder {

        private TemplateOptions options = TemplateOptions.defaults();
        private TemplateLoader loader = TemplateLoader.none();
        private RenderLimits limits = RenderLimits.defaults();
        private TemplateData globals = TemplateData.empty();
        private LongSupplier nanoTime = System::nanoTime;
        private RandomGenerator random = RandomGenerator.getDefault();

        private Builder() {}

        /** How templates are written and what they may do. */
        @CanIgnoreReturnValue
        public Builder options(TemplateOptions value) {
            this.options = value;
            return this;
        }

        /** Where included, imported and extended templates come from. */
        @CanIgnoreReturnValue
        public Builder loader(TemplateLoader value) {
            this.loader = value;
            return this;
        }

        /** What a render may use up. */
        @CanIgnoreReturnValue
        public Builder limits(RenderLimits value) {
            this.limits = value;
            return this;
        }

        /** Variables of all templates. */
        @CanIgnoreReturnValue
        public Builder globals(TemplateData value) {
            this.globals = value;
            return this;
        }

        /** The clock of the time limit, in nanoseconds from any start. */
        @CanIgnoreReturnValue
        public Builder nanoTime(LongSupplier value) {
            this.nanoTime = value;
            return this;
        }

        /** What the {@code random} and {@code shuffle} filters draw from. */
        @CanIgnoreReturnValue
        public Builder random(RandomGenerator value) {
            this.random = value;
            return this;
        }

        private static Budget.Allowance allowance(RenderLimits limits) {
            return new Budget.Allowance(
                    limits.steps(),
                    limits.time().toNanos(),
                    limits.outputCharacters(),
                    limits.stringCharacters(),
                    limits.listItems(),
                    limits.depth(),
                    limits.nestedValues(),
                    limits.nestedDepth(),
                    limits.integerBits());
        }

        /** The renderer. */
        public NotesRenderer build() {
            Budget.Allowance allowance = allowance(limits);
            LongSupplier clock = nanoTime;
            Environment environment =
                    Environments.of(options, globals.values(), random, () -> new Budget(allowance, clock));
            return new NotesRenderer(environment, loader, limits);
        }
    }
}
