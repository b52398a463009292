package dev.konflux.release.model.admission;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The {@code metadata} of an object: what the cluster makes of it and what it demands of it. */
final class ObjectMetadata {

    private static final int MOST_ANNOTATION_BYTES = 256 << 10;
    private static final String METADATA = "metadata";

    private final Data given;
    private final Optional<String> problem;
    private final DataObject written;

    private ObjectMetadata(Data given, Optional<String> problem, DataObject written) {
        this.given = given;
        this.problem = problem;
        this.written = written;
    }

    static ObjectMetadata of(DataObject object, GoStruct type) {
        Data given = object.find(METADATA).orElse(DataObject.empty());
        if (given.isNull()) {
            return new ObjectMetadata(given, Optional.empty(), DataObject.empty());
        }
        GoProblems problems = new GoProblems();
        Data passed = type.passed(given, GoPath.ROOT, problems);
        DataObject written = passed instanceof DataObject metadata ? metadata : DataObject.empty();
        return new ObjectMetadata(given, problems.reported(), written);
    }

    /** The metadata of an object that the cluster has written already. */
    static ObjectMetadata written(DataObject object) {
        DataObject metadata = object.findObject(METADATA).orElse(DataObject.empty());
        return new ObjectMetadata(metadata, Optional.empty(), metadata);
    }

    /** Why the metadata cannot be read at all. */
    Optional<String> problem() {
        return problem;
    }

    /** The object with the metadata as the cluster writes it. */
    DataObject appliedTo(DataObject object) {
        return problem.isPresent() || !object.has(METADATA)
                ? object
                : object.with(METADATA, written.at(given.position()));
    }

    /** The paths of the fields of readable metadata that nobody knows. */
    List<String> unknownFields(GoStruct type) {
        List<String> unknown = new ArrayList<>();
        if (problem.isEmpty()) {
            type.noteUnknown(given, METADATA, unknown);
        }
        return unknown;
    }

    /** What is wrong with readable metadata. */
    List<Cause> causes(boolean namespaceRequired) {
        return causes(namespaceRequired, NameForm.SUBDOMAIN);
    }

    List<Cause> causes(boolean namespaceRequired, NameForm names) {
        List<Cause> causes = new ArrayList<>();
        name(names, causes);
        namespace(namespaceRequired, causes);
        generation(causes);
        texts("labels").forEach((key, value) -> label(key, value, causes));
        texts("annotations").forEach((key, value) -> faults("annotations", key, NameRules.annotationKey(key), causes));
        annotationSize(causes);
        OwnerReferences.check(written.items("ownerReferences"), METADATA + ".ownerReferences", causes);
        written.items("finalizers").forEach(finalizer -> finalizer(finalizer, causes));
        ManagedFields.check(written.items("managedFields"), METADATA + ".managedFields", causes);
        return causes;
    }

    /** What is wrong with metadata that cannot be read. */
    Optional<Cause> unreadable() {
        return problem.map(text -> Cause.invalid(METADATA, given, text));
    }

    private void name(NameForm names, List<Cause> causes) {
        String prefix = written.findText("generateName").orElse("");
        if (!prefix.isEmpty()) {
            faults("generateName", prefix, names.faultsOfPrefix(prefix), causes);
        }
        String name = written.findText("name").orElse("");
        if (!name.isEmpty()) {
            faults("name", name, names.faults(name), causes);
        } else if (prefix.isEmpty()) {
            String detail = "name or generateName is required";
            causes.add(Cause.withoutValue(Cause.Type.REQUIRED, METADATA + ".name", detail));
        }
    }

    private void namespace(boolean required, List<Cause> causes) {
        String namespace = written.findText("namespace").orElse("");
        if (!namespace.isEmpty()) {
            faults("namespace", namespace, NameRules.dnsLabel(namespace), causes);
        } else if (required) {
            causes.add(Cause.withoutValue(Cause.Type.REQUIRED, METADATA + ".namespace", ""));
        }
    }

    private void generation(List<Cause> causes) {
        Data generation = written.find("generation").orElse(Data.of(0));
        if (generation.asNumber().filter(number -> number.doubleValue() < 0).isPresent()) {
            causes.add(Cause.invalid(METADATA + ".generation", generation, "must be greater than or equal to 0"));
        }
    }

    private Map<String, String> texts(String field) {
        Map<String, String> texts = new TreeMap<>();
        DataObject object = written.findObject(field).orElse(DataObject.empty());
        object.members().forEach((key, value) -> texts.put(key, value.asText().orElse("")));
        return texts;
    }

    private static void label(String key, String value, List<Cause> causes) {
        faults("labels", key, NameRules.qualifiedName(key), causes);
        faults("labels", value, NameRules.labelValue(value), causes);
    }

    private static void faults(String field, String value, List<String> faults, List<Cause> causes) {
        faults.forEach(fault -> causes.add(Cause.invalid(METADATA + "." + field, Data.of(value), fault)));
    }

    private void annotationSize(List<Cause> causes) {
        long size = 0;
        for (var annotation : texts("annotations").entrySet()) {
            size += NameRules.bytes(annotation.getKey()) + (long) NameRules.bytes(annotation.getValue());
        }
        if (size > MOST_ANNOTATION_BYTES) {
            String detail = "may not be more than " + MOST_ANNOTATION_BYTES + " bytes";
            causes.add(Cause.withoutValue(Cause.Type.TOO_LONG, METADATA + ".annotations", detail));
        }
    }

    private static void finalizer(Data finalizer, List<Cause> causes) {
        String name = finalizer instanceof DataString text ? text.text() : "";
        faults("finalizers", name, NameRules.qualifiedName(name), causes);
    }
}
