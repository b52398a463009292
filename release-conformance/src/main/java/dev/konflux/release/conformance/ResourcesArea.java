package dev.konflux.release.conformance;

import dev.konflux.release.model.admission.Cause;
import dev.konflux.release.model.admission.ClusterView;
import dev.konflux.release.model.admission.Inspection;
import dev.konflux.release.model.admission.Inspector;
import dev.konflux.release.model.admission.ReleaseServiceHooks;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataNull;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.Dialect;
import dev.konflux.release.model.text.DuplicateKey;
import dev.konflux.release.model.text.YamlDocument;
import dev.konflux.release.model.text.YamlReader;
import dev.konflux.release.model.text.YamlStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the cluster reads and judges documents. A case may ask about one document or about all of a file without saying which; the answer
 * holds both forms: the members of the first document, and the list of all.
 */
final class ResourcesArea implements Area {

    private static final Set<String> HOOKED = Set.of("Release", "ReleasePlan", "ReleasePlanAdmission");

    private final YamlReader reader = YamlReader.of(Dialect.CLUSTER);
    private final Inspector inspector = Inspector.create();

    @Override
    public DataObject answer(DataObject input) {
        String text = input.findText("yaml").orElseThrow();
        YamlStream stream = reader.readAll(text, "");
        DataObject.Builder answer = document(reader.readDocument(text, "")).toBuilder();
        List<DataObject> documents =
                stream.documents().stream().map(this::entry).toList();
        stream.end().ifPresent(fault -> answer.put("error", fault.upstreamMessage()));
        return answer.put("documents", DataArray.of(documents)).build();
    }

    /** A document in the list: without the particulars of the judgement. */
    private DataObject entry(YamlDocument document) {
        return document(document).without("errors").without("unknownFields").without("webhook");
    }

    private DataObject document(YamlDocument document) {
        if (document instanceof YamlDocument.Broken broken) {
            return DataObject.of("error", Data.of(broken.fault().upstreamMessage()), "valid", Data.of(false));
        }
        if (!(document instanceof YamlDocument.Content content)) {
            return DataObject.of("empty", Data.of(true));
        }
        if (!(content.data() instanceof DataObject object)) {
            return DataObject.of("error", Data.of("not an object: " + goType(content.data())), "valid", Data.of(false));
        }
        return judged(object, content.duplicateKeys());
    }

    private DataObject judged(DataObject object, List<DuplicateKey> duplicates) {
        DataObject.Builder answer = DataObject.builder().put("object", object);
        copy(object, answer, "kind", "kind");
        copy(object, answer, "apiVersion", "apiVersion");
        copy(object, answer, "name", "metadata", "name");
        if (!duplicates.isEmpty()) {
            answer.put("duplicateKeyError", duplicates(duplicates));
        }
        Optional<Inspection> inspection = inspector.inspect(object);
        answer.put("schemaKnown", inspection.isPresent()).put("valid", DataNull.nothing());
        inspection.ifPresent(found -> inspected(found, answer));
        return answer.build();
    }

    private static void inspected(Inspection inspection, DataObject.Builder answer) {
        answer.put("valid", inspection.isValid())
                .put(
                        "errors",
                        DataArray.ofTexts(inspection.causes().stream()
                                .map(Cause::toString)
                                .toList()))
                .put("unknownFields", DataArray.ofTexts(inspection.unknownFields()))
                .put("stored", inspection.stored());
        boolean hooked = HOOKED.contains(inspection.kind().kind());
        if (hooked && inspection.isValid()) {
            answer.put("webhook", webhook(inspection.stored()));
        }
    }

    private static DataObject webhook(DataObject stored) {
        DataObject.Builder answer = DataObject.builder();
        ReleaseServiceHooks.createRefusal(stored).ifPresent(error -> answer.put("error", error));
        DataObject defaulted = ReleaseServiceHooks.defaulted(stored, ClusterView.empty());
        defaulted.find("metadata", "labels").ifPresent(labels -> answer.put("labels", labels));
        return answer.build();
    }

    private static void copy(DataObject object, DataObject.Builder answer, String name, String... path) {
        answer.put(name, object.findText(path).orElse(""));
    }

    private static String goType(Data data) {
        return switch (data.kind()) {
            case ARRAY -> "[]interface {}";
            case STRING -> "string";
            case BOOLEAN -> "bool";
            case NUMBER -> data.asNumber().orElseThrow().isInteger() ? "int64" : "float64";
            default -> "<nil>";
        };
    }

    private static String duplicates(List<DuplicateKey> keys) {
        return keys.stream().map(key -> "\n  " + key).collect(Collectors.joining("", "yaml: unmarshal errors:", ""));
    }
}
