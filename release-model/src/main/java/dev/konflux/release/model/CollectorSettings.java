package dev.konflux.release.model;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The collectors of a plan or an admission. */
public final class CollectorSettings extends Part {

    private CollectorSettings(DataObject data) {
        super(data);
    }

    /** The settings that are the given object. */
    public static CollectorSettings of(DataObject data) {
        return new CollectorSettings(data);
    }

    /** Settings of the given collectors. */
    public static CollectorSettings of(CollectorItem... items) {
        List<DataObject> data = Arrays.stream(items).map(CollectorItem::data).toList();
        return new CollectorSettings(DataObject.of("items", DataArray.of(data)));
    }

    /** The collectors in document order. */
    public List<CollectorItem> items() {
        return parts(data(), CollectorItem::of, "items");
    }

    /** Names of the secrets the collectors may read. An empty list is not the same as none: it grants every secret of the namespace. */
    public Optional<List<String>> secrets() {
        return data().find("secrets").flatMap(Data::asArray).map(list -> texts(data(), "secrets"));
    }

    /** The service account the collectors run as. */
    public Optional<String> serviceAccountName() {
        return data().findText("serviceAccountName");
    }

    /** These settings with secrets the collectors may read. */
    public CollectorSettings withSecrets(String... names) {
        return new CollectorSettings(data().with("secrets", DataArray.ofTexts(List.of(names))));
    }

    /** These settings run as another service account. */
    public CollectorSettings withServiceAccountName(String name) {
        return new CollectorSettings(data().with("serviceAccountName", Data.of(name)));
    }
}
