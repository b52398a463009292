package dev.konflux.release.testkit.kube;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.konflux.release.model.data.Data;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The paths of columns: members, items by number from either end, and the items with a member of a value. */
final class JsonPath {

    private static final Pattern STEP = Pattern.compile(
            "\\.([^.\\[]+)|\\[(-?\\d+)]|\\['([^']+)']|\\[\\?\\(@\\.([\\w.]+)\\s*==\\s*[\"']([^\"']*)[\"']\\)]");

    private JsonPath() {}

    /** The first value a path leads to. */
    static Optional<Data> find(Data document, String path) {
        Optional<Data> here = Optional.of(document);
        Matcher steps = STEP.matcher(path);
        while (here.isPresent() && steps.find()) {
            here = next(here.get(), steps);
        }
        return here.filter(value -> !value.isNull());
    }

    private static Optional<Data> next(Data here, Matcher step) {
        if (step.group(1) != null) {
            return here.find(step.group(1));
        }
        if (step.group(3) != null) {
            return here.find(step.group(3));
        }
        List<Data> items = new ArrayList<>(here.items());
        if (step.group(2) != null) {
            int wanted = Integer.parseInt(step.group(2));
            int index = wanted < 0 ? items.size() + wanted : wanted;
            return index >= 0 && index < items.size() ? Optional.of(items.get(index)) : Optional.empty();
        }
        String[] member = step.group(4).split("\\.");
        String value = step.group(5);
        return items.stream()
                .filter(item -> item.findText(member).filter(value::equals).isPresent())
                .findFirst();
    }
}
