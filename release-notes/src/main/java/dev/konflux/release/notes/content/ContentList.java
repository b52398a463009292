package dev.konflux.release.notes.content;

import com.google.common.collect.ImmutableList;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.releasedata.Located;
import java.util.List;

/** The lists of {@code releaseNotes.content}. */
final class ContentList {

    private ContentList() {}

    /** The content with the rows behind those that are there. A list that is null only matters when there is a row to add. */
    static DataObject append(Located content, String key, List<DataObject> rows) {
        Located list = new Located(
                content.orElse(key, DataArray.empty()), content.path().member(key));
        if (list.value().isNull() && rows.isEmpty()) {
            return content.object();
        }
        ImmutableList.Builder<Data> all = ImmutableList.builder();
        list.items().forEach(row -> all.add(row.value()));
        return content.object().with(key, DataArray.of(all.addAll(rows).build()));
    }
}
