package dev.konflux.release.model.admission;

import dev.konflux.release.model.admission.AdmissionVerdict.Refused;
import dev.konflux.release.model.admission.AdmissionVerdict.Stored;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The cluster's way of taking an object: reading, defaulting, pruning, mutating webhooks, object metadata, schema and rules, validating
 * webhooks. Kinds without a schema are stored as they come. A pure function of the request.
 *
 * <pre>{@code
 * AdmissionVerdict verdict = Admission.chain().review(AdmissionRequest.create("alice", plan).at(now));
 * }</pre>
 */
public final class Admission {

    private static final Set<String> HOOKED = Set.of("Release", "ReleasePlan", "ReleasePlanAdmission");
    private static final String SERVICE_GROUP = "appstudio.redhat.com";
    private static final int LONGEST_PREFIX = 58;
    private static final String METADATA = "metadata";
    private static final String STATUS = "status";

    private final Schemas schemas;
    private final boolean webhooks;
    private final GoStruct metadataType;
    private final Mutation mutation;

    private Admission(Schemas schemas, boolean webhooks) {
        this.schemas = schemas;
        this.webhooks = webhooks;
        this.metadataType = GoTypes.known().struct("ObjectMeta");
        this.mutation = new Mutation(GoTypes.known());
    }

    /** All known schemas and the release service's webhooks. */
    public static Admission chain() {
        return new Admission(Schemas.known(), true);
    }

    /** The same chain in a cluster where no webhooks are installed. */
    public Admission withoutWebhooks() {
        return new Admission(schemas, false);
    }

    /** The same chain in a cluster that knows only some of the kinds; the others are stored as they come. */
    public Admission knowing(Predicate<KindSchema> kinds) {
        return new Admission(schemas.only(kinds), webhooks);
    }

    /** What the cluster answers to a request. */
    public AdmissionVerdict review(AdmissionRequest request) {
        if (request.operation() == Operation.DELETE) {
            return new Stored(request.oldObject());
        }
        Optional<KindSchema> kind = schemas.find(request.object());
        if (kind.isEmpty()) {
            return new Stored(stamped(named(request.object(), request), request));
        }
        if (isStatusAlone(request)) {
            return reviewStatus(request, shaped(statusOf(request.object()), request, kind.get()), kind.get());
        }
        ObjectMetadata metadata = ObjectMetadata.of(request.object(), metadataType);
        if (metadata.problem().isPresent()) {
            return Refused.badRequest(kind.get(), metadata.problem().get());
        }
        DataObject read = shaped(metadata.appliedTo(request.object()), request, kind.get());
        return request.operation() == Operation.UPDATE_STATUS
                ? reviewStatus(request, read, kind.get())
                : reviewObject(request.with(read), kind.get());
    }

    /** Metadata that is stored already was read before. */
    private static boolean isStatusAlone(AdmissionRequest request) {
        return request.operation() == Operation.UPDATE_STATUS
                && request.object().has(METADATA)
                && request.object().find(METADATA).equals(request.oldObject().find(METADATA));
    }

    private static DataObject statusOf(DataObject object) {
        Data status = object.member(STATUS);
        return status == null ? DataObject.empty() : DataObject.of(STATUS, status);
    }

    private static DataObject shaped(DataObject object, AdmissionRequest request, KindSchema kind) {
        Shaping shaping = request.oldWasAdmitted() ? Shaping.after(request.oldObject()) : Shaping.ofAnything();
        return shaping.shaped(object, kind.root());
    }

    private AdmissionVerdict reviewObject(AdmissionRequest request, KindSchema kind) {
        AdmissionVerdict mutated = isHooked(kind) ? mutation.apply(request) : new Stored(request.object());
        if (!(mutated instanceof Stored stored)) {
            return mutated;
        }
        DataObject object = shaped(withWrittenMetadata(stored.object(), request.object()), request, kind);
        DataObject prepared = request.operation() == Operation.CREATE
                ? stamped(named(kind.statusSubresource() ? object.without(STATUS) : object, request), request)
                : keeping(object, request.oldObject(), kind);
        List<Cause> causes = causes(prepared, request, kind);
        if (!causes.isEmpty()) {
            return Refused.invalid(kind, prepared, causes);
        }
        return validated(prepared, request, kind);
    }

    private boolean isHooked(KindSchema kind) {
        return webhooks && kind.group().equals(SERVICE_GROUP) && HOOKED.contains(kind.kind());
    }

