package dev.konflux.release.testkit.kube;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import dev.konflux.release.model.data.DataObject;
import java.util.List;

/** A selector by fields: name and namespace, and what an event is about. */
record FieldSelector(List<Term> terms) {

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
        boolean ofEvents = kind.type().kind().equals("Event") && field.startsWith("involvedObject.");
        if (!ofEvents && !field.equals("metadata.name") && !field.equals("metadata.namespace")) {
            throw Refusal.badRequest(
                    kind.isCustom()
                            ? "field label not supported: " + field
                            : "\"" + field
                                    + "\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\"");
        }
        return term;
    }

    boolean takes(DataObject object) {
        return terms.stream().allMatch(term -> {
            String[] names = term.field().split("\\.", 2);
            return object.findText(names).orElse("").equals(term.value()) == term.isEqual();
        });
    }
}
