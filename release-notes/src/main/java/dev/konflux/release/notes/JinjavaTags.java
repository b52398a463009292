package dev.konflux.release.notes;

import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.tag.Tag;
import com.hubspot.jinjava.tree.TagNode;
import com.hubspot.jinjava.tree.parse.DefaultTokenScannerSymbols;
import com.hubspot.jinjava.tree.parse.TagToken;
import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.value.TagFunction;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tags that users registered in jinjava, run inside exact templates. */
final class JinjavaTags {

    private final JinjavaInterpreter interpreter;
    private final Map<String, Tag> tags = new LinkedHashMap<>();

    JinjavaTags(JinjavaInterpreter interpreter) {
        this.interpreter = interpreter;
        for (Tag tag : interpreter.getContext().getAllTags()) {
            if (!JinjavaBridge.isStock(tag.getClass())) {
                tags.put(tag.getName(), tag);
            }
        }
    }

    /** The end tag of each tag; an empty text where it has none. */
    Map<String, String> endTags() {
        Map<String, String> ends = new HashMap<>();
        tags.forEach((name, tag) -> ends.put(name, tag.getEndTagName() == null ? "" : tag.getEndTagName()));
        return ends;
    }

    Map<String, TagFunction> functions() {
        Map<String, TagFunction> functions = new HashMap<>();
        tags.forEach((name, tag) ->
                functions.put(name, (runtime, words, variables, body) -> render(tag, words, variables, body)));
        return functions;
    }

    private String render(Tag tag, String words, Map<String, Object> variables, TagFunction.Body body) {
        DefaultTokenScannerSymbols symbols = new DefaultTokenScannerSymbols();
        TagNode node =
                new TagNode(tag, new TagToken("{% " + tag.getName() + " " + words + " %}", 1, 1, symbols), symbols);
        JinjavaInterpreter.InterpreterScopeClosable scope = interpreter.enterScope();
        try {
            Map<String, @Nullable Object> given = given(variables);
            interpreter.getContext().putAll(given);
            JinjavaNode.putBody(node, () -> body.render(changed(given, tag)));
            return tag.interpret(node, interpreter);
        } catch (Fault fault) {
            throw fault;
        } catch (RuntimeException e) {
            throw JinjavaBridge.failed("the tag " + tag.getName(), e);
        } finally {
            scope.close();
        }
    }

    private static Map<String, @Nullable Object> given(Map<String, Object> variables) {
        Map<String, @Nullable Object> given = new HashMap<>();
        variables.forEach((name, value) -> given.put(name, JinjavaBridge.java(value)));
        return given;
    }

    /** The variables that the tag set for its body. */
    @SuppressWarnings("ReferenceEquality") // What was handed in unchanged is the same object.
    private Map<String, Object> changed(Map<String, @Nullable Object> given, Tag tag) {
        Map<String, Object> changed = new HashMap<>();
        interpreter.getContext().getSessionBindings().forEach((name, value) -> {
            if (value != given.get(name)) {
                changed.put(name, JinjavaBridge.python(value, "the tag " + tag.getName()));
            }
        });
        return changed;
    }
}
