package dev.konflux.release.policy;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;

/** The texts of criteria that select a rule or a result. */
final class Matchers {

    private Matchers() {}

    /** What selects a rule before it ran: nothing with a term. */
    static List<String> of(RuleMetadata rule) {
        return of(Optional.of(selectionCode(rule)), List.of(), rule.annotated() ? rule.collections() : List.of());
    }

    /** The code under which a rule takes part in the selection; upstream cuts the package of one without annotations to its first part. */
    static String selectionCode(RuleMetadata rule) {
        return rule.annotated() ? rule.code() : firstPart(rule.packageName()) + "." + rule.shortName();
    }

    /** What selects a result with that code, about those terms, in those collections. */
    static List<String> of(Optional<String> code, List<String> terms, List<String> collections) {
        ImmutableList.Builder<String> matchers = ImmutableList.builder();
        code.ifPresent(known -> addCode(matchers, known, terms));
        matchers.add("*");
        collections.forEach(collection -> matchers.add("@" + collection));
        return matchers.build();
    }

    private static void addCode(ImmutableList.Builder<String> matchers, String code, List<String> terms) {
        int dot = code.lastIndexOf('.');
        if (dot < 0) {
            return;
        }
        // of a longer package name only the last part counts
        String packageName = code.substring(code.lastIndexOf('.', dot - 1) + 1, dot);
        List<String> names = List.of(packageName, packageName + ".*", packageName + "." + code.substring(dot + 1));
        matchers.addAll(names);
        terms.forEach(term -> names.forEach(name -> matchers.add(name + ":" + term)));
    }

    /** What stands before the first dot. */
    static String firstPart(String code) {
        int dot = code.indexOf('.');
        return dot < 0 ? code : code.substring(0, dot);
    }
}
