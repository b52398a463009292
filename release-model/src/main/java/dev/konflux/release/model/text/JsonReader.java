package dev.konflux.release.model.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.Position;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads JSON. Numbers keep their text, a repeated name keeps its last value, Python's {@code NaN} and infinities are understood. */
public final class JsonReader {

    private final JsonFactory factory;

    private JsonReader(ReadLimits limits) {
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(limits.depth())
                .maxDocumentLength(limits.characters())
                .maxNumberLength(10_000)
                .maxStringLength(limits.characters())
                .build();
        this.factory = JsonFactory.builder()
                .streamReadConstraints(constraints)
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .build();
    }

    /** A reader with the default limits. */
    public static JsonReader create() {
        return new JsonReader(ReadLimits.DEFAULT);
    }

    /** A reader with limits of its own. */
    public static JsonReader create(ReadLimits limits) {
        return new JsonReader(limits);
    }

    /**
     * Reads the only value of a text.
     *
     * @param source name used in positions; may be empty
     * @throws DataSyntaxException when the text is not one JSON value
     */
    public Data read(String text, String source) {
        return read(text, source, path -> {});
    }

    /**
     * Reads the only value of a text, and tells of names that stand more than once in an object.
     *
     * @param source name used in positions; may be empty
     * @param repeated is told the path of such a name, such as {@code spec.params[0].name}, each time it comes again
     * @throws DataSyntaxException when the text is not one JSON value
     */
    public Data read(String text, String source, Consumer<String> repeated) {
        try (JsonParser parser = factory.createParser(text)) {
            if (parser.nextToken() == null) {
                throw new DataSyntaxException(new Position(source, 1, 1), "expected a JSON value, found nothing");
            }
            Data value = value(parser, source, repeated);
            if (parser.nextToken() != null) {
                throw new DataSyntaxException(place(parser, source), "expected the end, found a further value");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new DataSyntaxException(place(e.getLocation(), source), e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads all values of a text that holds any number of them, one behind the other.
     *
     * @param source name used in positions; may be empty
     * @throws DataSyntaxException when the text is not a sequence of JSON values
     */
    public List<Data> readAll(String text, String source) {
        List<Data> values = new ArrayList<>();
        try (JsonParser parser = factory.createParser(text)) {
            while (parser.nextToken() != null) {
                values.add(value(parser, source, path -> {}));
            }
            return values;
        } catch (JsonProcessingException e) {
            throw new DataSyntaxException(place(e.getLocation(), source), e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Data value(JsonParser parser, String source, Consumer<String> repeated) throws IOException {
        Position place = place(parser, source);
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(parser, source, repeated).at(place);
            case START_ARRAY -> array(parser, source, repeated).at(place);
            case VALUE_STRING -> Data.of(parser.getText()).at(place);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser).at(place);
            case VALUE_TRUE -> Data.of(true).at(place);
            case VALUE_FALSE -> Data.of(false).at(place);
            case VALUE_NULL -> Data.nothing().at(place);
            default -> throw new DataSyntaxException(place, "expected a JSON value, found " + token);
        };
    }

    private static DataNumber number(JsonParser parser) throws IOException {
        String text = parser.getText();
        return switch (text) {
            case "INF", "+INF", "+Infinity" -> DataNumber.parse("Infinity");
            case "-INF" -> DataNumber.parse("-Infinity");
            default -> DataNumber.parse(text);
        };
    }

    private DataObject object(JsonParser parser, String source, Consumer<String> repeated) throws IOException {
        DataObject.Builder members = DataObject.builder();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Position place = place(parser, source);
            if (members.has(name)) {
                repeated.accept(path(parser));
            }
            parser.nextToken();
            members.put(name, place, value(parser, source, repeated));
        }
        return members.build();
    }

    private DataArray array(JsonParser parser, String source, Consumer<String> repeated) throws IOException {
        List<Data> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser, source, repeated));
        }
        return DataArray.of(items);
    }

    private static String path(JsonParser parser) {
        StringBuilder path = new StringBuilder();
        for (JsonStreamContext here = parser.getParsingContext();
                here != null && !here.inRoot();
                here = here.getParent()) {
            String step = here.inArray() ? "[" + here.getCurrentIndex() + "]" : "." + here.getCurrentName();
            path.insert(0, step);
        }
        return path.isEmpty() ? "" : path.substring(path.charAt(0) == '.' ? 1 : 0);
    }

    private static Position place(JsonParser parser, String source) {
        return place(parser.currentTokenLocation(), source);
    }

    /** A text beyond the limits is refused without a place. */
    private static Position place(@Nullable JsonLocation location, String source) {
        return location == null
                ? new Position(source, 1, 1)
                : new Position(source, location.getLineNr(), location.getColumnNr());
    }
}
