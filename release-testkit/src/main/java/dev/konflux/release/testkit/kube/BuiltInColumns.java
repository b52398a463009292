package dev.konflux.release.testkit.kube;

import java.util.List;
import java.util.Locale;

/** The columns of built-in kinds besides the name. Their paths are those of a view that {@link BuiltInCells} makes of an object. */
final class BuiltInColumns {

    private static final String AGE_PATH = ".metadata.creationTimestamp";
    private static final String AGE_DESCRIPTION =
            "CreationTimestamp is a timestamp representing the server time when this object was "
                    + "created. It is not guaranteed to be set in happens-before order across separate operations. Clients may not set this value. It "
                    + "is represented in RFC3339 form and is in UTC.\n\nPopulated by the system. Read-only. Null for lists. More info: "
                    + "https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md#metadata";

    private static final Column AGE = new Column("Age", "string", "", AGE_DESCRIPTION, 0, AGE_PATH);

    private BuiltInColumns() {}

    static List<Column> of(String kind) {
        return switch (kind) {
            case "ConfigMap" -> List.of(column("Data", "Data contains the configuration data.", "data"), AGE);
            case "Secret" ->
                List.of(
                        column("Type", "Used to facilitate programmatic handling of secret data.", ".type"),
                        column("Data", "Data contains the secret data.", "data"),
                        AGE);
            case "Namespace" -> List.of(column("Status", "The status of the namespace", ".status.phase"), AGE);
            case "ServiceAccount" ->
                List.of(column("Secrets", "Secrets is the list of secrets of the account.", "secrets"), AGE);
            case "Role", "ClusterRole", "CustomResourceDefinition" ->
                List.of(new Column("Created At", "date", "", AGE_DESCRIPTION, 0, "created"));
            case "RoleBinding", "ClusterRoleBinding" ->
                List.of(
                        column("Role", "RoleRef can reference a Role.", "role"),
                        AGE,
                        wide("Users", kind, "users"),
                        wide("Groups", kind, "groups"),
                        wide("ServiceAccounts", kind, "accounts"));
            case "Lease" -> List.of(column("Holder", "The holder of the lease.", ".spec.holderIdentity"), AGE);
            case "Event" ->
                List.of(
                        column("Last Seen", "Time of the last occurrence.", ".lastTimestamp"),
                        column("Type", "Type of this event.", ".type"),
                        column("Reason", "Why the event happened.", ".reason"),
                        column("Object", "The object the event is about.", "object"),
                        column("Message", "What happened.", ".message"));
            default -> List.of(AGE);
        };
    }

    private static Column column(String name, String description, String path) {
        return new Column(name, "string", "", description, 0, path);
    }

    /** A column that only wide tables show. */
    private static Column wide(String name, String kind, String path) {
        String owner = kind.substring(0, 1).toLowerCase(Locale.ROOT) + kind.substring(1);
        return new Column(name, "string", "", name + " in the " + owner, 1, path);
    }
}
