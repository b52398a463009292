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
import java.util.function.Function;
import java.util.function.Supplier;

/** A whole template, or the body of a tag, as one node of jinjava's tree. */
final class JinjavaNode extends Node {

    private static final long serialVersionUID = 1;

    private final transient Function<JinjavaInterpreter, String> text;

    private JinjavaNode(String source, Function<JinjavaInterpreter, String> text) {
        super(new TextToken(source, 1, 1, new DefaultTokenScannerSymbols()), 1, 1);
        this.text = text;
    }

    /** A root above the one node, since jinjava renders the children of what it parsed. */
    static Node root(String source, NotesRenderer renderer) {
        JinjavaNode root = new JinjavaNode("", interpreter -> "");
        put(root, new JinjavaNode(source, interpreter -> {
            JinjavaBridge bridge = new JinjavaBridge(interpreter);
            return bridge.extend(renderer).parse(source).render(bridge.variables());
        }));
        return root;
    }

    /** Gives a tag its body, as the only node below it. */
    static void putBody(Node tag, Supplier<String> text) {
        put(tag, new JinjavaNode("", interpreter -> text.get()));
    }

    @SuppressWarnings("JdkObsolete") // jinjava insists on the class.
    private static void put(Node parent, Node child) {
        parent.setChildren(new LinkedList<>(List.of(child)));
    }

    @Override
    public OutputNode render(JinjavaInterpreter interpreter) {
        try {
            return new RenderedOutputNode(text.apply(interpreter));
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
