package dev.konflux.release.collectors.jq;

import dev.konflux.release.model.data.CodePoints;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataBoolean;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataString;
import dev.konflux.release.model.data.JqOrder;
import dev.konflux.release.model.data.JqText;
import dev.konflux.release.model.data.JsonText;
import dev.konflux.release.model.text.DataSyntaxException;
import dev.konflux.release.model.text.JsonReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The functions of jq that programs without string literals have a use for. */
final class JqFunctions {

    private static final Map<String, Function<Data, Data>> ONE_TO_ONE = Map.ofEntries(
            Map.entry("length", JqFunctions::length),
            Map.entry("keys", input -> keys(input, true)),
            Map.entry("keys_unsorted", input -> keys(input, false)),
            Map.entry("to_entries", JqFunctions::entries),
            Map.entry("add", input -> values(input).stream().reduce(Data.nothing(), JqOperators::sum)),
            Map.entry("first", input -> items(input).stream().findFirst().orElse(Data.nothing())),
            Map.entry("last", input -> items(input).stream().reduce((a, b) -> b).orElse(Data.nothing())),
            Map.entry("min", input -> items(input).stream().min(JqOrder.ORDER).orElse(Data.nothing())),
            Map.entry("max", input -> items(input).stream().max(JqOrder.ORDER).orElse(Data.nothing())),
            Map.entry(
                    "sort",
                    input -> DataArray.of(
                            items(input).stream().sorted(JqOrder.ORDER).toList())),
            Map.entry("unique", input -> DataArray.of(JqOrder.unique(items(input)))),
            Map.entry("reverse", JqFunctions::reversed),
            Map.entry("flatten", input -> DataArray.of(flat(values(input)))),
            Map.entry("any", input -> Data.of(values(input).stream().anyMatch(JqFunctions::isTrue))),
            Map.entry("all", input -> Data.of(values(input).stream().allMatch(JqFunctions::isTrue))),
            Map.entry("not", input -> Data.of(!isTrue(input))),
            Map.entry("type", input -> Data.of(input.kind().word())),
            Map.entry("tostring", input -> Data.of(tostring(input))),
            Map.entry("@text", input -> Data.of(tostring(input))),
            Map.entry("tojson", input -> Data.of(json(input))),
            Map.entry("@json", input -> Data.of(json(input))),
            Map.entry("fromjson", JqFunctions::parsed),
            Map.entry("tonumber", JqFunctions::tonumber),
            Map.entry("floor", input -> JqOperators.number(Math.floor(number(input)))),
            Map.entry("sqrt", input -> JqOperators.number(Math.sqrt(number(input)))),
            Map.entry("ascii_upcase", input -> Data.of(shifted(text(input), 'a', 'z', -32))),
            Map.entry("ascii_downcase", input -> Data.of(shifted(text(input), 'A', 'Z', 32))),
            Map.entry("@base64", input -> Data.of(base64(tostring(input)))),
            Map.entry("@uri", input -> Data.of(uri(tostring(input)))),
            Map.entry("true", input -> Data.of(true)),
            Map.entry("false", input -> Data.of(false)),
            Map.entry("null", input -> Data.nothing()));

    private final DataObject environment;

    JqFunctions(Map<String, String> environment) {
        DataObject.Builder variables = DataObject.builder();
        environment.forEach(variables::put);
        this.environment = variables.build();
    }

    JqFilter named(String name) {
        Function<Data, Data> function = ONE_TO_ONE.get(name);
        if (function != null) {
            return (input, output) -> output.accept(function.apply(input));
        }
        return switch (name) {
            case "empty" -> (input, output) -> {};
            case "env", "$ENV" -> (input, output) -> output.accept(environment);
            case "recurse" -> JqFunctions::everything;
            case "values" -> only(input -> !input.isNull());
            case "nulls" -> only(Data::isNull);
            case "strings" -> only(DataString.class::isInstance);
            case "numbers" -> only(DataNumber.class::isInstance);
            case "booleans" -> only(DataBoolean.class::isInstance);
            case "arrays" -> only(DataArray.class::isInstance);
            case "objects" -> only(DataObject.class::isInstance);
            case "scalars" -> only(input -> !(input instanceof DataArray || input instanceof DataObject));
            default -> throw new JqError("jq: error: " + name + "/0 is not defined at <top-level>, line 1:");
        };
    }

    JqFilter named(String name, JqFilter f) {
        return switch (name) {
            case "select" ->
                (input, output) -> f.run(input, truth -> {
                    if (isTrue(truth)) {
                        output.accept(input);
                    }
                });
            case "map" ->
                (input, output) -> {
                    List<Data> mapped = new ArrayList<>();
                    values(input).forEach(value -> f.run(value, mapped::add));
                    output.accept(DataArray.of(mapped));
                };
            case "join" -> (input, output) -> f.run(input, by -> output.accept(joined(values(input), by)));
            case "has" -> (input, output) -> f.run(input, key -> output.accept(Data.of(has(input, key))));
            case "startswith" ->
                (input, output) ->
                        f.run(input, start -> output.accept(Data.of(text(input).startsWith(text(start)))));
            case "endswith" ->
                (input, output) ->
                        f.run(input, end -> output.accept(Data.of(text(input).endsWith(text(end)))));
            case "sort_by" ->
                (input, output) -> output.accept(DataArray.of(items(input).stream()
                        .sorted((a, b) -> JqOrder.ORDER.compare(DataArray.of(f.outputs(a)), DataArray.of(f.outputs(b))))
                        .toList()));
            case "first" ->
                (input, output) -> f.outputs(input).stream().findFirst().ifPresent(output);
            default -> throw new JqError("jq: error: " + name + "/1 is not defined at <top-level>, line 1:");
        };
    }

