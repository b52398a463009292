package dev.konflux.release.testkit.pipelines;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.util.ArrayList;
import java.util.List;

/** What a tenant's pipeline does. */
final class TenantTasks {

    private TenantTasks() {}

    /** Pushes each image of the Snapshot below the repository that the run names, under the Snapshot's name. */
    static Archive pushBelowRepository(TaskDesk desk) {
        String repository = desk.input().param("repository");
        DataObject snapshot = desk.input().object("Snapshot");
        String tag = snapshot.findText("metadata", "name").orElse("");
        List<Data> pushed = new ArrayList<>();
        for (Data component : snapshot.items("spec", "components")) {
            String name = component.findText("name").orElse("");
            String target = repository + "/" + name + ":" + tag;
            desk.world().push(component.findText("containerImage").orElse(""), target);
            desk.log("pushed " + target);
            pushed.add(DataObject.of("name", Data.of(name), "urls", DataArray.of(Data.of(target))));
        }
        desk.writeStatus(DataObject.of("artifacts", DataObject.of("images", DataArray.of(pushed))));
        return desk.archive();
    }
}
