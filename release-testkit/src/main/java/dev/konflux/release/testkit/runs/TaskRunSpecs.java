package dev.konflux.release.testkit.runs;

import dev.konflux.release.model.GoDuration;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.util.List;
import java.util.Optional;

/** What a pipeline changes about single tasks of its runs. */
final class TaskRunSpecs {

    private static final List<String> WITH_RESOURCES = List.of("stepSpecs", "sidecarSpecs");
    private static final String RESOURCES = "computeResources";
    private static final String TIMEOUT = "timeout";

    private TaskRunSpecs() {}

    /** The changes as the operator writes them again, with quantities and durations in Go's words. */
    static List<DataObject> written(List<DataObject> specs) {
        return specs.stream().map(TaskRunSpecs::written).toList();
    }

    private static DataObject written(DataObject spec) {
        DataObject written = withResources(spec);
        for (String list : WITH_RESOURCES) {
            if (spec.find(list).isPresent()) {
                written = written.with(
                        list,
                        DataArray.of(spec.objects(list).stream()
                                .map(TaskRunSpecs::withResources)
                                .toList()));
            }
        }
        Optional<String> timeout =
                spec.findText(TIMEOUT).flatMap(GoDuration::parse).map(GoDuration::format);
        return timeout.isPresent() ? written.with(TIMEOUT, Data.of(timeout.get())) : written;
    }

    private static DataObject withResources(DataObject owner) {
        Optional<DataObject> resources = owner.findObject(RESOURCES).map(ComputeResources::canonical);
        return resources.isPresent() ? owner.with(RESOURCES, resources.get()) : owner;
    }
}
