package dev.konflux.release.collectors.builtin;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.util.List;

/** The answers of collectors: a fragment of release data. */
final class Notes {

    private Notes() {}

    static DataObject cves(List<DataObject> cves) {
        return releaseNotes(DataObject.of("cves", DataArray.of(cves)));
    }

    static DataObject cve(String id, String component) {
        return DataObject.of("key", Data.of(id), "component", Data.of(component));
    }

    /** An issue of a component, with the tracker it is in. */
    static DataObject issue(String id, String component, String source) {
        return DataObject.builder()
                .put("id", id)
                .put("component", component)
                .put("source", source)
                .build();
    }

    static DataObject fixedIssues(List<DataObject> issues) {
        return releaseNotes(DataObject.of("issues", DataObject.of("fixed", DataArray.of(issues))));
    }

    static DataObject releaseNotes(Data content) {
        return DataObject.of("releaseNotes", content);
    }
}
