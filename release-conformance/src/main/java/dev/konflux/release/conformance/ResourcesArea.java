package dev.konflux.release.conformance;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.Dialect;
import dev.konflux.release.model.text.DuplicateKey;
import dev.konflux.release.model.text.YamlDocument;
import dev.konflux.release.model.text.YamlReader;
import dev.konflux.release.model.text.YamlStream;
import java.util.List;
import java.util.stream.Collectors;

/** How the cluster reads and judges documents. */
final class ResourcesArea implements Area {

    private final YamlReader reader = YamlReader.of(Dialect.CLUSTER);

    @Override
    public DataObject answer(DataObject input) {
        String text = input.findText("yaml").orElseThrow();
        YamlStream stream = reader.readAll(text, "");
        DataObject.Builder answer = DataObject.builder();
        stream.end().ifPresent(fault -> answer.put("error", fault.upstreamMessage()));
        return answer.put(
                        "documents",
                        DataArray.of(stream.documents().stream()
                                .map(ResourcesArea::document)
                                .toList()))
                .build();
    }

    private static DataObject document(YamlDocument document) {
        if (document instanceof YamlDocument.Broken broken) {
            return DataObject.of("error", Data.of(broken.fault().upstreamMessage()));
        }
        if (document instanceof YamlDocument.Content content) {
            return content(content);
        }
        return DataObject.of("empty", Data.of(true));
    }

    private static DataObject content(YamlDocument.Content content) {
        if (!(content.data() instanceof DataObject object)) {
            return DataObject.of("error", Data.of("not an object: " + goType(content.data())));
        }
        DataObject.Builder answer = DataObject.builder().put("object", object);
        if (!content.duplicateKeys().isEmpty()) {
            answer.put("duplicateKeyError", duplicates(content.duplicateKeys()));
        }
        return answer.build();
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
