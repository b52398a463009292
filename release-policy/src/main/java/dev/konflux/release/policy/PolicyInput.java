package dev.konflux.release.policy;

import com.google.common.collect.ImmutableList;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import java.util.List;

/**
 * What is judged: one target, in one or several documents.
 *
 * @param documents the documents, judged in turn, their results taken together
 * @param target what criteria can be bound to
 */
public record PolicyInput(List<Data> documents, Target target) {

    /** Copies the list. */
    public PolicyInput {
        documents = ImmutableList.copyOf(documents);
    }

    /** A document as upstream builds it for an image: the target is what its {@code image.ref} and {@code component_name} say. */
    public static PolicyInput of(Data document) {
        Target target = new Target(
                document.findText("image", "ref").orElse(""),
                document.findText("component_name").orElse(""));
        return new PolicyInput(parts(document), target);
    }

    /** A document for an image and a component. */
    public static PolicyInput ofImage(Data document, String imageReference, String componentName) {
        return new PolicyInput(parts(document), new Target(imageReference, componentName));
    }

    /** Plain documents that are one target; of a document that is a list every item is judged. */
    public static PolicyInput ofDocuments(List<? extends Data> documents) {
        return new PolicyInput(
                documents.stream().flatMap(document -> parts(document).stream()).toList(), Target.NONE);
    }

    private static List<Data> parts(Data document) {
        return document.asArray().map(DataArray::items).orElse(List.of(document));
    }
}
