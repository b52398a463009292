package dev.konflux.release.testkit.kube.access;

import dev.konflux.release.testkit.store.ObjectReader;
import dev.konflux.release.testkit.store.Selection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Rights from roles and their bindings. */
final class RoleAccess implements Access {

    private static final Set<String> FOR_ALL = Set.of("/healthz", "/livez", "/readyz", "/version", "/version/");
    private static final List<String> DISCOVERY = List.of("/api", "/apis", "/openapi");
    private static final Set<String> ABOUT_ONESELF = Set.of(
            "authorization.k8s.io/selfsubjectaccessreviews",
            "authorization.k8s.io/selfsubjectrulesreviews",
            "authentication.k8s.io/selfsubjectreviews");

    @Override
    public Verdict judge(User user, Attempt attempt, ObjectReader cluster) {
        return user.isMaster() || isEverybodys(user, attempt)
                ? Verdict.allowed("")
                : bindings(attempt, cluster)
                        .flatMap(binding -> binding.reason(user, attempt, cluster).stream())
                        .findFirst()
                        .map(Verdict::allowed)
                        .orElse(Verdict.REFUSED);
    }

    /** What the cluster's own roles give to everybody, or to everybody who has shown who he is. */
    private static boolean isEverybodys(User user, Attempt attempt) {
        if (attempt.isOfResource()) {
            return user.isAuthenticated()
                    && attempt.verb().equals("create")
                    && ABOUT_ONESELF.contains(attempt.group() + "/" + attempt.resource());
        }
        String path = attempt.path();
        boolean isDiscovery = user.isAuthenticated()
                && DISCOVERY.stream().anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
        return attempt.verb().equals("get") && (FOR_ALL.contains(path) || isDiscovery);
    }

    /** Those of the whole cluster first. */
    private static Stream<Binding> bindings(Attempt attempt, ObjectReader cluster) {
        Stream<Binding> everywhere = cluster.list("ClusterRoleBinding", Selection.everything()).stream()
                .map(Binding::new);
        return attempt.namespace().isEmpty()
                ? everywhere
                : Stream.concat(
                        everywhere,
                        cluster.list("RoleBinding", Selection.in(attempt.namespace())).stream()
                                .map(Binding::new));
    }
}
