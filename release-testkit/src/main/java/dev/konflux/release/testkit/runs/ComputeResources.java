package dev.konflux.release.testkit.runs;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.golang.GoQuantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Compute resources of a step: limits and requests by resource name. */
final class ComputeResources {

    private static final List<String> KINDS = List.of("limits", "requests");
    private static final String MEMORY = "memory";
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?");

    private ComputeResources() {}

    static Optional<GoQuantity> memory(DataObject resources, String kind) {
        return resources.find(kind, MEMORY).flatMap(ComputeResources::quantity);
    }

    /** A quantity may be written as a number. */
    private static Optional<GoQuantity> quantity(Data value) {
        return GoQuantity.parse(value.asText().orElse(value.toString()));
    }

    /** The same resources with every quantity as the operator writes it again. */
    static DataObject canonical(DataObject resources) {
        DataObject written = resources;
        for (String kind : KINDS) {
            Optional<DataObject> amounts = resources.findObject(kind);
            if (amounts.isPresent()) {
                written = written.with(kind, canonicalAmounts(amounts.get()));
            }
        }
        return written;
    }

    private static DataObject canonicalAmounts(DataObject amounts) {
        DataObject canonical = amounts;
        for (Map.Entry<String, Data> amount : amounts.members().entrySet()) {
            Optional<GoQuantity> quantity = quantity(amount.getValue());
            if (quantity.isPresent()) {
                canonical =
                        canonical.with(amount.getKey(), Data.of(quantity.get().text()));
            }
        }
        return canonical;
    }

    /** The memory multiplied and capped; empty when there is no memory to multiply or no factor. */
    static Optional<DataObject> multiplied(DataObject current, DataObject mitigation) {
        double factor = factor(mitigation.findText("multiplier").orElse(""));
        if (factor <= 0) {
            return Optional.empty();
        }
        DataObject raised = canonical(current);
        boolean hasMemory = false;
        for (String kind : KINDS) {
            Optional<GoQuantity> memory = memory(current, kind);
            if (memory.isPresent()) {
                GoQuantity given = capped(memory.get().times(factor), kind, mitigation);
                raised = raised.withPath(Data.of(given.text()), kind, MEMORY);
                hasMemory = true;
            }
        }
        return hasMemory ? Optional.of(raised) : Optional.empty();
    }

    private static GoQuantity capped(GoQuantity wanted, String kind, DataObject mitigation) {
        return mitigation
                .findObject("maxComputeResources")
                .flatMap(most -> memory(most, kind))
                .map(wanted::atMost)
                .orElse(wanted);
    }

    /** Zero for what is no number, or too large a one. */
    private static double factor(String text) {
        double factor = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : 0;
        return Double.isInfinite(factor) ? 0 : factor;
    }
}
