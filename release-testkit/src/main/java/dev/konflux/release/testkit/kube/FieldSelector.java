package dev.konflux.release.testkit.kube;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import dev.konflux.release.model.data.DataObject;
import java.util.List;

/** A selector by fields; only name and namespace are known. */
record FieldSelector(List<Term> terms) {

    /** One condition. */
    record Term(String field, boolean isEqual, String value) {}

    FieldSelector {
        terms = ImmutableList.copyOf(terms);
    }

    static FieldSelector parse(String text) {
        return new FieldSelector(Splitter.on(',')
                .omitEmptyStrings()
                .splitToStream(text)
                .map(term -> term(term, text))
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
        if (!field.equals("metadata.name") && !field.equals("metadata.namespace")) {
            throw Refusal.badRequest("field label not supported: " + field);
        }
        return new Term(field, !isUnequal, value);
    }

    boolean takes(DataObject object) {
        return terms.stream().allMatch(term -> {
            String name = term.field().substring("metadata.".length());
            return object.findText("metadata", name).orElse("").equals(term.value()) == term.isEqual();
        });
    }
}
