package dev.konflux.release.testkit.kube;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSetMultimap;
import dev.konflux.release.model.data.DataObject;
import java.util.List;
import java.util.Set;

/** A selector by fields: name and namespace, and a few of built-in kinds. */
record FieldSelector(List<Term> terms) {

    private static final Set<String> OF_ALL = Set.of("metadata.name", "metadata.namespace");

    /** Fields of built-in kinds besides, and besides what an event is about. */
    private static final ImmutableSetMultimap<String, String> FURTHER = ImmutableSetMultimap.<String, String>builder()
            .putAll("Event", "reason", "reportingComponent", "source", "type")
            .putAll("Secret", "type")
            .putAll("Namespace", "name", "status.phase")
            .build();

    /** One condition. */
    record Term(String field, boolean isEqual, String value) {}

    FieldSelector {
        terms = ImmutableList.copyOf(terms);
    }

    static FieldSelector parse(String text, ServedKind kind) {
        return new FieldSelector(Splitter.on(',')
                .omitEmptyStrings()
                .splitToStream(text)
                .map(term -> term(term, text))
                .map(term -> known(term, kind))
                .toList());
    }

    private static Term term(String term, String whole) {
        int at = term.indexOf('=');
        if (at < 0) {
            throw Refusal.badRequest("invalid selector: '" + whole + "'; can't understand '" + term + "'");
        }
        boolean isUnequal = at > 0 && term.charAt(at - 1) == '!';
        String field = term.substring(0, isUnequal ? at - 1 : at);
        String rest = term.substring(at + 1);
        String value = !isUnequal && rest.startsWith("=") ? rest.substring(1) : rest;
        return new Term(field, !isUnequal, value);
    }

    private static Term known(Term term, ServedKind kind) {
        String field = term.field();
        String name = kind.type().kind();
        boolean isKnown = OF_ALL.contains(field)
                || FURTHER.get(name).contains(field)
                || (name.equals("Event") && field.startsWith("involvedObject."));
        if (!isKnown) {
            throw Refusal.badRequest(
                    kind.isCustom() || FURTHER.containsKey(name)
                            ? "field label not supported: " + field
                            : "\"" + field
                                    + "\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\"");
        }
        return term;
    }

    boolean takes(DataObject object) {
        return terms.stream().allMatch(term -> value(object, term.field()).equals(term.value()) == term.isEqual());
    }

    private static String value(DataObject object, String field) {
        return switch (field) {
            case "name" -> object.findText("metadata", "name").orElse("");
            case "source" ->
                object.findText("source", "component")
                        .or(() -> object.findText("reportingComponent"))
                        .orElse("");
            default -> object.findText(field.split("\\.", 2)).orElse("");
        };
    }
}
