package dev.konflux.release.testkit.runs;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.golang.GoJson;
import java.util.List;
import java.util.Map;

/** A policy's spec as the operator passes it to a pipeline: JSON in the order of the operator's fields, without unknown and empty ones. */
final class PolicyText {

    private static final List<String> SPEC =
            ImmutableList.of("name", "description", "sources", "configuration", "rekorUrl", "publicKey", "identity");
    private static final List<String> SOURCE =
            ImmutableList.of("name", "policy", "data", "ruleData", "config", "volatileConfig");
    private static final List<String> LISTS = ImmutableList.of("exclude", "include", "collections");
    private static final List<String> CRITERIA = ImmutableList.of(
            "value",
            "effectiveOn",
            "effectiveUntil",
            "imageRef",
            "imageDigest",
            "imageUrl",
            "componentNames",
            "reference");
    private static final List<String> IDENTITY = ImmutableList.of("subject", "subjectRegExp", "issuer", "issuerRegExp");

    /** The fields of the objects below each field; free-form fields are not named. */
    private static final Map<String, List<String>> FIELDS = ImmutableMap.of(
            "sources", SOURCE,
            "configuration", LISTS,
            "config", LISTS,
            "volatileConfig", LISTS,
            "exclude", CRITERIA,
            "include", CRITERIA,
            "identity", IDENTITY);

    private PolicyText() {}

    static String of(DataObject spec) {
        return GoJson.writeInOrder(ordered(spec, SPEC));
    }

    private static DataObject ordered(DataObject object, List<String> fields) {
        DataObject.Builder ordered = DataObject.builder();
        for (String field : fields) {
            object.find(field)
                    .map(value -> value(field, value))
                    .filter(value -> field.equals("value") || !isEmpty(value))
                    .ifPresent(value -> ordered.put(field, value));
        }
        return ordered.build();
    }

    private static Data value(String field, Data value) {
        if (field.equals("ruleData")) {
            return sorted(value);
        }
        if (value instanceof DataArray array) {
            return array.map(item -> value(field, item));
        }
        List<String> inner = FIELDS.get(field);
        return value instanceof DataObject object && inner != null ? ordered(object, inner) : value;
    }

    /** Free-form data went through the cluster, which sorts its members. */
    private static Data sorted(Data value) {
        if (value instanceof DataArray array) {
            return array.map(PolicyText::sorted);
        }
        if (!(value instanceof DataObject object)) {
            return value;
        }
        DataObject.Builder sorted = DataObject.builder();
        object.members().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(member -> sorted.put(member.getKey(), sorted(member.getValue())));
        return sorted.build();
    }

    private static boolean isEmpty(Data value) {
        return value.isNull()
                || value.asText().filter(String::isEmpty).isPresent()
                || value.asArray().filter(DataArray::isEmpty).isPresent();
    }
}
