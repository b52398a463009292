package dev.konflux.release.testkit.kube;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.store.ApiError.Cause;
import dev.konflux.release.testkit.store.WriteRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the API server demands of bindings of roles and adds to them. */
final class RoleBindingRules {

    private static final String GROUP = "rbac.authorization.k8s.io";
    private static final String API_GROUP = "apiGroup";
    private static final String ROLE = "roleRef";
    private static final String SUBJECTS = "subjects";

    private RoleBindingRules() {}

    /** A binding with the groups of its role, users and groups; service accounts are of the core group. */
    static DataObject completed(DataObject binding) {
        DataObject completed = binding.findObject(ROLE)
                .map(role -> binding.with(ROLE, inGroup(role)))
                .orElse(binding);
        if (!completed.has(SUBJECTS)) {
            return completed;
        }
        List<Data> subjects = completed.items(SUBJECTS).stream()
                .map(subject -> isAccount(subject) || !(subject instanceof DataObject named) ? subject : inGroup(named))
                .toList();
        return completed.with(SUBJECTS, DataArray.of(subjects));
    }

    private static DataObject inGroup(DataObject reference) {
        return text(reference, API_GROUP).isEmpty() ? reference.with(API_GROUP, Data.of(GROUP)) : reference;
    }

    private static boolean isAccount(Data subject) {
        return text(subject, "kind").equals("ServiceAccount");
    }

    static List<Cause> faults(WriteRequest request) {
        DataObject binding = completed(request.object());
        boolean isOfCluster = request.type().kind().equals("ClusterRoleBinding");
        List<Cause> causes = new ArrayList<>(role(binding.findObject(ROLE).orElse(DataObject.empty()), isOfCluster));
        List<Data> subjects = binding.items(SUBJECTS);
        for (int i = 0; i < subjects.size(); i++) {
            subject(subjects.get(i), SUBJECTS + "[" + i + "].", isOfCluster, causes);
        }
        boolean isChanged = request.oldObject()
                .filter(old -> !old.findObject(ROLE).equals(binding.findObject(ROLE)))
                .isPresent();
        if (isChanged && causes.isEmpty()) {
            String shown = shown(binding.findObject(ROLE).orElse(DataObject.empty()));
            causes.add(new Cause(ROLE, "FieldValueInvalid", "Invalid value: " + shown + ": cannot change roleRef"));
        }
        return causes;
    }

    private static List<Cause> role(DataObject role, boolean isOfCluster) {
        List<Cause> causes = new ArrayList<>();
        String group = role.isEmpty() ? GROUP : text(role, API_GROUP);
        if (!group.equals(GROUP)) {
            causes.add(unsupported("roleRef.apiGroup", group, GROUP));
        }
        String kind = text(role, "kind");
        boolean isKnown = kind.equals("ClusterRole") || (kind.equals("Role") && !isOfCluster);
        if (!isKnown) {
            causes.add(
                    isOfCluster
                            ? unsupported("roleRef.kind", kind, "ClusterRole")
                            : unsupported("roleRef.kind", kind, "Role", "ClusterRole"));
        }
        if (text(role, "name").isEmpty()) {
            causes.add(required("roleRef.name"));
        }
        return causes;
    }

    private static void subject(Data subject, String path, boolean isOfCluster, List<Cause> causes) {
        if (text(subject, "name").isEmpty()) {
            causes.add(required(path + "name"));
        }
        String group = text(subject, API_GROUP);
        switch (text(subject, "kind")) {
            case "ServiceAccount" -> {
                if (!group.isEmpty()) {
                    causes.add(unsupported(path + API_GROUP, group, ""));
                }
                if (isOfCluster && text(subject, "namespace").isEmpty()) {
                    causes.add(required(path + "namespace"));
                }
            }
            case "User", "Group" -> {
                if (!group.equals(GROUP)) {
                    causes.add(unsupported(path + API_GROUP, group, GROUP));
                }
            }
            default -> causes.add(unsupported(path + "kind", text(subject, "kind"), "ServiceAccount", "User", "Group"));
        }
    }

    private static Cause required(String field) {
        return new Cause(field, "FieldValueRequired", "Required value");
    }

    private static Cause unsupported(String field, String value, String... supported) {
        String list = Stream.of(supported).map(name -> '"' + name + '"').collect(Collectors.joining(", "));
        return new Cause(
                field,
                "FieldValueNotSupported",
                "Unsupported value: " + Data.of(value) + ": supported values: " + list);
    }

    private static String shown(DataObject role) {
        DataObject.Builder inOrder = DataObject.builder();
        List.of(API_GROUP, "kind", "name")
                .forEach(name -> role.find(name).ifPresent(value -> inOrder.put(name, value)));
        return inOrder.build().toString();
    }

    private static String text(Data object, String member) {
        return object.findText(member).orElse("");
    }
}
