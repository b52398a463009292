package dev.konflux.release.testkit.kube;

import com.google.common.collect.ImmutableMap;
import com.google.re2j.Pattern;
import dev.konflux.release.model.admission.Inspector;
import dev.konflux.release.model.admission.NameForm;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.store.AdmissionChain;
import dev.konflux.release.testkit.store.ApiError;
import dev.konflux.release.testkit.store.ApiError.Cause;
import dev.konflux.release.testkit.store.ApiException;
import dev.konflux.release.testkit.store.WriteRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the API server itself demands of built-in kinds and adds to them. */
final class BuiltInRules implements AdmissionChain {

    private static final String INVALID = "FieldValueInvalid";
    private static final String FORBIDDEN = "FieldValueForbidden";
    private static final String IMMUTABLE = "immutable";
    private static final int LARGEST_DATA = 1 << 20;
    private static final int LONGEST_KEY = 253;
    private static final Pattern KEY = Pattern.compile("[-._a-zA-Z0-9]+");
    private static final String BAD_KEY =
            "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or"
                    + " 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')";

    private static final Map<String, NameForm> NAMES = ImmutableMap.<String, NameForm>builder()
            .put("ConfigMap", NameForm.SUBDOMAIN)
            .put("Secret", NameForm.SUBDOMAIN)
            .put("ServiceAccount", NameForm.SUBDOMAIN)
            .put("Lease", NameForm.SUBDOMAIN)
            .put("Event", NameForm.SUBDOMAIN)
            .put("Namespace", NameForm.LABEL)
            .put("Role", NameForm.PATH_SEGMENT)
            .put("RoleBinding", NameForm.PATH_SEGMENT)
            .put("ClusterRole", NameForm.PATH_SEGMENT)
            .put("ClusterRoleBinding", NameForm.PATH_SEGMENT)
            .buildOrThrow();

    private final Inspector inspector = Inspector.create();

    @Override
    public DataObject admit(WriteRequest request) {
        DataObject object = request.object();
        List<Cause> causes = new ArrayList<>(metadata(request));
        causes.addAll(
                switch (request.type().kind()) {
                    case "ConfigMap" -> data(request, List.of("data", "binaryData"));
                    case "Secret" -> data(request, List.of("data"));
                    case "RoleBinding", "ClusterRoleBinding" -> RoleBindingRules.faults(request);
                    case "PipelineRun", "TaskRun" -> RunTypes.faults(object);
                    default -> List.of();
                });
        if (!causes.isEmpty()) {
            throw new ApiException(invalid(request, causes));
        }
        return completed(object, request);
    }

    private List<Cause> metadata(WriteRequest request) {
        return Optional.ofNullable(NAMES.get(request.type().kind()))
                .map(names -> inspector.metadataFaults(request.object(), names))
                .orElse(List.of())
                .stream()
                .map(fault -> new Cause(fault.field(), fault.type().reason(), fault.message()))
                .toList();
    }

    private static ApiError invalid(WriteRequest request, List<Cause> causes) {
        String name = request.object().findText("metadata", "name").orElse("");
        return Refusal.invalid(request.type().group(), request.type().kind(), name, causes)
                .error();
    }

    private static DataObject completed(DataObject object, WriteRequest request) {
        return switch (request.type().kind()) {
            case "Namespace" -> namespace(object, request.oldObject().isEmpty());
            case "Secret" -> secret(object);
            case "RoleBinding", "ClusterRoleBinding" -> RoleBindingRules.completed(object);
            case "Role", "ClusterRole" -> object.has("rules") ? object : object.with("rules", Data.nothing());
            default -> object;
        };
    }

    /** A namespace carries its name as a label, and lives as long as the server's finalizer is there. */
    private static DataObject namespace(DataObject object, boolean isNew) {
        String name = object.findText("metadata", "name").orElse("");
        DataObject labelled = object.withPath(Data.of(name), "metadata", "labels", "kubernetes.io/metadata.name");
        return isNew
                ? labelled.withPath(DataArray.of(Data.of("kubernetes")), "spec", "finalizers")
                        .withPath(Data.of("Active"), "status", "phase")
                : labelled;
    }

    /** What was written in plain text is kept encoded. */
    private static DataObject secret(DataObject object) {
        DataObject typed = object.has("type") ? object : object.with("type", Data.of("Opaque"));
        Optional<DataObject> plain = typed.findObject("stringData");
        if (plain.isEmpty()) {
            return typed;
        }
        DataObject.Builder data = typed.findObject("data").orElse(DataObject.empty()).toBuilder();
        plain.get()
                .members()
                .forEach((key, value) -> data.put(
                        key,
                        java.util.Base64.getEncoder()
                                .encodeToString(value.asText().orElse("").getBytes(StandardCharsets.UTF_8))));
        return typed.without("stringData").with("data", data.build());
    }

    private static List<Cause> data(WriteRequest request, List<String> members) {
        DataObject object = request.object();
        List<Cause> causes = new ArrayList<>();
        long size = 0;
        for (String member : members) {
            for (var entry : object.findObject(member)
                    .orElse(DataObject.empty())
                    .members()
                    .entrySet()) {
                keyFaults(member, entry.getKey()).forEach(causes::add);
                size += entry.getValue().asText().orElse("").getBytes(StandardCharsets.UTF_8).length;
            }
        }
        if (size > LARGEST_DATA) {
            boolean isSecret = request.type().kind().equals("Secret");
            causes.add(new Cause(
                    isSecret ? "data" : "[]",
                    "FieldValueTooLong",
                    "Too long: may not be more than " + LARGEST_DATA + " bytes"));
        }
        request.oldObject()
                .filter(old -> old.find(IMMUTABLE).filter(Data.of(true)::equals).isPresent())
                .ifPresent(old -> frozen(object, old, members).forEach(causes::add));
        return causes;
    }

    private static Stream<Cause> keyFaults(String member, String key) {
        String field = member + "[" + key + "]";
        String shown = "Invalid value: " + Data.of(key) + ": ";
        if (key.length() > LONGEST_KEY) {
            return Stream.of(new Cause(field, INVALID, shown + "must be no more than " + LONGEST_KEY + " characters"));
        }
        if (!KEY.matches(key)) {
            return Stream.of(new Cause(field, INVALID, shown + BAD_KEY));
        }
        return key.equals(".")
                ? Stream.of(new Cause(field, INVALID, shown + "must not be '.'"))
                : key.equals("..") || key.startsWith("..")
                        ? Stream.of(new Cause(
                                field,
                                INVALID,
                                shown + (key.equals("..") ? "must not be '..'" : "must not start with '..'")))
                        : Stream.empty();
    }

    private static Stream<Cause> frozen(DataObject object, DataObject old, List<String> members) {
        Stream<String> flag =
                object.find(IMMUTABLE).filter(Data.of(true)::equals).isPresent()
                        ? Stream.empty()
                        : Stream.of(IMMUTABLE);
        Stream<String> changed =
                members.stream().filter(member -> !object.findObject(member).equals(old.findObject(member)));
        return Stream.concat(flag, changed)
                .map(field -> new Cause(field, FORBIDDEN, "Forbidden: field is immutable when `immutable` is set"));
    }
}
