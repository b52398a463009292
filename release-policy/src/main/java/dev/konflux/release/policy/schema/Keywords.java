package dev.konflux.release.policy.schema;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataObject;
import org.jspecify.annotations.Nullable;

/** What a schema says, each keyword read once. */
final class Keywords {

    /** Empty where every type will do. */
    final ImmutableList<String> types;

    final @Nullable ImmutableList<Subschema> anyOf;
    final @Nullable ImmutableList<Subschema> oneOf;
    final ImmutableList<Subschema> allOf;
    final @Nullable Subschema items;
    final long minItems;
    final long maxItems;
    final boolean uniqueItems;
    final ImmutableList<String> required;
    final ImmutableMap<String, Subschema> properties;
    final @Nullable Subschema additionalProperties;
    final boolean isClosed;
    final @Nullable ImmutableSet<Data> allowed;
    final @Nullable DataNumber minimum;
    final long minLength;
    final long maxLength;
    final @Nullable String format;

    Keywords(DataObject schema, References references) {
        types = types(schema);
        anyOf = schema.has("anyOf") ? alternatives(schema, "anyOf", references) : null;
        oneOf = schema.has("oneOf") ? alternatives(schema, "oneOf", references) : null;
        allOf = alternatives(schema, "allOf", references);
        items = schema.findObject("items").map(references::schema).orElse(null);
        minItems = number(schema, "minItems");
        maxItems = number(schema, "maxItems");
        uniqueItems = schema.find("uniqueItems").filter(Data.of(true)::equals).isPresent();
        required = texts(schema.items("required"));
        properties = properties(schema, references);
        additionalProperties = schema.findObject("additionalProperties")
                .map(references::schema)
                .orElse(null);
        isClosed = Data.of(false).equals(schema.member("additionalProperties"));
        allowed = schema.has("enum") ? ImmutableSet.copyOf(schema.items("enum")) : null;
        minimum = schema.find("minimum").flatMap(Data::asNumber).orElse(null);
        minLength = number(schema, "minLength");
        maxLength = number(schema, "maxLength");
        format = schema.findText("format").orElse(null);
    }

    private static ImmutableList<String> types(DataObject schema) {
        Data type = schema.member("type");
        if (type == null) {
            return ImmutableList.of();
        }
        return type.asText().map(ImmutableList::of).orElseGet(() -> texts(type.items()));
    }

    private static ImmutableList<String> texts(Iterable<Data> values) {
        ImmutableList.Builder<String> texts = ImmutableList.builder();
        values.forEach(value -> value.asText().ifPresent(texts::add));
        return texts.build();
    }

    private static ImmutableList<Subschema> alternatives(DataObject schema, String keyword, References references) {
        return schema.items(keyword).stream()
                .map(part -> references.schema(part.asObject().orElseThrow()))
                .collect(ImmutableList.toImmutableList());
    }

    private static ImmutableMap<String, Subschema> properties(DataObject schema, References references) {
        ImmutableMap.Builder<String, Subschema> properties = ImmutableMap.builder();
        schema.findObject("properties")
                .orElse(DataObject.empty())
                .members()
                .forEach((name, value) ->
                        value.asObject().ifPresent(known -> properties.put(name, references.schema(known))));
        return properties.buildOrThrow();
    }

    private static long number(DataObject schema, String keyword) {
        return schema.find(keyword)
                .flatMap(Data::asNumber)
                .map(n -> n.asLong().orElse(0))
                .orElse(0L);
    }
}
