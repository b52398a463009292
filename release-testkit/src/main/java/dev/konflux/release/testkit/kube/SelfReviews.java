package dev.konflux.release.testkit.kube;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.kube.access.Access;
import dev.konflux.release.testkit.kube.access.Attempt;
import dev.konflux.release.testkit.kube.access.User;
import dev.konflux.release.testkit.kube.access.Verdict;
import dev.konflux.release.testkit.store.ObjectStore;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Questions of users about themselves: who they are, and what they may do. Nothing is stored. */
final class SelfReviews {

    private static final String AUTHENTICATION = "/apis/authentication.k8s.io/v1/selfsubjectreviews";
    private static final String ACCESS = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";

    private final Access access;
    private final ObjectStore store;

    SelfReviews(Access access, ObjectStore store) {
        this.access = access;
        this.store = store;
    }

    /** The answer to a question; empty for every other request. */
    Optional<KubernetesResponse> find(KubernetesRequest request, User user) {
        if (!request.method().equals("POST")) {
            return Optional.empty();
        }
        return switch (request.path()) {
            case AUTHENTICATION -> Optional.of(KubernetesResponse.of(201, identity(user)));
            case ACCESS ->
                Optional.of(KubernetesResponse.of(
                        201, rights(RequestBody.options(request).orElse(DataObject.empty()), user)));
            default -> Optional.empty();
        };
    }

    private DataObject identity(User user) {
        DataObject.Builder info = DataObject.builder().put("username", user.name());
        if (!user.uid().isEmpty()) {
            info.put("uid", user.uid());
        }
        info.put("groups", DataArray.ofTexts(user.groups()));
        return DataObject.builder()
                .put("kind", "SelfSubjectReview")
                .put("apiVersion", "authentication.k8s.io/v1")
                .put(
                        "metadata",
                        DataObject.of(
                                "creationTimestamp",
                                Data.of(store.now()
                                        .truncatedTo(ChronoUnit.SECONDS)
                                        .toString())))
                .put("status", DataObject.of("userInfo", info.build()))
                .build();
    }

    private DataObject rights(DataObject question, User user) {
        DataObject spec = question.findObject("spec").orElse(DataObject.empty());
        Verdict verdict = access.judge(user, attempt(spec), store);
        DataObject.Builder status = DataObject.builder().put("allowed", verdict.isAllowed());
        if (!verdict.reason().isEmpty()) {
            status.put("reason", verdict.reason());
        }
        return DataObject.builder()
                .put("kind", "SelfSubjectAccessReview")
                .put("apiVersion", "authorization.k8s.io/v1")
                .put("metadata", DataObject.empty())
                .put("spec", spec)
                .put("status", status.build())
                .build();
    }

    private static Attempt attempt(DataObject spec) {
        Optional<DataObject> path = spec.findObject("nonResourceAttributes");
        if (path.isPresent()) {
            return Attempt.at(text(path.get(), "verb"), text(path.get(), "path"));
        }
        DataObject resource = spec.findObject("resourceAttributes").orElse(DataObject.empty());
        String subresource = text(resource, "subresource");
        String plural = text(resource, "resource") + (subresource.isEmpty() ? "" : "/" + subresource);
        return Attempt.at(
                text(resource, "verb"),
                text(resource, "group"),
                plural,
                text(resource, "namespace"),
                text(resource, "name"));
    }

    private static String text(DataObject object, String member) {
        return object.findText(member).orElse("");
    }
}
