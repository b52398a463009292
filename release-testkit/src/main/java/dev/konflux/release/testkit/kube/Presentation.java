package dev.konflux.release.testkit.kube;

import dev.konflux.release.model.data.DataObject;
import java.time.Instant;

/** How one request wants its objects shown. */
final class Presentation {

    private final MediaType form;
    private final ServedKind kind;
    private final Tables tables;
    private boolean isFirstEvent = true;

    Presentation(MediaType form, ServedKind kind, String includeObject, Instant now) {
        this.form = form;
        this.kind = kind;
        this.tables = new Tables(kind, form.version(), includeObject, now);
    }

    /** The body of an answer. Status objects stay what they are. */
    DataObject body(DataObject body) {
        if (body.findText("kind").orElse("").equals("Status")) {
            return body;
        }
        boolean isList = body.findText("kind").orElse("").equals(kind.type().kind() + "List");
        return switch (form.as()) {
            case "Table" -> tables.of(body);
            case "PartialObjectMetadata" -> {
                if (isList) {
                    throw notAcceptable(form.as(), "a list");
                }
                yield PartialMetadata.of(body, form.version());
            }
            case "PartialObjectMetadataList" -> {
                if (!isList) {
                    throw notAcceptable(form.as(), "not a list");
                }
                yield PartialMetadata.ofList(body, form.version());
            }
            default -> body;
        };
    }

    private Refusal notAcceptable(String wanted, String found) {
        String type = kind.isCustom()
                ? "*unstructured.Unstructured"
                : "*" + kind.type().kind();
        return Refusal.of(
                406,
                "NotAcceptable",
                "you requested " + wanted + ", but the requested object is " + found + " ("
                        + (found.equals("a list") ? type + "List" : type) + ")");
    }

    /** The object of an event of a watch. */
    DataObject event(DataObject object) {
        if (object.findText("kind").orElse("").equals("Status")) {
            return object;
        }
        if (form.as().equals("Table")) {
            DataObject table = tables.ofEvent(object, isFirstEvent);
            isFirstEvent = false;
            return table;
        }
        return form.as().isEmpty() ? object : PartialMetadata.of(object, form.version());
    }

    /** The answer in the form that was asked for. */
    KubernetesResponse of(KubernetesResponse answer) {
        return answer.body().isEmpty()
                ? answer
                : Encoding.encoded(answer.withBody(body(answer.body().get())), form.type());
    }
}
