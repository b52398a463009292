package dev.konflux.release.testkit.autorelease;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A Snapshot as it comes out of its Go type: unknown fields are gone, empty optional ones are absent, and a few structures are always there.
 */
final class GoSnapshot {

    private static final Set<String> METADATA_TEXTS =
            Set.of("name", "generateName", "namespace", "selfLink", "uid", "resourceVersion", "deletionTimestamp");
    private static final Set<String> METADATA_NUMBERS = Set.of("generation", "deletionGracePeriodSeconds");
    private static final Set<String> METADATA_COLLECTIONS =
            Set.of("labels", "annotations", "ownerReferences", "finalizers", "managedFields");
    private static final List<String> GIT_OPTIONAL = List.of("revision", "context", "devfileUrl", "dockerfileUrl");

    private GoSnapshot() {}

    static DataObject of(DataObject snapshot) {
        DataObject.Builder shaped = DataObject.builder();
        texts(snapshot, shaped, "kind", "apiVersion");
        shaped.put("metadata", metadata(objectAt(snapshot, "metadata")));
        shaped.put("spec", spec(objectAt(snapshot, "spec")));
        return shaped.put("status", status(objectAt(snapshot, "status"))).build();
    }

    private static DataObject metadata(DataObject metadata) {
        DataObject.Builder shaped = DataObject.builder();
        metadata.members().forEach((name, value) -> {
            boolean known = METADATA_TEXTS.contains(name)
                    || METADATA_NUMBERS.contains(name)
                    || METADATA_COLLECTIONS.contains(name);
            boolean kept = known && !isEmpty(value);
            if (kept) {
                shaped.put(name, value);
            }
        });
        metadata.find("creationTimestamp")
                .filter(time -> !time.isNull())
                .ifPresent(time -> shaped.put("creationTimestamp", time));
        return shaped.build();
    }

    private static DataObject spec(DataObject spec) {
        DataObject.Builder shaped = DataObject.builder();
        texts(spec, shaped, "application", "componentGroup", "displayName", "displayDescription");
        List<Data> components = new ArrayList<>();
        spec.items("components").forEach(component -> components.add(component(component)));
        if (!components.isEmpty()) {
            shaped.put("components", DataArray.of(components));
        }
        DataObject.Builder artifacts = DataObject.builder();
        spec.find("artifacts", "unstableFields")
                .filter(fields -> !fields.isNull())
                .ifPresent(fields -> artifacts.put("unstableFields", fields));
        return shaped.put("artifacts", artifacts.build()).build();
    }

    private static DataObject component(Data component) {
        DataObject.Builder shaped = DataObject.builder();
        shaped.put("name", component.findText("name").orElse(""));
        texts(component, shaped, "version");
        shaped.put("containerImage", component.findText("containerImage").orElse(""));
        return shaped.put("source", source(objectAt(component, "source"))).build();
    }

    private static DataObject source(DataObject source) {
        DataObject.Builder shaped = DataObject.builder();
        source.findObject("git").ifPresent(git -> {
            DataObject.Builder kept = DataObject.builder();
            kept.put("url", git.findText("url").orElse(""));
            texts(git, kept, GIT_OPTIONAL.toArray(String[]::new));
            shaped.put("git", kept.build());
        });
        texts(source, shaped, "url", "dockerfileUri");
        source.find("versions")
                .filter(versions -> !isEmpty(versions))
                .ifPresent(versions -> shaped.put("versions", versions));
        return shaped.build();
    }

    private static DataObject status(DataObject status) {
        DataObject.Builder shaped = DataObject.builder();
        shaped.put(
                "conditions",
                status.find("conditions").filter(list -> !isEmpty(list)).orElse(Data.nothing()));
        status.find("parentSnapshots")
                .filter(parents -> !isEmpty(parents))
                .ifPresent(parents -> shaped.put("parentSnapshots", parents));
        return shaped.build();
    }

    private static void texts(Data from, DataObject.Builder to, String... names) {
        for (String name : names) {
            from.findText(name).filter(text -> !text.isEmpty()).ifPresent(text -> to.put(name, text));
        }
    }

    private static DataObject objectAt(Data owner, String name) {
        return owner.findObject(name).orElse(DataObject.empty());
    }

    private static boolean isEmpty(Data value) {
        return value.isNull()
                || value.equals(Data.of(""))
                || value.equals(Data.of(0))
                || value.equals(DataArray.empty())
                || value.equals(DataObject.empty());
    }
}
