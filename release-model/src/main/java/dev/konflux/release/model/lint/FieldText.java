package dev.konflux.release.model.lint;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataPath;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paths as the cluster writes them, {@code spec.sources[0].rego}, where names may hold dots too. */
final class FieldText {

    private static final Pattern ITEM = Pattern.compile("\\[(\\d{1,9})\\]\\.?");

    private FieldText() {}

    /** The way through a document that a text means. Where the document ends, the rest counts as names without dots. */
    static DataPath path(DataObject document, String text) {
        DataPath path = DataPath.ROOT;
        Optional<Data> here = Optional.of(document);
        String rest = text;
        while (!rest.isEmpty()) {
            Matcher item = ITEM.matcher(rest);
            if (item.lookingAt()) {
                path = path.item(Integer.parseInt(item.group(1)));
                rest = rest.substring(item.end());
            } else {
                String name = name(here, rest);
                path = path.member(name);
                rest = rest.substring(Math.min(rest.length(), name.length()));
                rest = rest.startsWith(".") ? rest.substring(1) : rest;
            }
            here = path.in(document);
        }
        return path;
    }

    private static String name(Optional<Data> here, String rest) {
        return here.flatMap(Data::asObject).map(DataObject::names).stream()
                .flatMap(names -> names.stream())
                .filter(name -> !name.isEmpty() && continues(rest, name))
                .max(Comparator.comparingInt(String::length))
                .orElseGet(() -> upTo(rest));
    }

    private static boolean continues(String rest, String name) {
        return rest.startsWith(name)
                && (rest.length() == name.length() || ".[".indexOf(rest.charAt(name.length())) >= 0);
    }

    // At least one character, so that every text comes to an end.
    private static String upTo(String rest) {
        int end = 1;
        while (end < rest.length() && ".[".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        return rest.substring(0, end);
    }

    static DataPath parent(DataPath path) {
        List<DataPath.Step> steps = path.steps();
        DataPath parent = DataPath.ROOT;
        for (DataPath.Step step : steps.subList(0, Math.max(0, steps.size() - 1))) {
            if (step instanceof DataPath.Step.Item item) {
                parent = parent.item(item.index());
            } else if (step instanceof DataPath.Step.Member member) {
                parent = parent.member(member.name());
            }
        }
        return parent;
    }
}
