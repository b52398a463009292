package dev.konflux.release.testkit.pipelines;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.testkit.TaskResult;
import dev.konflux.release.testkit.runs.GitRemotes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The repository of pipelines with its three branches. Changes come to {@code development}; once a week staging goes on to {@code production} and
 * development to {@code staging}, so what production gets was in staging for seven days. Safe for several threads.
 *
 * <pre>{@code
 * Catalog catalog = new Catalog("https://example.com/catalog.git", Instant.parse("2030-01-07T09:00:00Z"));
 * FakeReleaseService konflux = FakeReleaseService.builder()
 *         .remotes(catalog::remotes)
 *         .runner(BuiltInPipelines.in(world).from(catalog))
 *         .start(config);
 * catalog.commit(konflux.clock().instant(), "Push faster", TaskResult.failure("push-snapshot", "no such option"));
 * }</pre>
 */
public final class Catalog {

    private static final Duration BETWEEN_PROMOTIONS = Duration.ofDays(7);

    private final String url;
    private final Instant firstPromotion;
    private final List<Commit> commits = new ArrayList<>();

    /** @param ends how tasks end from this commit on, in the place of their work; they replace those of earlier commits */
    private record Commit(String hash, Instant at, List<TaskResult> ends) {}

    /**
     * A catalog in which all tasks work.
     *
     * @param url where pipelines say it lies
     * @param firstPromotion the moment of the first weekly promotion
     */
    public Catalog(String url, Instant firstPromotion) {
        this.url = url;
        this.firstPromotion = firstPromotion;
        commits.add(new Commit(hash("first"), Instant.MIN, List.of()));
    }

    private String hash(String message) {
        return GitRemotes.commitFor(url + commits.size(), message);
    }

    /**
     * Commits a change to {@code development} and returns the commit.
     *
     * @param at not before the last commit
     * @param ends tasks that end so in pipelines from this commit on; a later commit that names none repairs them
     */
    @CanIgnoreReturnValue
    public synchronized String commit(Instant at, String message, TaskResult... ends) {
        if (at.isBefore(commits.get(commits.size() - 1).at())) {
            throw new IllegalArgumentException("there is a commit later than " + at);
        }
        Commit added = new Commit(hash(message), at, List.of(ends));
        commits.add(added);
        return added.hash();
    }

    /** The commit a branch has at a moment; empty for any other branch. */
    public synchronized Optional<String> head(String branch, Instant moment) {
        return switch (branch) {
            case "development" -> Optional.of(developedBy(moment));
            case "staging" -> Optional.of(developedBy(lastPromotion(moment)));
            case "production" -> Optional.of(developedBy(lastPromotion(moment).minus(BETWEEN_PROMOTIONS)));
            default -> Optional.empty();
        };
    }

    private String developedBy(Instant moment) {
        return commits.stream()
                .filter(commit -> !commit.at().isAfter(moment))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .hash();
    }

    private Instant lastPromotion(Instant moment) {
        long weeks =
                Math.floorDiv(Duration.between(firstPromotion, moment).toSeconds(), BETWEEN_PROMOTIONS.toSeconds());
        // before the first promotion the other branches have what was there from the beginning
        return weeks < 0
                ? Instant.MIN.plus(BETWEEN_PROMOTIONS)
                : firstPromotion.plus(BETWEEN_PROMOTIONS.multipliedBy(weeks));
    }

    /** This catalog as the operator lists it; of every other repository every branch exists. */
    public GitRemotes remotes(InstantSource clock) {
        GitRemotes others = GitRemotes.anything();
        return (address, branch) -> address.equals(url) ? head(branch, clock.instant()) : others.head(address, branch);
    }

    /** How a task ends in the pipelines of a commit; empty when it does its work. */
    synchronized Optional<TaskResult> endOf(String task, String commit) {
        return commits.stream()
                .filter(known -> known.hash().equals(commit))
                .flatMap(known -> known.ends().stream())
                .filter(end -> end.name().equals(task))
                .findFirst();
    }
}
