package dev.konflux.release.testkit.kube.access;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.store.ObjectKey;
import dev.konflux.release.testkit.store.ObjectReader;
import java.util.Optional;

/** A RoleBinding, which gives the rights of a role in its own namespace, or a ClusterRoleBinding, which gives them everywhere. */
record Binding(DataObject document) {

    /** Why an attempt is allowed, when it is this binding that gives the user the right. */
    Optional<String> reason(User user, Attempt attempt, ObjectReader cluster) {
        return subject(user)
                .filter(subject -> grants(attempt, cluster))
                .map(subject -> "RBAC: allowed by " + text(document, "kind") + " \"" + shownName() + "\" of "
                        + text(document, "roleRef", "kind") + " \"" + text(document, "roleRef", "name") + "\" to "
                        + subject);
    }

    private String shownName() {
        String name = text(document, "metadata", "name");
        return namespace().isEmpty() ? name : name + "/" + namespace();
    }

    private String namespace() {
        return text(document, "metadata", "namespace");
    }

    /** The subject that the user is; empty when the binding is not about him. */
    private Optional<String> subject(User user) {
        return document.items("subjects").stream()
                .filter(subject -> isMeant(user, subject))
                .findFirst()
                .map(subject -> text(subject, "kind") + " \"" + shown(subject) + "\"");
    }

    private static String shown(Data subject) {
        return text(subject, "kind").equals("ServiceAccount")
                ? text(subject, "name") + "/" + text(subject, "namespace")
                : text(subject, "name");
    }

    private boolean isMeant(User user, Data subject) {
        String name = text(subject, "name");
        return switch (text(subject, "kind")) {
            case "User" -> user.name().equals(name);
            case "Group" -> user.groups().contains(name);
            case "ServiceAccount" -> {
                String home = subject.findText("namespace").orElse(namespace());
                yield user.name().equals("system:serviceaccount:" + home + ":" + name);
            }
            default -> false;
        };
    }

    /** A binding of a namespace may name a role of the whole cluster. */
    private boolean grants(Attempt attempt, ObjectReader cluster) {
        String kind = text(document, "roleRef", "kind");
        String home = kind.equals("ClusterRole") ? "" : namespace();
        return cluster.find(new ObjectKey(kind, home, text(document, "roleRef", "name"))).stream()
                .flatMap(role -> role.items("rules").stream())
                .anyMatch(rule -> new Rule(rule).allows(attempt));
    }

    private static String text(Data object, String... path) {
        return object.findText(path).orElse("");
    }
}
