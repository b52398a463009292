package dev.konflux.release.testkit.kube;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.store.ApiError;
import java.util.ArrayList;
import java.util.List;

/** JSON patches (RFC 6902). Every failure is the same refusal, as the API server words it. */
final class JsonPatch {

    private static final int MOST_OPERATIONS = 10_000;

    private JsonPatch() {}

    static Data apply(Data document, List<Data> operations) {
        if (operations.size() > MOST_OPERATIONS) {
            throw Refusal.of(
                    413,
                    "RequestEntityTooLarge",
                    "The allowed maximum operations in a JSON patch is " + MOST_OPERATIONS + ", got "
                            + operations.size());
        }
        Data patched = document;
        long copied = 0;
        for (Data operation : operations) {
            if (operation.findText("op").orElse("").equals("copy")) {
                copied += at(patched, pointer(operation, "from")).toString().length();
                checkCopied(copied);
            }
            patched = step(patched, operation);
        }
        return patched;
    }

    /** A document copied into itself doubles every time. */
    private static void checkCopied(long characters) {
        if (characters > RequestBody.LARGEST) {
            throw Refusal.of(
                    413,
                    "RequestEntityTooLarge",
                    "the accumulated size increase of copy operations is " + characters + ", exceeding the limit "
                            + RequestBody.LARGEST);
        }
    }

    private static Data step(Data document, Data operation) {
        List<String> path = pointer(operation, "path");
        return switch (operation.findText("op").orElse("")) {
            case "add" -> add(document, path, value(operation));
            case "remove" -> remove(document, path);
            // Upstream lets an absent member be replaced, but no absent item.
            case "replace" -> put(document, path, value(operation), false);
            case "move" -> {
                Data moved = at(document, pointer(operation, "from"));
                yield add(remove(document, pointer(operation, "from")), path, moved);
            }
            case "copy" -> add(document, path, at(document, pointer(operation, "from")));
            case "test" -> tested(document, path, value(operation));
            default -> throw failure();
        };
    }

    private static Data tested(Data document, List<String> path, Data wanted) {
        if (!at(document, path).equals(wanted)) {
            throw failure();
        }
        return document;
    }

    private static Data value(Data operation) {
        return operation.find("value").orElseThrow(JsonPatch::failure);
    }

    private static List<String> pointer(Data operation, String member) {
        String text = operation.findText(member).orElseThrow(JsonPatch::failure);
        if (text.isEmpty()) {
            return List.of();
        }
        if (text.charAt(0) != '/') {
            throw failure();
        }
        List<String> parts = new ArrayList<>();
        for (String part : text.substring(1).split("/", -1)) {
            parts.add(part.replace("~1", "/").replace("~0", "~"));
        }
        return parts;
    }

    private static Data at(Data document, List<String> path) {
        Data here = document;
        for (String part : path) {
            here = child(here, part);
        }
        return here;
    }

    private static Data child(Data parent, String part) {
        if (parent instanceof DataArray array) {
            return array.items().get(index(part, array.size() - 1));
        }
        return parent.find(part).orElseThrow(JsonPatch::failure);
    }

    private static int index(String part, int last) {
        if (!part.matches("0|[1-9]\\d{0,8}") || Integer.parseInt(part) > last) {
            throw failure();
        }
        return Integer.parseInt(part);
    }

    private static Data add(Data document, List<String> path, Data value) {
        return put(document, path, value, true);
    }

    private static Data put(Data here, List<String> path, Data value, boolean insert) {
        if (path.isEmpty()) {
            return value;
        }
        String part = path.get(0);
        List<String> rest = path.subList(1, path.size());
        if (here instanceof DataObject object) {
            return object.with(part, rest.isEmpty() ? value : put(child(object, part), rest, value, insert));
        }
        if (!(here instanceof DataArray array)) {
            throw failure();
        }
        List<Data> items = new ArrayList<>(array.items());
        if (!rest.isEmpty()) {
            int index = index(part, items.size() - 1);
            items.set(index, put(items.get(index), rest, value, insert));
        } else if (insert) {
            items.add(part.equals("-") ? items.size() : index(part, items.size()), value);
        } else {
            items.set(index(part, items.size() - 1), value);
        }
        return DataArray.of(items);
    }

    private static Data remove(Data here, List<String> path) {
        if (path.isEmpty()) {
            throw failure();
        }
        String part = path.get(0);
        Data below = child(here, part);
        if (path.size() > 1) {
            return put(here, path.subList(0, 1), remove(below, path.subList(1, path.size())), false);
        }
        if (here instanceof DataObject object) {
            return object.without(part);
        }
        List<Data> items =
                new ArrayList<>(here.asArray().orElseThrow(JsonPatch::failure).items());
        items.remove(index(part, items.size() - 1));
        return DataArray.of(items);
    }

    private static Refusal failure() {
        return Refusal.withEmptyDetails(
                ApiError.of(422, "Invalid", "the server rejected our request due to an error in our request"));
    }
}
