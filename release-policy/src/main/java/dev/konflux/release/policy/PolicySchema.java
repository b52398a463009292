package dev.konflux.release.policy;

import com.google.common.collect.ImmutableMap;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The form of a policy's spec. Messages name the place in upstream's schema. */
final class PolicySchema {

    private static final String ID = "https://github.com/conforma/crds/api/v1alpha1/enterprise-contract-policy-spec#";

    /** A kind of value; an object's members are all that may be there. */
    private interface Shape {

        void check(Data value, Place place);
    }

    /** Where the value stands, and where the schema of it stands. */
    private record Place(String path, String schema) {

        Place member(String name) {
            return new Place(path + "/" + name, schema + "/properties/" + name);
        }

        Place item(int index) {
            return new Place(path + "/" + index, schema + "/items");
        }

        InvalidPolicyException fault(String keyword, String problem) {
            String where = "jsonschema: '" + path + "' does not validate with " + ID + schema + "/" + keyword + ": ";
            return new InvalidPolicyException(path, where + problem);
        }
    }

    private static final Shape TEXT = kind("string");
    private static final Shape ANY_OBJECT = kind("object");
    private static final Shape TEXTS = list(TEXT);
    private static final Shape SELECTION = object(Map.of("include", TEXTS, "exclude", TEXTS));
    private static final Shape CRITERIA = list(object(
            ImmutableMap.<String, Shape>builder()
                    .put("value", TEXT)
                    .put("effectiveOn", TEXT)
                    .put("effectiveUntil", TEXT)
                    .put("imageRef", TEXT)
                    .put("imageUrl", TEXT)
                    .put("imageDigest", TEXT)
                    .put("componentNames", TEXTS)
                    .put("reference", TEXT)
                    .buildOrThrow(),
            "value"));
    private static final Shape SOURCE = object(Map.of(
            "name", TEXT,
            "policy", TEXTS,
            "data", TEXTS,
            "ruleData", ANY_OBJECT,
            "config", SELECTION,
            "volatileConfig", object(Map.of("include", CRITERIA, "exclude", CRITERIA))));
    private static final Shape SPEC = object(Map.of(
            "name", TEXT,
            "description", TEXT,
            "sources", list(SOURCE),
            "configuration", object(Map.of("include", TEXTS, "exclude", TEXTS, "collections", TEXTS)),
            "rekorUrl", TEXT,
            "publicKey", TEXT,
            "identity", object(Map.of("subject", TEXT, "subjectRegExp", TEXT, "issuer", TEXT, "issuerRegExp", TEXT))));

    private PolicySchema() {}

    static void require(Data spec) {
        SPEC.check(spec, new Place("", ""));
    }

    private static Shape kind(String name) {
        return (value, place) -> requireKind(value, name, place);
    }

    private static void requireKind(Data value, String name, Place place) {
        String found = value.kind().name().toLowerCase(Locale.ROOT);
        if (!found.equals(name)) {
            throw place.fault("type", "expected " + name + ", but got " + found);
        }
    }

    private static Shape list(Shape items) {
        return (value, place) -> {
            requireKind(value, "array", place);
            List<Data> list = ((DataArray) value).items();
            for (int i = 0; i < list.size(); i++) {
                items.check(list.get(i), place.item(i));
            }
        };
    }

    private static Shape object(Map<String, Shape> members, String... required) {
        return (value, place) -> {
            Place here = new Place(place.path(), place.schema() + "/$ref");
            requireKind(value, "object", here);
            DataObject object = (DataObject) value;
            for (String name : required) {
                if (!object.has(name)) {
                    throw here.fault("required", "missing properties: '" + name + "'");
                }
            }
            object.members().forEach((name, member) -> {
                Shape shape = members.get(name);
                if (shape == null) {
                    throw here.fault("additionalProperties", "additionalProperties '" + name + "' not allowed");
                }
                shape.check(member, here.member(name));
            });
        };
    }
}
