package dev.konflux.release.model.admission;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Inspects documents on their own: no namespace needs to be named yet, and no webhook is asked. */
public final class Inspector {

    private final Schemas schemas;
    private final GoStruct metadataType;

    private Inspector(Schemas schemas, GoStruct metadataType) {
        this.schemas = schemas;
        this.metadataType = metadataType;
    }

    /** An inspector for all known kinds. */
    public static Inspector create() {
        return new Inspector(Schemas.known(), GoTypes.known().struct("ObjectMeta"));
    }

    /**
     * What the cluster notices while it reads a document, before it looks at the values.
     *
     * @param problem why the metadata cannot be read, in the words of the cluster's decoder
     * @param unknownFields paths of the fields that are dropped
     * @param object the document after defaults were filled in and unknown fields dropped, its status included
     */
    public record Reading(Optional<String> problem, List<String> unknownFields, DataObject object) {

        /** Copies the list. */
        public Reading {
            unknownFields = List.copyOf(unknownFields);
        }
    }

    /** Reads a document without judging it; empty when nothing is known of its kind or version. */
    public Optional<Reading> read(DataObject document) {
        return schemas.find(document).map(kind -> {
            ObjectMetadata metadata = ObjectMetadata.of(document, metadataType);
            Shaping shaping = Shaping.ofAnything();
            DataObject shaped = shaping.shaped(metadata.appliedTo(document), kind.root());
            return new Reading(metadata.problem(), unknownFields(metadata, shaping), shaped);
        });
    }

    private List<String> unknownFields(ObjectMetadata metadata, Shaping shaping) {
        List<String> unknown = new ArrayList<>(metadata.unknownFields(metadataType));
        unknown.addAll(shaping.unknownFields());
        return unknown;
    }

    /** What is wrong with the metadata of an object, whatever its kind, sorted by field; what cannot be read is not looked at. */
    public List<Cause> metadataFaults(DataObject object, NameForm names) {
        ObjectMetadata metadata = ObjectMetadata.of(object, metadataType);
        return metadata.problem().isPresent()
                ? List.of()
                : metadata.causes(false, names).stream().sorted(Cause.ORDER).toList();
    }

    /** Inspects a document; empty when nothing is known of its kind or version. */
    public Optional<Inspection> inspect(DataObject document) {
        return schemas.find(document).map(kind -> inspection(document, kind));
    }

    private Inspection inspection(DataObject document, KindSchema kind) {
        ObjectMetadata metadata = ObjectMetadata.of(document, metadataType);
        Shaping shaping = Shaping.ofAnything();
        DataObject shaped = shaping.shaped(metadata.appliedTo(document), kind.root());
        // Whoever creates an object cannot set its status.
        DataObject stored = kind.statusSubresource() ? shaped.without("status") : shaped;
        List<Cause> causes = new ArrayList<>();
        if (metadata.unreadable().isPresent()) {
            causes.add(metadata.unreadable().get());
        } else {
            causes.addAll(metadata.causes(false));
        }
        Envelope.check(stored, causes);
        new SchemaCheck(causes, "", false).check(stored, null, kind.root());
        new ListCheck(causes).check(stored, kind.root(), "");
        if (causes.isEmpty()) {
            new RuleCheck(causes).check(stored, null, kind.root(), "");
        }
        causes.sort(Cause.ORDER);
        return new Inspection(kind, stored, unknownFields(metadata, shaping), causes);
    }

    /** The members every object has. */
    static final class Envelope {

        private Envelope() {}

        static void check(DataObject object, List<Cause> causes) {
            Data metadata = object.member("metadata");
            if (metadata != null && !(metadata instanceof DataObject)) {
                causes.add(Cause.wrongType("metadata", "metadata", "object", ValueType.wordFor(metadata)));
            }
        }
    }
}
