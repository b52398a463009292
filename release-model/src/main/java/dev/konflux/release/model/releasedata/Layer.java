package dev.konflux.release.model.releasedata;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataPath;

/** One value that goes into the merge: a document's data, or one collector's result. */
record Layer(DataLayer kind, String document, DataPath path, Data value) {

    /** The same layer seen from one of its members or items. */
    Layer inner(DataPath.Step step, Data inside) {
        DataPath deeper = step instanceof DataPath.Step.Member member
                ? path.member(member.name())
                : path.item(((DataPath.Step.Item) step).index());
        return new Layer(kind, document, deeper, inside);
    }

    Origin origin() {
        return new Origin(kind, document, path, value.position());
    }
}
