package dev.konflux.release.model.datakeys;

import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.releasedata.ReleaseData;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import java.util.List;

/** The check of release data's keys that pipelines make before they publish anything. */
public final class DataKeys {

    private DataKeys() {}

    /**
     * All violations: first of the keys' types in the order of the known keys, then of the systems' demands.
     *
     * @throws ReleaseDataException when the data's own {@code systems} are no array
     */
    public static List<KeyViolation> check(ReleaseData data, RequiredSystems systems) {
        DataObject document = systems.appendedTo(data.value());
        Violations violations = new Violations(data);
        DataShapes.DOCUMENT.check(document, violations);
        SystemDemands.check(document, violations);
        return violations.found();
    }

    /** All violations as far as the systems that the data itself names go. */
    public static List<KeyViolation> check(ReleaseData data) {
        return check(data, RequiredSystems.none());
    }
}
