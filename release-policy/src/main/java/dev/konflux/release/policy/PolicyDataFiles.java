package dev.konflux.release.policy;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.Map;

/** The data document made of the data files of a source group: all merged at the root. */
public final class PolicyDataFiles {

    private PolicyDataFiles() {}

    /**
     * One document with the members of all. The same leaf may not come twice, not even with the same value.
     *
     * @throws PolicyEvaluationException when it does
     */
    public static DataObject merge(Iterable<DataObject> documents) {
        DataObject merged = DataObject.empty();
        for (DataObject document : documents) {
            merged = merge(merged, document);
        }
        return merged;
    }

    private static DataObject merge(DataObject base, DataObject added) {
        DataObject.Builder merged = base.toBuilder();
        for (Map.Entry<String, Data> member : added.members().entrySet()) {
            Data known = base.member(member.getKey());
            merged.put(member.getKey(), known == null ? member.getValue() : both(known, member));
        }
        return merged.build();
    }

    private static Data both(Data known, Map.Entry<String, Data> added) {
        if (known instanceof DataObject base && added.getValue() instanceof DataObject more) {
            return merge(base, more);
        }
        throw new PolicyEvaluationException("merge error: two data files say what " + added.getKey() + " is");
    }
}
