package dev.konflux.release.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.data.DataObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LawsOfSelectionTest {

    private static final Target IMAGE = new Target(
            "quay.io/acme/app@sha256:5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9", "app");

    @Provide
    Arbitrary<String> criteria() {
        return Arbitraries.of(
                "*",
                "tasks",
                "tasks.*",
                "tasks.pinned",
                "labels.required",
                "labels",
                "@redhat",
                "@slsa3",
                "cve.blockers:CVE-1",
                "no.such");
    }

    @Provide
    Arbitrary<List<String>> lists() {
        return criteria().list().ofMaxSize(5);
    }

    @Provide
    Arbitrary<RuleMetadata> rules() {
        Arbitrary<String> packages = Arbitraries.of("tasks", "labels", "cve");
        Arbitrary<String> names = Arbitraries.of("pinned", "required", "blockers");
        Arbitrary<Set<String>> collections =
                Arbitraries.of("redhat", "slsa3").set().ofMaxSize(2);
        return Combinators.combine(packages, names, collections)
                .as((name, rule, in) -> RuleMetadata.of(RuleKind.DENY, name, rule)
                        .addAllCollections(in)
                        .build());
    }

    private static Set<String> included(RuleMetadata rule, List<String> include, List<String> exclude) {
        SourceCriteria criteria = new SourceCriteria(criteria(include), criteria(exclude));
        return RuleSelection.of(List.of(rule), SelectionFilter.INCLUDE_EXCLUDE, DataObject.empty(), criteria, IMAGE)
                .includedRules();
    }

    private static Criteria criteria(List<String> texts) {
        return new Criteria(texts.stream().map(Criterion::of).toList());
    }

    private static List<String> and(List<String> list, String more) {
        List<String> longer = new ArrayList<>(list);
        longer.add(more);
        return longer;
    }

    @Property
    void oneMoreIncludeNeverTakesARuleOut(
            @ForAll("rules") RuleMetadata rule,
            @ForAll("lists") List<String> include,
            @ForAll("lists") List<String> exclude,
            @ForAll("criteria") String more) {
        // without any include everything is included, so the first one may narrow the selection
        List<String> some = and(include, "*");

        assertThat(included(rule, and(some, more), exclude)).containsAll(included(rule, some, exclude));
    }

    @Property
    void oneMoreExcludeNeverBringsARuleIn(
            @ForAll("rules") RuleMetadata rule,
            @ForAll("lists") List<String> include,
            @ForAll("lists") List<String> exclude,
            @ForAll("criteria") String more) {
        assertThat(included(rule, include, exclude)).containsAll(included(rule, include, and(exclude, more)));
    }

    @Property
    void theOrderOfCriteriaDoesNotMatter(
            @ForAll("rules") RuleMetadata rule,
            @ForAll("lists") List<String> include,
            @ForAll("lists") List<String> exclude) {
        List<String> turned = new ArrayList<>(include);
        Collections.reverse(turned);

        assertThat(included(rule, turned, exclude)).isEqualTo(included(rule, include, exclude));
    }

    @Property
    void whatIsExcludedByCodeIsOutUnlessItsCodeIsIncludedMoreOften(
            @ForAll("rules") RuleMetadata rule, @ForAll("lists") List<String> include) {
        List<String> weaker = include.stream()
                .filter(text -> !text.equals(rule.code()))
                .limit(4)
                .toList();

        assertThat(included(rule, weaker, List.of(rule.code()))).isEmpty();
    }
}
