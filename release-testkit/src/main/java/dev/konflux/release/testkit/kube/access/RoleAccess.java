package dev.konflux.release.testkit.kube.access;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.store.ObjectKey;
import dev.konflux.release.testkit.store.ObjectReader;
import dev.konflux.release.testkit.store.Selection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rights from Roles and RoleBindings. */
final class RoleAccess implements Access {

    private static final Set<String> FOR_ALL = Set.of("/healthz", "/livez", "/readyz", "/version", "/version/");
    private static final List<String> DISCOVERY = List.of("/api", "/apis", "/openapi");
    private static final Set<String> ABOUT_ONESELF = Set.of(
            "authorization.k8s.io/selfsubjectaccessreviews",
            "authorization.k8s.io/selfsubjectrulesreviews",
            "authentication.k8s.io/selfsubjectreviews");

    @Override
    public Verdict judge(User user, Attempt attempt, ObjectReader cluster) {
        if (user.isMaster()) {
            return Verdict.allowed("");
        }
        return attempt.isOfResource() ? ofResource(user, attempt, cluster) : ofPath(user, attempt);
    }

    private static Verdict ofPath(User user, Attempt attempt) {
        String path = attempt.path();
        boolean isDiscovery = user.isAuthenticated()
                && DISCOVERY.stream().anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
        return attempt.verb().equals("get") && (FOR_ALL.contains(path) || isDiscovery)
                ? Verdict.allowed("")
                : Verdict.REFUSED;
    }

    private static Verdict ofResource(User user, Attempt attempt, ObjectReader cluster) {
        boolean isAboutOneself = user.isAuthenticated()
                && attempt.verb().equals("create")
                && ABOUT_ONESELF.contains(attempt.group() + "/" + attempt.resource());
        if (isAboutOneself) {
            return Verdict.allowed("");
        }
        if (attempt.namespace().isEmpty()) {
            return Verdict.REFUSED;
        }
        for (DataObject binding : cluster.list("RoleBinding", Selection.in(attempt.namespace()))) {
            Optional<String> subject = subject(user, binding);
            if (subject.isPresent() && grants(binding, attempt, cluster)) {
                return Verdict.allowed(reason(binding, subject.get()));
            }
        }
        return Verdict.REFUSED;
    }

    private static String reason(DataObject binding, String subject) {
        return "RBAC: allowed by RoleBinding \"" + text(binding, "metadata", "name") + "/"
                + text(binding, "metadata", "namespace") + "\" of " + text(binding, "roleRef", "kind") + " \""
                + text(binding, "roleRef", "name") + "\" to " + subject;
    }

    private static String text(Data object, String... path) {
        return object.findText(path).orElse("");
    }

    /** The subject of a binding that the user is; empty when the binding is not about him. */
    private static Optional<String> subject(User user, DataObject binding) {
        return binding.items("subjects").stream()
                .filter(subject -> isMeant(user, subject, text(binding, "metadata", "namespace")))
                .findFirst()
                .map(subject -> text(subject, "kind") + " \"" + shownName(subject) + "\"");
    }

    private static String shownName(Data subject) {
        String namespace = text(subject, "namespace");
        return text(subject, "kind").equals("ServiceAccount")
                ? text(subject, "name") + "/" + namespace
                : text(subject, "name");
    }

    private static boolean isMeant(User user, Data subject, String home) {
        String name = text(subject, "name");
        return switch (text(subject, "kind")) {
            case "User" -> user.name().equals(name);
            case "Group" -> user.groups().contains(name);
            case "ServiceAccount" -> {
                String namespace = subject.findText("namespace").orElse(home);
                yield user.name().equals("system:serviceaccount:" + namespace + ":" + name);
            }
            default -> false;
        };
    }

    private static boolean grants(DataObject binding, Attempt attempt, ObjectReader cluster) {
        ObjectKey role =
                new ObjectKey(text(binding, "roleRef", "kind"), attempt.namespace(), text(binding, "roleRef", "name"));
        return cluster.find(role).stream()
                .flatMap(found -> found.items("rules").stream())
                .anyMatch(rule -> allows(rule, attempt));
    }

    private static boolean allows(Data rule, Attempt attempt) {
        List<Data> names = rule.items("resourceNames");
        return names(rule, "verbs", attempt.verb())
                && names(rule, "apiGroups", attempt.group())
                && namesResource(rule, attempt.resource())
                && (names.isEmpty() || names.contains(Data.of(attempt.name())));
    }

    private static boolean names(Data rule, String member, String wanted) {
        List<Data> values = rule.items(member);
        return values.contains(Data.of("*")) || values.contains(Data.of(wanted));
    }

    private static boolean namesResource(Data rule, String resource) {
        int slash = resource.indexOf('/');
        return names(rule, "resources", resource)
                || (slash > 0 && rule.items("resources").contains(Data.of("*" + resource.substring(slash))));
    }
}