    /** What webhooks changed of metadata is written once more; the rest is as it was read. */
    private DataObject withWrittenMetadata(DataObject object, DataObject read) {
        return isSame(object.member(METADATA), read.member(METADATA))
                ? object
                : ObjectMetadata.of(object, metadataType).appliedTo(object);
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(@Nullable Data one, @Nullable Data other) {
        return one == other;
    }

    private AdmissionVerdict validated(DataObject object, AdmissionRequest request, KindSchema kind) {
        Optional<String> refusal = !isHooked(kind)
                ? Optional.empty()
                : request.operation() == Operation.CREATE
                        ? ReleaseServiceHooks.createRefusal(object)
                        : ReleaseServiceHooks.updateRefusal(object, request.oldObject());
        String webhook = "v" + kind.kind().toLowerCase(Locale.ROOT) + ".kb.io";
        return refusal.<AdmissionVerdict>map(problem -> Refused.byValidatingWebhook(webhook, problem))
                .orElseGet(() -> new Stored(object));
    }

    private List<Cause> causes(DataObject object, AdmissionRequest request, KindSchema kind) {
        DataObject old = request.operation() == Operation.CREATE ? null : request.oldObject();
        List<Cause> causes = new ArrayList<>(ObjectMetadata.written(object).causes(true));
        if (old != null) {
            MetadataUpdate.check(object, old, causes);
        }
        new SchemaCheck(causes, "", request.oldWasAdmitted()).check(object, old, kind.root());
        new ListCheck(causes).check(object, kind.root(), "");
        if (kind.root().rulesBelow
                && causes.stream().anyMatch(cause -> cause.type().blocksRules())) {
            causes.add(Cause.rulesNotChecked());
        } else {
            new RuleCheck(causes).check(object, old, kind.root(), "");
        }
        causes.sort(Cause.ORDER);
        return causes;
    }

    private AdmissionVerdict reviewStatus(AdmissionRequest request, DataObject read, KindSchema kind) {
        Data status = read.member(STATUS);
        DataObject old = request.oldObject();
        DataObject object = status == null ? old.without(STATUS) : old.with(STATUS, status);
        Schema schema = kind.root().properties.get(STATUS);
        List<Cause> causes = new ArrayList<>();
        if (status != null && schema != null) {
            new SchemaCheck(causes, STATUS, request.oldWasAdmitted()).check(status, old.member(STATUS), schema);
            new ListCheck(causes).check(status, schema, STATUS);
        }
        causes.sort(Cause.ORDER);
        return causes.isEmpty() ? new Stored(object) : Refused.invalid(kind, object, causes);
    }

    /** An update leaves the status alone and fills in what the server alone decides. */
    private static DataObject keeping(DataObject object, DataObject old, KindSchema kind) {
        Data status = old.member(STATUS);
        DataObject kept = object;
        if (kind.statusSubresource()) {
            kept = status == null ? object.without(STATUS) : object.with(STATUS, status);
        }
        for (String field :
                List.of("uid", "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds", "generation")) {
            Optional<Data> value = old.find(METADATA, field);
            if (value.isPresent() && kept.find(METADATA, field).isEmpty()) {
                kept = kept.withPath(value.get(), METADATA, field);
            }
        }
        return kept;
    }

    private static DataObject named(DataObject object, AdmissionRequest request) {
        String prefix = object.findText(METADATA, "generateName").orElse("");
        boolean nameless = object.findText(METADATA, "name").orElse("").isEmpty();
        if (request.names().isEmpty() || !nameless || prefix.isEmpty()) {
            return object;
        }
        String cut = prefix.substring(0, Math.min(prefix.length(), LONGEST_PREFIX));
        String kind = object.findText("kind").orElse("");
        String namespace = object.findText(METADATA, "namespace").orElse("");
        String name = cut + request.names().get().suffix(kind, namespace, cut);
        return object.withPath(Data.of(name), METADATA, "name");
    }

    private static DataObject stamped(DataObject object, AdmissionRequest request) {
        if (request.operation() != Operation.CREATE || request.now().isEmpty()) {
            return object;
        }
        Instant second = request.now().get().truncatedTo(ChronoUnit.SECONDS);
        String time = DateTimeFormatter.ISO_INSTANT.format(second.atOffset(ZoneOffset.UTC));
        return object.withPath(Data.of(time), METADATA, "creationTimestamp");
    }
}
