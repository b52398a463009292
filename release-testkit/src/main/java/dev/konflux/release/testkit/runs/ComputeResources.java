package dev.konflux.release.testkit.runs;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.List;
import java.util.Optional;

/** Compute resources of a step: limits and requests by resource name. */
final class ComputeResources {

    private static final List<String> KINDS = List.of("limits", "requests");
    private static final String MEMORY = "memory";

    private ComputeResources() {}

    static Optional<Quantity> memory(DataObject resources, String kind) {
        return resources.find(kind, MEMORY).map(ComputeResources::text).flatMap(Quantity::parse);
    }

    /** A quantity may be written as a number. */
    private static String text(Data value) {
        return value.asText().orElse(value.toString());
    }

    /** The same resources with every quantity in its canonical text. */
    static DataObject canonical(DataObject resources) {
        DataObject written = resources;
        for (String kind : KINDS) {
            Optional<DataObject> amounts = resources.findObject(kind);
            if (amounts.isPresent()) {
                DataObject.Builder canonical = DataObject.builder();
                amounts.get()
                        .members()
                        .forEach((name, value) -> canonical.put(
                                name,
                                Quantity.parse(text(value))
                                        .map(Quantity::text)
                                        .map(Data::of)
                                        .map(Data.class::cast)
                                        .orElse(value)));
                written = written.with(kind, canonical.build());
            }
        }
        return written;
    }

    /** The memory multiplied and capped; empty when there is no memory to multiply or no factor. */
    static Optional<DataObject> multiplied(DataObject current, DataObject mitigation) {
        double factor = factor(mitigation);
        if (!(factor > 0)) {
            return Optional.empty();
        }
        DataObject raised = canonical(current);
        boolean hasMemory = false;
        for (String kind : KINDS) {
            Optional<Quantity> memory = memory(current, kind);
            if (memory.isPresent()) {
                Quantity wanted = memory.get().times(factor);
                Quantity given = mitigation
                        .findObject("maxComputeResources")
                        .flatMap(most -> memory(most, kind))
                        .map(wanted::atMost)
                        .orElse(wanted);
                raised = raised.withPath(Data.of(given.text()), kind, MEMORY);
                hasMemory = true;
            }
        }
        return hasMemory ? Optional.of(raised) : Optional.empty();
    }

    private static double factor(DataObject mitigation) {
        try {
            return Double.parseDouble(mitigation.findText("multiplier").orElse(""));
        } catch (NumberFormatException noNumber) {
            return 0;
        }
    }
}
