package dev.konflux.release.testkit.kube;

import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.kube.BuiltInDecoding.Decoded;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the documents of objects, as they were sent and as patches leave them. */
final class Documents {

    private final FieldWarnings warnings = new FieldWarnings();

    /** A document that was read, and what there is to say of it. */
    record Document(DataObject object, List<String> warnings) {

        /** Refused or not, an answer tells what was found while the document was read. */
        KubernetesResponse told(Supplier<KubernetesResponse> answer) {
            try {
                return answer.get().warned(warnings);
            } catch (Refusal refusal) {
                throw refusal.warned(warnings);
            }
        }
    }

    /** The document a client sent. */
    Document sent(KubernetesRequest request, ServedKind kind) {
        ReadBody body = RequestBody.object(request, kind).of(kind);
        return decoded(body.object(), kind)
                .map(read -> new Document(read.object(), warnings.check(request, body, read.unknownFields())))
                .orElseGet(() -> new Document(body.object(), warnings.check(request, body, kind)));
    }

    /** What a patch made of an object. */
    Document patched(KubernetesRequest request, DataObject object, ServedKind kind) {
        Optional<Decoded> decoded = decoded(object, kind);
        List<String> unknown =
                decoded.map(Decoded::unknownFields).orElseGet(() -> warnings.unknownFields(object, kind));
        return new Document(
                decoded.map(Decoded::object).orElse(object), warnings.checkPatched(request, object, unknown));
    }

    private static Optional<Decoded> decoded(DataObject object, ServedKind kind) {
        if (kind.isCustom()) {
            return Optional.empty();
        }
        Envelope.checkVersion(object, kind);
        return BuiltInDecoding.decode(object, kind.type().kind());
    }
}
