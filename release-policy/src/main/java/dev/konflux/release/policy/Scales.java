package dev.konflux.release.policy;

import java.util.List;

/** The criteria that apply to one target, ready to weigh any number of rules and results. */
final class Scales {

    private final Weights include;
    private final Weights exclude;

    private Scales(Weights include, Weights exclude) {
        this.include = include;
        this.exclude = exclude;
    }

    static Scales of(SourceCriteria criteria, Target target) {
        return new Scales(
                Weights.of(criteria.include().of(target)),
                Weights.of(criteria.exclude().of(target)));
    }

    Score weigh(List<String> matchers) {
        return new Score(include.sum(matchers), exclude.sum(matchers));
    }

    /** The includes that apply. */
    Weights include() {
        return include;
    }

    /** The excludes that apply. */
    Weights exclude() {
        return exclude;
    }
}
