package dev.konflux.release.model.admission;

import dev.konflux.release.model.admission.AdmissionVerdict.Refused;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The passage through the mutating webhooks. They decode the object into Go types and write it again, which leaves traces: empty values go,
 * demanded fields appear, durations are spelled out.
 */
final class Mutation {

    private final GoTypes types;

    Mutation(GoTypes types) {
        this.types = types;
    }

    /** The object behind the webhooks, or why one of them refused. */
    AdmissionVerdict apply(AdmissionRequest request) {
        String kind = request.object().findText("kind").orElse("");
        return switch (kind) {
            case "Release", "ReleasePlan" -> attributed(request, kind);
            case "ReleasePlanAdmission" ->
                request.operation() == Operation.CREATE
                        ? defaultedAdmission(request, kind)
                        : new AdmissionVerdict.Stored(request.object());
            default -> new AdmissionVerdict.Stored(request.object());
        };
    }

    private AdmissionVerdict attributed(AdmissionRequest request, String kind) {
        GoProblems problems = new GoProblems();
        DataObject decoded = passed(request.object(), kind, problems);
        Optional<String> refusal = problems.reported().map(problem -> "error decoding object: " + problem);
        if (request.operation() == Operation.UPDATE) {
            refusal = refusal.or(() -> ReleaseServiceHooks.authorRefusal(request.object(), request.oldObject()));
        }
        if (refusal.isPresent()) {
            return Refused.byMutatingWebhook("mauthor.kb.io", refusal.get());
        }
        if (kind.equals("Release") && request.operation() == Operation.UPDATE) {
            return new AdmissionVerdict.Stored(request.object());
        }
        DataObject attributed =
                withoutEmptyLabels(ReleaseServiceHooks.attributed(decoded, request.operation(), request.user()));
        return new AdmissionVerdict.Stored(
                request.operation() == Operation.CREATE
                        ? ReleaseServiceHooks.defaulted(attributed, request.cluster())
                        : attributed);
    }

    /** An empty map of labels is not written, so the next webhook sees none. */
    private static DataObject withoutEmptyLabels(DataObject object) {
        boolean empty = object.findObject("metadata", "labels")
                .filter(DataObject::isEmpty)
                .isPresent();
        return empty
                ? object.with(
                        "metadata", object.findObject("metadata").orElseThrow().without("labels"))
                : object;
    }

    private AdmissionVerdict defaultedAdmission(AdmissionRequest request, String kind) {
        GoProblems problems = new GoProblems();
        DataObject decoded = passed(request.object(), kind, problems);
        if (problems.reported().isPresent()) {
            return Refused.byMutatingWebhook(
                    "mreleaseplanadmission.kb.io", problems.reported().get());
        }
        DataObject defaulted = ReleaseServiceHooks.defaulted(decoded, request.cluster());
        // Where there is nothing to fill in the webhook sends no patch, and the passage leaves no traces.
        boolean patched = !defaulted.equals(decoded);
        return new AdmissionVerdict.Stored(
                patched ? (DataObject) overlaid(request.object(), defaulted) : request.object());
    }

    private DataObject passed(DataObject object, String kind, GoProblems problems) {
        Data spec = types.struct(kind).passed(object, GoPath.ROOT, problems);
        return spec == null ? object : object.with("spec", spec.find("spec").orElse(DataObject.empty()));
    }

    /** This webhook's framework takes back what decoding lost; only additions and changes stay. */
    private static Data overlaid(Data before, Data after) {
        if (before instanceof DataObject was && after instanceof DataObject is) {
            DataObject.Builder both = was.toBuilder();
            for (Map.Entry<String, Data> member : is.members().entrySet()) {
                Data earlier = was.member(member.getKey());
                both.put(member.getKey(), earlier == null ? member.getValue() : overlaid(earlier, member.getValue()));
            }
            return both.build();
        }
        if (before instanceof DataArray was && after instanceof DataArray is && was.size() == is.size()) {
            List<Data> items = new ArrayList<>();
            for (int i = 0; i < is.size(); i++) {
                items.add(overlaid(was.items().get(i), is.items().get(i)));
            }
            return DataArray.of(items).at(was.position());
        }
        return after;
    }
}
