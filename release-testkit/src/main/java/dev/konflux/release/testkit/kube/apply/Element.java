package dev.konflux.release.testkit.kube.apply;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.JsonReader;
import java.util.stream.Stream;

/** The elements of paths. */
final class Element {

    private Element() {}

    static String field(String name) {
        return "f:" + name;
    }

    static String value(Data value) {
        return "v:" + value;
    }

    static String keys(DataObject keys) {
        return "k:" + keys;
    }

    static String shown(String element) {
        String rest = element.substring(2);
        return switch (element.charAt(0)) {
            case 'f' -> "." + rest;
            case 'v' -> "[=" + rest + "]";
            case 'k' -> "[" + shownKeys(rest) + "]";
            default -> "[" + rest + "]";
        };
    }

    private static String shownKeys(String json) {
        DataObject keys = JsonReader.create().read(json, "").asObject().orElse(DataObject.empty());
        return String.join(
                ",",
                keys.members().entrySet().stream()
                        .flatMap(key -> Stream.of(key.getKey() + "=" + key.getValue()))
                        .toList());
    }
}
