package dev.konflux.release.policy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.DataSyntaxException;
import dev.konflux.release.model.text.Dialect;
import dev.konflux.release.model.text.JsonReader;
import dev.konflux.release.model.text.YamlReader;
import dev.konflux.release.model.text.YamlStream;
import java.util.List;

/**
 * What is judged: one target, in one or several files of one or several documents. The documents of a file are judged in turn and their
 * results taken together before anything is called a success; the results of files stand beside each other.
 *
 * @param files the documents of each file
 * @param target what criteria can be bound to
 */
public record PolicyInput(List<List<Data>> files, Target target) {

    /** Copies the lists. */
    public PolicyInput {
        files = files.stream().map(ImmutableList::copyOf).collect(ImmutableList.toImmutableList());
    }

    /** A document as upstream builds it for an image: the target is what its {@code image.ref} and {@code component_name} say. */
    public static PolicyInput of(Data document) {
        Target target = new Target(
                document.findText("image", "ref").orElse(""),
                document.findText("component_name").orElse(""));
        return new PolicyInput(List.of(parts(document)), target);
    }

    /** A document for an image and a component. */
    public static PolicyInput ofImage(Data document, String imageReference, String componentName) {
        return new PolicyInput(List.of(parts(document)), new Target(imageReference, componentName));
    }

    /** Plain documents of one file; of a document that is a list every item is judged. */
    public static PolicyInput ofDocuments(List<? extends Data> documents) {
        List<Data> parts =
                documents.stream().flatMap(document -> parts(document).stream()).toList();
        return new PolicyInput(List.of(parts), Target.NONE);
    }

    /** This input and the files of another as one target, which stays this one's. */
    public PolicyInput and(PolicyInput other) {
        return new PolicyInput(ImmutableList.copyOf(Iterables.concat(files, other.files)), target);
    }

    /**
     * The documents of a file, as its name says: {@code .json}, {@code .yaml} or {@code .yml}; an empty YAML file is an empty document.
     *
     * @throws PolicyEvaluationException when the name ends otherwise, or the text is not what it should be
     */
    public static PolicyInput ofFile(String path, String text) {
        String extension = path.substring(path.lastIndexOf('.') + 1);
        return switch (extension) {
            case "json" -> ofDocuments(List.of(json(path, text)));
            case "yaml", "yml" -> ofDocuments(yaml(path, text));
            default -> throw unparsed("new parser: new: unknown parser: " + extension, path);
        };
    }

    private static Data json(String path, String text) {
        try {
            return JsonReader.create().read(text, path);
        } catch (DataSyntaxException fault) {
            String problem = String.valueOf(fault.getMessage());
            boolean cut = problem.contains("end-of-input");
            throw unparsed(
                    "parser unmarshal: unmarshal json: " + (cut ? "unexpected end of JSON input" : problem), path);
        }
    }

    private static List<Data> yaml(String path, String text) {
        YamlStream stream = YamlReader.of(Dialect.CLUSTER).readAll(text, path);
        if (!stream.faults().isEmpty()) {
            throw unparsed(
                    "parser unmarshal: unmarshal yaml: "
                            + stream.faults().get(0).getMessage(),
                    path);
        }
        List<Data> values = stream.values();
        return values.isEmpty() ? List.of(DataObject.empty()) : values;
    }

    private static PolicyEvaluationException unparsed(String problem, String path) {
        return new PolicyEvaluationException("parse configurations: " + problem + ", path: " + path);
    }

    private static List<Data> parts(Data document) {
        return document.asArray().map(DataArray::items).orElse(List.of(document));
    }
}
