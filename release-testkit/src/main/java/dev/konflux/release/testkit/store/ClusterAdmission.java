package dev.konflux.release.testkit.store;

import dev.konflux.release.model.admission.Admission;
import dev.konflux.release.model.admission.AdmissionRequest;
import dev.konflux.release.model.admission.AdmissionVerdict;
import dev.konflux.release.model.admission.AdmissionVerdict.Refused;
import dev.konflux.release.model.admission.AdmissionVerdict.Stored;
import dev.konflux.release.model.admission.ClusterView;
import dev.konflux.release.model.admission.Inspector;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;

/** The admission of a real cluster with the service's schemas and webhooks. */
public final class ClusterAdmission implements AdmissionChain {

    private static final String VERSION = "apiVersion";

    private final Inspector reader = Inspector.create();
    private final Admission admission;

    private ClusterAdmission(Admission admission) {
        this.admission = admission;
    }

    /** The admission chain given. */
    public static ClusterAdmission of(Admission admission) {
        return new ClusterAdmission(admission);
    }

    /** All known schemas and the release service's webhooks. */
    public static ClusterAdmission full() {
        return of(Admission.chain());
    }

    /** What is written in another version than the stored one is judged by that version, and keeps what the stored one has. */
    @Override
    public DataObject admit(WriteRequest request) {
        String spoken = request.writer().apiVersion();
        Data stored = request.object().find(VERSION).orElse(Data.nothing());
        if (spoken.isEmpty() || Data.of(spoken).equals(stored)) {
            return reviewed(request);
        }
        DataObject admitted = reviewed(request.in(spoken)).with(VERSION, stored);
        return reader.read(admitted).map(Inspector.Reading::object).orElse(admitted);
    }

    private DataObject reviewed(WriteRequest request) {
        AdmissionVerdict verdict = admission.review(reviewOf(request));
        if (verdict instanceof Refused refused) {
            throw new ApiException(errorOf(refused));
        }
        return ((Stored) verdict).object();
    }

    private static AdmissionRequest reviewOf(WriteRequest request) {
        ClusterView view = (kind, namespace, name) -> request.cluster().find(new ObjectKey(kind, namespace, name));
        DataObject old = request.oldObject().orElse(DataObject.empty());
        AdmissionRequest review = (switch (request.operation()) {
                    case CREATE -> AdmissionRequest.create(request.user(), request.object());
                    case UPDATE -> AdmissionRequest.update(request.user(), request.object(), old);
                    case UPDATE_STATUS -> AdmissionRequest.updateStatus(request.user(), request.object(), old);
                })
                .in(view);
        return request.oldWasAdmitted() ? review.afterAdmitted() : review;
    }

    private static ApiError errorOf(Refused refused) {
        return new ApiError(
                refused.code(),
                refused.reason(),
                refused.message(),
                refused.causes().stream()
                        .map(cause ->
                                new ApiError.Cause(cause.field(), cause.type().reason(), cause.message()))
                        .toList());
    }
}
