package dev.konflux.release.policy.report;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.util.List;
import java.util.Map;

/** A policy's spec as upstream prints it: fields in the order of its types, empty ones left out. */
final class PolicyDocument {

    private static final List<String> SPEC =
            List.of("name", "description", "sources", "configuration", "rekorUrl", "publicKey", "identity");
    private static final Map<String, List<String>> ORDER = Map.of(
            "sources", List.of("name", "policy", "data", "ruleData", "config", "volatileConfig"),
            "config", List.of("exclude", "include"),
            "volatileConfig", List.of("exclude", "include"),
            "configuration", List.of("exclude", "include", "collections"),
            "identity", List.of("subject", "subjectRegExp", "issuer", "issuerRegExp"),
            "exclude",
                    List.of(
                            "value",
                            "effectiveOn",
                            "effectiveUntil",
                            "imageRef",
                            "imageUrl",
                            "imageDigest",
                            "componentNames",
                            "reference"),
            "include",
                    List.of(
                            "value",
                            "effectiveOn",
                            "effectiveUntil",
                            "imageRef",
                            "imageUrl",
                            "imageDigest",
                            "componentNames",
                            "reference"));

    private PolicyDocument() {}

    static DataObject of(DataObject spec) {
        return ordered(spec, SPEC);
    }

    private static DataObject ordered(DataObject object, List<String> order) {
        DataObject.Builder ordered = DataObject.builder();
        for (String name : order) {
            object.find(name)
                    .filter(value -> name.equals("value") || !isEmpty(value))
                    .ifPresent(value -> ordered.put(name, name.equals("ruleData") ? value : inner(name, value)));
        }
        return ordered.build();
    }

    private static Data inner(String name, Data value) {
        List<String> order = ORDER.getOrDefault(name, List.of());
        if (value instanceof DataArray array) {
            return array.map(item -> item instanceof DataObject object ? ordered(object, order) : item);
        }
        return value instanceof DataObject object ? ordered(object, order) : value;
    }

    private static boolean isEmpty(Data value) {
        return value.isNull()
                || value.asText().filter(String::isEmpty).isPresent()
                || value.asArray().filter(DataArray::isEmpty).isPresent();
    }
}
