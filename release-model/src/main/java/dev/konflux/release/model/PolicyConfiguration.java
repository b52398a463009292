package dev.konflux.release.model;

import dev.konflux.release.model.data.DataObject;
import java.util.List;

/** Rules switched on and off for all groups of a policy; deprecated in favour of each {@link PolicySource}'s own. */
public final class PolicyConfiguration extends Part {

    private PolicyConfiguration(DataObject data) {
        super(data);
    }

    /** The configuration that is the given object. */
    public static PolicyConfiguration of(DataObject data) {
        return new PolicyConfiguration(data);
    }

    /** Rules that are switched on. */
    public List<String> include() {
        return texts(data(), "include");
    }

    /** Rules that are switched off. */
    public List<String> exclude() {
        return texts(data(), "exclude");
    }

    /** Collections of rules that are switched on. */
    public List<String> collections() {
        return texts(data(), "collections");
    }
}
