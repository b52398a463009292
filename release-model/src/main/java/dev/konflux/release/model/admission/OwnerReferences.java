package dev.konflux.release.model.admission;

import com.google.common.base.Splitter;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.util.List;

/** What is demanded of the references to owners. Source: {@code ValidateOwnerReferences} of apimachinery. */
final class OwnerReferences {

    private static final List<String> FIELDS_IN_ORDER =
            List.of("apiVersion", "kind", "name", "uid", "controller", "blockOwnerDeletion");

    private OwnerReferences() {}

    static void check(List<Data> owners, String path, List<Cause> causes) {
        String controller = "";
        for (Data owner : owners) {
            owner(owner, path, causes);
            if (owner.find("controller").filter(Data.of(true)::equals).isPresent()) {
                String name = text(owner, "kind") + "/" + text(owner, "name");
                if (controller.isEmpty()) {
                    controller = name;
                } else {
                    causes.add(secondController(owners, path, controller, name));
                }
            }
        }
    }

    private static Cause secondController(List<Data> owners, String path, String first, String second) {
        Data references =
                DataArray.of(owners.stream().map(OwnerReferences::inOrder).toList());
        return Cause.invalidAsJson(
                path,
                references,
                "Only one reference can have Controller set to true. Found \"true\" in references for " + first
                        + " and " + second);
    }

    private static void owner(Data owner, String path, List<Cause> causes) {
        String apiVersion = text(owner, "apiVersion");
        if (version(apiVersion).isEmpty()) {
            causes.add(Cause.invalid(path + ".apiVersion", Data.of(apiVersion), "version must not be empty"));
        }
        for (String field : List.of("kind", "name", "uid")) {
            if (text(owner, field).isEmpty()) {
                causes.add(Cause.invalid(path + "." + field, Data.of(""), "must not be empty"));
            }
        }
        if (apiVersion.equals("v1") && text(owner, "kind").equals("Event")) {
            String refusal = "/v1, Kind=Event is disallowed from being an owner";
            causes.add(Cause.invalidAsJson(path, inOrder(owner), refusal));
        }
    }

    /** The version alone; empty, too, where nothing can be made of the text. */
    private static String version(String apiVersion) {
        List<String> parts = Splitter.on('/').splitToList(apiVersion);
        return parts.size() > 2 ? "" : parts.get(parts.size() - 1);
    }

    private static Data inOrder(Data owner) {
        DataObject.Builder ordered = DataObject.builder();
        FIELDS_IN_ORDER.forEach(field -> owner.find(field).ifPresent(value -> ordered.put(field, value)));
        return ordered.build();
    }

    private static String text(Data owner, String name) {
        return owner.findText(name).orElse("");
    }
}
