package dev.konflux.release.policy;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Drops results that mean nothing because a rule they depend on was reported, and tells how to exclude the violations left. */
final class Dependencies {

    private final Set<String> reported = new HashSet<>();

    Dependencies(List<Outcome> group) {
        for (Outcome outcome : group) {
            for (List<PolicyResult> results : List.of(outcome.failures(), outcome.warnings(), outcome.skipped())) {
                results.forEach(result -> result.code().ifPresent(reported::add));
            }
        }
    }

    Outcome trim(Outcome outcome) {
        return new Outcome(
                outcome.namespace(),
                trim(outcome.successes()),
                trim(outcome.warnings()),
                failures(outcome.failures()),
                outcome.exceptions(),
                trim(outcome.skipped()));
    }

    private List<PolicyResult> trim(List<PolicyResult> results) {
        List<PolicyResult> kept = new ArrayList<>();
        for (PolicyResult result : results) {
            for (int times = copies(result); times > 0; times--) {
                kept.add(result);
            }
        }
        return kept;
    }

    /** Duplicates share what is known about them upstream, so each of them gets the hint as often as there are duplicates. */
    private List<PolicyResult> failures(List<PolicyResult> failures) {
        ImmutableList.Builder<PolicyResult> kept = ImmutableList.builder();
        for (PolicyResult failure : failures) {
            int copies = copies(failure);
            PolicyResult hinted = failure;
            for (int times = 0; times < copies; times++) {
                hinted = withHint(hinted);
            }
            for (int times = 0; times < copies; times++) {
                kept.add(hinted);
            }
        }
        return kept.build();
    }

    /** Upstream keeps a result once for each of its dependencies that was not reported. */
    int copies(PolicyResult result) {
        return result.findDependencies()
                .map(codes -> (int)
                        codes.stream().filter(code -> !reported.contains(code)).count())
                .orElse(1);
    }

    private static PolicyResult withHint(PolicyResult failure) {
        if (failure.code().isEmpty() || failure.description().orElse("").isEmpty()) {
            return failure;
        }
        String description =
                Classification.withoutFullStop(failure.description().orElse(""));
        return failure.with(
                "description",
                description + ". To exclude this rule add " + exclusion(failure)
                        + " to the `exclude` section of the policy configuration.");
    }

    private static String exclusion(PolicyResult failure) {
        List<String> criteria = exclusions(failure).stream()
                .map(criterion -> '"' + criterion + '"')
                .toList();
        return criteria.size() > 1 ? "one or more of " + String.join(", ", criteria) : criteria.get(0);
    }

    /** The criteria, any of which excludes (this part of) the result. */
    static List<String> exclusions(PolicyResult result) {
        String code = result.code().orElse("*");
        return result.terms().isEmpty()
                ? List.of(code)
                : result.terms().stream().map(term -> code + ":" + term).toList();
    }
}
