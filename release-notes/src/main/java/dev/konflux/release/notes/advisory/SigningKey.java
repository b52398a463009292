package dev.konflux.release.notes.advisory;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.PythonEquality;
import dev.konflux.release.model.data.PythonText;
import dev.konflux.release.model.releasedata.Located;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import java.util.List;

/**
 * The key that content is signed with.
 *
 * @param name the key's name; several names are kept in one text
 */
record SigningKey(String name) {

    /** The key a config map names; several names win over one, and blanks do not fall back to it. */
    static SigningKey of(DataObject configMap, String configMapName) {
        Located entries = Located.root(configMap);
        String name = entries.findTrue("SIG_KEY_NAMES")
                .or(() -> entries.findTrue("SIG_KEY_NAME"))
                .map(Located::text)
                .orElse("")
                .strip();
        if (name.isEmpty()) {
            throw new ReleaseDataException(
                    "configmap " + PythonText.repr(configMapName) + " has neither SIG_KEY_NAMES nor SIG_KEY_NAME data");
        }
        return new SigningKey(name);
    }

    /** The rows, those without a key of their own with this one. */
    DataArray addedTo(List<Data> rows) {
        return DataArray.of(rows.stream().map(this::addedTo).toList());
    }

    private Data addedTo(Data row) {
        boolean isSigned = row.find("signingKey").filter(PythonEquality::isTrue).isPresent();
        return row instanceof DataObject object && !isSigned ? object.with("signingKey", Data.of(name)) : row;
    }
}