    static boolean isTrue(Data value) {
        return !value.isNull() && value.asBoolean().orElse(true);
    }

    static void everything(Data input, Consumer<Data> output) {
        output.accept(input);
        if (input instanceof DataArray || input instanceof DataObject) {
            values(input).forEach(value -> everything(value, output));
        }
    }

    private static JqFilter only(Predicate<Data> test) {
        return (input, output) -> {
            if (test.test(input)) {
                output.accept(input);
            }
        };
    }

    private static Data length(Data input) {
        return switch (input.kind()) {
            case NULL -> Data.of(0);
            case STRING -> Data.of(text(input).codePointCount(0, text(input).length()));
            case ARRAY, OBJECT -> Data.of(values(input).size());
            case NUMBER -> JqOperators.number(Math.abs(number(input)));
            case BOOLEAN -> throw unfit(input, "length");
        };
    }

    private static DataArray keys(Data input, boolean sorted) {
        if (input instanceof DataObject object) {
            List<String> names = new ArrayList<>(object.names());
            if (sorted) {
                names.sort(CodePoints.ORDER);
            }
            return DataArray.ofTexts(names);
        }
        List<Data> indexes = new ArrayList<>();
        items(input).forEach(item -> indexes.add(Data.of(indexes.size())));
        return DataArray.of(indexes);
    }

    /** Of an array, indexes are the keys. */
    private static Data entries(Data input) {
        List<Data> keys = keys(input, false).items();
        List<Data> values = values(input);
        return DataArray.of(IntStream.range(0, values.size())
                .mapToObj(i -> DataObject.of("key", keys.get(i), "value", values.get(i)))
                .toList());
    }

    private static boolean has(Data input, Data key) {
        if (input instanceof DataArray array && key instanceof DataNumber index) {
            int place = (int) index.doubleValue();
            return place >= 0 && place < array.items().size();
        }
        if (input instanceof DataObject object) {
            return object.member(text(key)) != null;
        }
        throw unfit(input, "has");
    }

    private static Data reversed(Data input) {
        List<Data> items = new ArrayList<>(input.isNull() ? List.of() : items(input));
        Collections.reverse(items);
        return DataArray.of(items);
    }

    private static List<Data> flat(List<Data> items) {
        List<Data> flat = new ArrayList<>();
        items.forEach(item ->
                flat.addAll(item.asArray().map(inner -> flat(inner.items())).orElse(List.of(item))));
        return flat;
    }

    /** Numbers and truths as text; null is nothing, as an item and between items. */
    private static Data joined(List<Data> items, Data by) {
        Data joined = Data.nothing();
        for (Data item : items) {
            Data front = joined.isNull() ? Data.of("") : JqOperators.sum(joined, by);
            boolean isWritten = item instanceof DataNumber || item instanceof DataBoolean;
            joined = JqOperators.sum(front, isWritten ? Data.of(json(item)) : item);
        }
        return joined.isNull() ? Data.of("") : joined;
    }

    private static String tostring(Data input) {
        return input.asText().orElseGet(() -> json(input));
    }

    private static String json(Data input) {
        return JsonText.compact().write(JqText.read(input));
    }

    private static Data parsed(Data input) {
        try {
            return JsonReader.create().read(text(input), "");
        } catch (DataSyntaxException e) {
            throw new JqError("jq: error: " + e.problem());
        }
    }

    private static Data tonumber(Data input) {
        Data value = input instanceof DataNumber ? input : parsed(input);
        return value.asNumber().orElseThrow(() -> unfit(input, "tonumber"));
    }

    private static String shifted(String text, char from, char to, int by) {
        StringBuilder out = new StringBuilder();
        text.chars().forEach(c -> out.append((char) (c >= from && c <= to ? c + by : c)));
        return out.toString();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String uri(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static List<Data> values(Data input) {
        return input.asObject()
                .map(object -> List.copyOf(object.members().values()))
                .orElseGet(() -> items(input));
    }

    private static List<Data> items(Data input) {
        return input.asArray().map(DataArray::items).orElseThrow(() -> unfit(input, "an array"));
    }

    private static String text(Data input) {
        return input.asText().orElseThrow(() -> unfit(input, "a string"));
    }

    private static double number(Data input) {
        return input.asNumber().orElseThrow(() -> unfit(input, "a number")).doubleValue();
    }

    private static JqError unfit(Data input, String use) {
        return new JqError("jq: error: " + input.kind().word() + " does not fit " + use);
    }
}
