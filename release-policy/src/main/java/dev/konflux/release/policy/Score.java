package dev.konflux.release.policy;

/**
 * How strongly criteria pull a rule or a result in and out.
 *
 * @param include the sum over the includes that match
 * @param exclude the sum over the excludes that match
 */
public record Score(int include, int exclude) {

    /** Whether the includes win; of equal scores the exclude wins. */
    public boolean isIncluded() {
        return include > exclude;
    }

    /** As upstream's explanations print it. */
    @Override
    public String toString() {
        return "(include score: " + include + ", exclude score: " + exclude + ")";
    }
}
