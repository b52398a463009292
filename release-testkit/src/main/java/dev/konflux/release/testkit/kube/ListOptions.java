package dev.konflux.release.testkit.kube;

import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.store.ApiError.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a list or a watch asks for.
 *
 * @param version the version asked for; empty for the latest
 * @param isExact whether that very version is meant
 * @param limit how many objects are wanted at most
 * @param sendsInitialEvents whether a watch begins with the objects there are
 * @param wantsBookmarks whether a watch tells how far it is
 */
record ListOptions(
        LabelSelector labels,
        FieldSelector fields,
        OptionalLong version,
        boolean isExact,
        long limit,
        boolean sendsInitialEvents,
        boolean wantsBookmarks) {

    private static final String MATCH = "resourceVersionMatch";
    private static final String INITIAL = "sendInitialEvents";
    private static final String EXACT = "Exact";
    private static final String NEWER = "NotOlderThan";

    static ListOptions ofList(KubernetesRequest request, ServedKind kind) {
        String version = request.parameter("resourceVersion").orElse("");
        String match = request.parameter(MATCH).orElse("");
        List<Cause> causes = new ArrayList<>();
        boolean continues = request.parameter("continue").isPresent();
        if (!match.isEmpty() && version.isEmpty()) {
            causes.add(forbidden(MATCH, MATCH + " is forbidden unless resourceVersion is provided"));
        }
        if (!match.isEmpty() && continues) {
            causes.add(forbidden(MATCH, MATCH + " is forbidden when continue is provided"));
        }
        if (!match.isEmpty() && !match.equals(EXACT) && !match.equals(NEWER)) {
            causes.add(unsupported(match, "\"Exact\", \"NotOlderThan\", \"\""));
        }
        if (match.equals(EXACT) && version.equals("0")) {
            causes.add(forbidden(MATCH, MATCH + " \"exact\" is forbidden for resourceVersion \"0\""));
        }
        if (request.query().containsKey(INITIAL)) {
            causes.add(forbidden(INITIAL, INITIAL + " is forbidden for list"));
        }
        refuse(causes);
        OptionalLong number = version(version, true);
        long limit = limit(request, number);
        // A limit beside a version means that very version, as it did before one could say so.
        boolean isExact = match.equals(EXACT) || (match.isEmpty() && limit < Long.MAX_VALUE && !continues);
        return of(request, kind, number, isExact, limit, false);
    }

    static ListOptions ofWatch(KubernetesRequest request, ServedKind kind) {
        String match = request.parameter(MATCH).orElse("");
        List<Cause> causes = new ArrayList<>();
        if (request.query().containsKey(INITIAL)) {
            if (!match.equals(NEWER)) {
                causes.add(forbidden(MATCH, "sendInitialEvents requires setting resourceVersionMatch to NotOlderThan"));
            }
        } else if (!match.isEmpty()) {
            causes.add(forbidden(MATCH, MATCH + " is forbidden for watch unless sendInitialEvents is provided"));
        }
        if (!match.isEmpty() && !match.equals(NEWER)) {
            causes.add(unsupported(match, "\"NotOlderThan\""));
        }
        refuse(causes);
        OptionalLong version = version(request.parameter("resourceVersion").orElse(""), false);
        boolean isLegacy = version.orElse(0) == 0 && !request.query().containsKey(INITIAL);
        boolean sendsInitialEvents = isLegacy || request.isTrue(INITIAL);
        return of(request, kind, version, false, limit(request, version), sendsInitialEvents);
    }

    /** A limit beside version 0 is not looked at, as upstream does. */
    private static long limit(KubernetesRequest request, OptionalLong version) {
        long limit = request.number("limit").orElse(0);
        return limit > 0 && version.orElse(1) != 0 ? limit : Long.MAX_VALUE;
    }

    private static ListOptions of(
            KubernetesRequest request,
            ServedKind kind,
            OptionalLong version,
            boolean isExact,
            long limit,
            boolean sendsInitialEvents) {
        return new ListOptions(
                LabelSelector.parse(request.parameter("labelSelector").orElse("")),
                FieldSelector.parse(request.parameter("fieldSelector").orElse(""), kind),
                version,
                isExact,
                limit,
                sendsInitialEvents,
                request.isTrue("allowWatchBookmarks"));
    }

    private static void refuse(List<Cause> causes) {
        if (!causes.isEmpty()) {
            throw Refusal.invalid("meta.k8s.io", "ListOptions", "", causes);
        }
    }

    private static Cause forbidden(String field, String why) {
        return new Cause(field, "FieldValueForbidden", "Forbidden: " + why);
    }

    private static Cause unsupported(String value, String supported) {
        String message = "Unsupported value: \"" + value + "\": supported values: " + supported;
        return new Cause(MATCH, "FieldValueNotSupported", message);
    }

    /** A version in a parameter. Lists call a bad one a bad request, everything else fails inside, as upstream does. */
    static OptionalLong version(String text, boolean isList) {
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        if (text.matches("\\d{1,18}")) {
            return OptionalLong.of(Long.parseLong(text));
        }
        String problem = "resourceVersion: Invalid value: \"%s\": strconv.ParseUint: parsing \"%s\": invalid syntax"
                .formatted(text, text);
        throw isList ? Refusal.badRequest("invalid resource version: " + problem) : Refusal.of(500, "", problem);
    }

    boolean takes(DataObject object) {
        return labels.takes(object) && fields.takes(object);
    }

    boolean selects() {
        return !labels.requirements().isEmpty() || !fields.terms().isEmpty();
    }
}
