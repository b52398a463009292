package dev.konflux.release.conformance;

import dev.konflux.release.model.admission.Admission;
import dev.konflux.release.model.admission.AdmissionRequest;
import dev.konflux.release.model.admission.AdmissionVerdict;
import dev.konflux.release.model.admission.AdmissionVerdict.Stored;
import dev.konflux.release.model.admission.Cause;
import dev.konflux.release.model.admission.ClusterView;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One object offered to the cluster of the release service. */
final class OperatorAdmissionArea implements Area {

    private static final String ADMIN = "admin";

    private final Admission admission = Admission.chain();

    @Override
    public DataObject answer(DataObject input) {
        Instant now = Instant.parse(input.findText("now").orElseThrow());
        List<DataObject> stored = new ArrayList<>();
        ClusterView cluster = (kind, namespace, name) -> find(stored, kind, namespace, name);
        for (Data object : input.items("cluster")) {
            stored.add(created(object, cluster, now));
        }
        DataObject object = input.findObject("object").orElseThrow();
        String user = input.findText("user").orElse("");
        AdmissionRequest request = switch (input.findText("operation").orElseThrow()) {
            case "create" -> AdmissionRequest.create(user, object);
            case "update" -> AdmissionRequest.update(user, object, old(input, cluster, now));
            default -> AdmissionRequest.updateStatus(user, object, old(input, cluster, now));
        };
        return answer(admission.review(completed(request, cluster, now)));
    }

    private DataObject old(DataObject input, ClusterView cluster, Instant now) {
        return created(input.find("oldObject").orElseThrow(), cluster, now);
    }

    private DataObject created(Data object, ClusterView cluster, Instant now) {
        AdmissionRequest request =
                AdmissionRequest.create(ADMIN, object.asObject().orElseThrow());
        return ((Stored) admission.review(completed(request, cluster, now))).object();
    }

    private static AdmissionRequest completed(AdmissionRequest request, ClusterView cluster, Instant now) {
        return request.in(cluster).at(now).naming((kind, namespace, prefix) -> "00001");
    }

    private static Optional<DataObject> find(List<DataObject> objects, String kind, String namespace, String name) {
        return objects.stream()
                .filter(object -> object.findText("kind").orElse("").equals(kind))
                .filter(object ->
                        object.findText("metadata", "namespace").orElse("").equals(namespace))
                .filter(object -> object.findText("metadata", "name").orElse("").equals(name))
                .findFirst();
    }

    private static DataObject answer(AdmissionVerdict verdict) {
        if (verdict instanceof Stored stored) {
            DataObject metadata = stored.object().findObject("metadata").orElseThrow();
            return DataObject.of("object", stored.object().with("metadata", metadata.without("generateName")));
        }
        AdmissionVerdict.Refused refused = (AdmissionVerdict.Refused) verdict;
        DataObject.Builder error = DataObject.builder()
                .put("code", refused.code())
                .put("reason", refused.reason())
                .put("message", refused.message());
        if (!refused.causes().isEmpty()) {
            error.put(
                    "causes",
                    DataArray.of(refused.causes().stream()
                            .map(OperatorAdmissionArea::cause)
                            .toList()));
        }
        return DataObject.of("error", error.build());
    }

    private static DataObject cause(Cause cause) {
        return DataObject.builder()
                .put("type", cause.type().reason())
                .put("field", cause.field())
                .put("message", cause.message())
                .build();
    }
}
