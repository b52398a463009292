package dev.konflux.release.notes;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.interpret.Context;
import com.hubspot.jinjava.interpret.InterpreterFactory;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.tree.Node;

/**
 * Makes a {@link Jinjava} render exactly as Jinja2 does.
 *
 * <pre>{@code
 * Jinjava jinjava = new Jinjava(JinjavaMount.into(JinjavaConfig.newBuilder(), NotesRenderer.create()).build());
 * RenderResult result = jinjava.renderForResult(template, variables);
 * }</pre>
 *
 * <p>Filters, functions and tags that were registered in its global context keep working where Jinja2 has none of the name, its resource
 * locator gives the included templates, and what goes wrong is among the errors of the result.
 */
public final class JinjavaMount {

    private JinjavaMount() {}

    /** Adds exact templates to a configuration. */
    public static JinjavaConfig.Builder into(JinjavaConfig.Builder config, NotesRenderer renderer) {
        return config.withInterperterFactory(new Factory(renderer));
    }

    private static final class Factory implements InterpreterFactory {

        private final NotesRenderer renderer;

        Factory(NotesRenderer renderer) {
            this.renderer = renderer;
        }

        @Override
        public JinjavaInterpreter newInstance(JinjavaInterpreter original) {
            return new Exact(original, renderer);
        }

        @Override
        public JinjavaInterpreter newInstance(Jinjava application, Context context, JinjavaConfig config) {
            return new Exact(application, context, config, renderer);
        }
    }

    private static final class Exact extends JinjavaInterpreter {

        private final NotesRenderer renderer;

        Exact(JinjavaInterpreter original, NotesRenderer renderer) {
            super(original);
            this.renderer = renderer;
        }

        Exact(Jinjava application, Context context, JinjavaConfig config, NotesRenderer renderer) {
            super(application, context, config);
            this.renderer = renderer;
        }

        @Override
        public Node parse(String template) {
            return JinjavaNode.root(template, renderer);
        }
    }
}
