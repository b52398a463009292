package dev.konflux.release.notes;

import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.interpret.TemplateError;
import com.hubspot.jinjava.tree.Node;
import com.hubspot.jinjava.tree.output.OutputNode;
import com.hubspot.jinjava.tree.output.RenderedOutputNode;
import com.hubspot.jinjava.tree.parse.DefaultTokenScannerSymbols;
import com.hubspot.jinjava.tree.parse.TextToken;
import java.util.LinkedList;
import java.util.List;

/** A whole template as one node of jinjava's tree. */
final class JinjavaNode extends Node {

    private static final long serialVersionUID = 1;

    private final String source;
    private final transient NotesRenderer renderer;

    private JinjavaNode(String source, NotesRenderer renderer) {
        super(new TextToken(source, 1, 1, new DefaultTokenScannerSymbols()), 1, 1);
        this.source = source;
        this.renderer = renderer;
    }

    /** A root above the one node, since jinjava renders the children of what it parsed. */
    @SuppressWarnings("JdkObsolete") // jinjava insists on the class.
    static Node root(String source, NotesRenderer renderer) {
        JinjavaNode root = new JinjavaNode("", renderer);
        root.setChildren(new LinkedList<>(List.of(new JinjavaNode(source, renderer))));
        return root;
    }

    @Override
    public OutputNode render(JinjavaInterpreter interpreter) {
        try {
            JinjavaBridge bridge = new JinjavaBridge(interpreter);
            return new RenderedOutputNode(bridge.extend(renderer).parse(source).render(bridge.variables()));
        } catch (TemplateException e) {
            interpreter.addError(error(e));
            return new RenderedOutputNode("");
        }
    }

    private static TemplateError error(TemplateException e) {
        TemplateError.ErrorReason reason =
                e.errorClass().endsWith("SyntaxError") || e.errorClass().equals("TemplateAssertionError")
                        ? TemplateError.ErrorReason.SYNTAX_ERROR
                        : e.errorClass().equals("UndefinedError")
                                ? TemplateError.ErrorReason.UNKNOWN
                                : TemplateError.ErrorReason.EXCEPTION;
        String message = e.errorClass() + ": " + e.problem();
        return new TemplateError(TemplateError.ErrorType.FATAL, reason, message, e.template(), e.line(), e.column(), e);
    }

    @Override
    public String getName() {
        return "Template";
    }
}
