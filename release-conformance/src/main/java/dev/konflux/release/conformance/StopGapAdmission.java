package dev.konflux.release.conformance;

import dev.konflux.release.model.MetadataKeys;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.store.AdmissionChain;
import dev.konflux.release.testkit.store.WriteRequest;
import dev.konflux.release.testkit.store.WriteRequest.Operation;
import dev.konflux.release.testkit.store.ApiError;
import dev.konflux.release.testkit.store.ApiException;
import dev.konflux.release.testkit.store.ObjectKey;
import java.util.List;

/** The few defaults the transcripts need until the full admission is there. */
final class StopGapAdmission implements AdmissionChain {

    @Override
    public DataObject admit(WriteRequest request) {
        DataObject object = request.object();
        boolean create = request.operation() == Operation.CREATE;
        return switch (request.type().kind()) {
            case "Release" -> create ? release(object, request) : releaseUpdate(object, request);
            case "ReleasePlan" -> plan(object, request, create);
            case "ReleasePlanAdmission" -> create ? admission(object) : object;
            default -> object;
        };
    }

    private static DataObject release(DataObject object, WriteRequest request) {
        DataObject admitted = object;
        if (!object.findText("metadata", "labels", MetadataKeys.AUTOMATED)
                .filter("true"::equals)
                .isPresent()) {
            admitted = admitted.withPath(Data.of(sanitised(request.user())), "metadata", "labels", MetadataKeys.AUTHOR);
        }
        String plan = object.findText("spec", "releasePlan").orElse("");
        admitted = admitted.withPath(
                Data.of(object.findText("spec", "snapshot").orElse("")), "metadata", "labels", MetadataKeys.SNAPSHOT);
        admitted = admitted.withPath(Data.of(plan), "metadata", "labels", MetadataKeys.RELEASE_PLAN);
        if (object.find("spec", "gracePeriodDays").isEmpty()) {
            DataObject source = request.cluster()
                    .find(new ObjectKey("ReleasePlan", ObjectKey.of(object).namespace(), plan))
                    .orElse(DataObject.empty());
            Data days = source.find("spec", "releaseGracePeriodDays").orElse(Data.of(0));
            if (!days.equals(Data.of(0))) {
                admitted = admitted.withPath(days, "spec", "gracePeriodDays");
            }
        }
        return admitted;
    }

    private static String sanitised(String user) {
        return user.replace(':', '_').replaceFirst("@", ".");
    }

    private static DataObject releaseUpdate(DataObject object, WriteRequest request) {
        DataObject old = request.oldObject().orElse(DataObject.empty());
        if (!old.find("metadata", "labels", MetadataKeys.AUTHOR)
                .equals(object.find("metadata", "labels", MetadataKeys.AUTHOR))) {
            throw new ApiException(ApiError.of(
                    400,
                    "",
                    "admission webhook \"mauthor.kb.io\" denied the request: release author label cannot be updated"));
        }
        if (!old.find("spec").equals(object.find("spec"))) {
            throw new ApiException(
                    ApiError.of(
                            403,
                            "Forbidden",
                            "admission webhook \"vrelease.kb.io\" denied the request: release resources spec cannot be updated"));
        }
        return object;
    }

    private static DataObject plan(DataObject object, WriteRequest request, boolean create) {
        DataObject admitted = object;
        if (object.find("spec", "releaseGracePeriodDays").isEmpty()) {
            admitted = admitted.withPath(Data.of(7), "spec", "releaseGracePeriodDays");
        }
        if (object.findText("metadata", "labels", MetadataKeys.STANDING_ATTRIBUTION)
                .filter("true"::equals)
                .isPresent()) {
            if (object.findText("metadata", "labels", MetadataKeys.AUTHOR).isEmpty()) {
                admitted = admitted.withPath(
                        Data.of(sanitised(request.user())), "metadata", "labels", MetadataKeys.AUTHOR);
            }
        } else if (object.find("metadata", "labels", MetadataKeys.AUTHOR).isPresent()) {
            DataObject labels = object.findObject("metadata", "labels").orElse(DataObject.empty());
            admitted = admitted.withPath(labels.without(MetadataKeys.AUTHOR), "metadata", "labels");
        }
        if (create && object.find("metadata", "labels").isEmpty()) {
            admitted = admitted.withPath(Data.of("true"), "metadata", "labels", MetadataKeys.AUTO_RELEASE);
        }
        for (String pipeline : List.of("tenantPipeline", "finalPipeline")) {
            admitted = withTimeouts(admitted, pipeline);
        }
        return admitted;
    }

    private static DataObject admission(DataObject object) {
        DataObject admitted = object;
        if (object.find("metadata", "labels", MetadataKeys.BLOCK_RELEASES).isEmpty()) {
            admitted = admitted.withPath(Data.of("false"), "metadata", "labels", MetadataKeys.BLOCK_RELEASES);
        }
        return withTimeouts(admitted, "pipeline");
    }

    private static DataObject withTimeouts(DataObject object, String pipeline) {
        return object.find("spec", pipeline).isPresent()
                        && object.find("spec", pipeline, "timeouts").isEmpty()
                ? object.withPath(DataObject.empty(), "spec", pipeline, "timeouts")
                : object;
    }
}
