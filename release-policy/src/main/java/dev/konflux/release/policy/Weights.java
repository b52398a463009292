package dev.konflux.release.policy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Criteria by their text with the sum of their scores, so that weighing costs a look-up a matcher however many criteria there are.
 */
final class Weights {

    private final ImmutableListMultimap<String, Criterion> byText;
    private final Map<String, Integer> sums = new HashMap<>();

    private Weights(ImmutableListMultimap<String, Criterion> byText) {
        this.byText = byText;
        byText.forEach((text, criterion) -> sums.merge(text, criterion.score(), Integer::sum));
    }

    static Weights of(List<Criterion> criteria) {
        return new Weights(Multimaps.index(criteria, Criterion::text));
    }

    /** The scores of all pairs of equal matcher and criterion; what is there twice counts twice. */
    int sum(List<String> matchers) {
        int sum = 0;
        for (String matcher : matchers) {
            sum += sums.getOrDefault(matcher, 0);
        }
        return sum;
    }

    /** The criteria that one of the matchers equals. */
    List<Criterion> matching(List<String> matchers) {
        ImmutableList.Builder<Criterion> matching = ImmutableList.builder();
        for (String matcher : matchers) {
            matching.addAll(byText.get(matcher));
        }
        return matching.build();
    }

    /** The different texts in the order of the criteria. */
    Set<String> texts() {
        return byText.keySet();
    }
}
