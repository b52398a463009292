package dev.konflux.release.model.jackson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads a tree and makes a value of it. Jackson's own limits bound size and depth. */
final class DataDeserializer<T> extends StdDeserializer<T> {

    private static final long serialVersionUID = 1;

    private final Class<T> type;
    private final transient Function<Data, T> maker;
    private final boolean readsNull;

    DataDeserializer(Class<T> type, Function<Data, T> maker) {
        super(type);
        this.type = type;
        this.maker = maker;
        this.readsNull = type == Data.class;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        Data value = read(parser);
        try {
            return maker.apply(value);
        } catch (IllegalArgumentException | ClassCastException e) {
            throw context.weirdStringException(value.kind().toString(), type, String.valueOf(e.getMessage()));
        }
    }

    @Override
    @SuppressWarnings(
            "NullAway") // Jackson's contract: null stands for the JSON null of types that have none of their own.
    public T getNullValue(DeserializationContext context) {
        return readsNull ? type.cast(Data.nothing()) : null;
    }

    private static Data read(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
            case VALUE_TRUE -> Data.of(true);
            case VALUE_FALSE -> Data.of(false);
            case VALUE_NULL -> Data.nothing();
            default -> Data.of(parser.getText());
        };
    }

    private static Data number(JsonParser parser) throws IOException {
        try {
            return DataNumber.parse(parser.getText());
        } catch (IllegalArgumentException e) {
            return Data.of(parser.getDecimalValue());
        }
    }

    private static Data object(JsonParser parser) throws IOException {
        DataObject.Builder members = DataObject.builder();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, read(parser));
        }
        return members.build();
    }

    private static Data array(JsonParser parser) throws IOException {
        List<Data> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(read(parser));
        }
        return DataArray.of(items);
    }
}
