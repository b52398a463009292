package dev.konflux.release.testkit.kube;

import com.google.common.collect.ImmutableList;
import dev.konflux.release.model.data.DataObject;
import java.util.List;
import java.util.Optional;

/** A selector by labels: all its requirements must hold. */
record LabelSelector(List<Requirement> requirements) {

    /** What a label must be. */
    record Requirement(String key, String operator, List<String> values) {

        boolean holds(DataObject labels) {
            Optional<String> value = labels.findText(key);
            return switch (operator) {
                case "exists" -> value.isPresent();
                case "!" -> value.isEmpty();
                case "in", "=", "==" -> value.filter(values::contains).isPresent();
                case ">", "<" -> value.filter(this::compares).isPresent();
                default -> value.filter(values::contains).isEmpty();
            };
        }

        private boolean compares(String value) {
            if (!value.matches("-?\\d{1,18}")) {
                return false;
            }
            int order = Long.compare(Long.parseLong(value), Long.parseLong(values.get(0)));
            return operator.equals(">") ? order > 0 : order < 0;
        }
    }

    LabelSelector {
        requirements = ImmutableList.copyOf(requirements);
    }

    static LabelSelector parse(String text) {
        return new LabelSelector(new LabelSelectorParser(text).requirements());
    }

    boolean takes(DataObject object) {
        DataObject labels = object.findObject("metadata", "labels").orElse(DataObject.empty());
        return requirements.stream().allMatch(requirement -> requirement.holds(labels));
    }
}
